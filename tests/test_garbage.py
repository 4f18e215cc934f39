"""The garbage collector: what it passes over, and that it sees the garbage of earlier builds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_TWO_BUILDS = """
import gc, json, sys
from sphinx.application import Sphinx

passed_over = []
for number in "12":
    app = Sphinx(sys.argv[1], sys.argv[1], sys.argv[2] + number, sys.argv[2], "html", status=None)
    app.connect("env-updated", lambda *args: passed_over.append(gc.get_freeze_count()))
    app.build()
    passed_over.append(gc.get_freeze_count())
print(json.dumps(passed_over))
"""


def test_the_garbage_of_one_build_is_found_in_the_next(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["sphinxcontrib_tripreport"]\n', "utf-8")
    (source / "index.md").write_text("# A report\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _TWO_BUILDS, str(source), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=True,
    )
    first, *others = json.loads(done.stdout.splitlines()[-1])
    assert first > 10_000
    assert others == [0, 0, 0]
