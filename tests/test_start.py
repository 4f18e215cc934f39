"""What a project without talks does not pay for: modules that it needs nothing of."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.tools.repository import ROOT

PACKAGE = "sphinxcontrib_tripreport."
ELSEWHERE = (
    "core.catalogue.catalogue", "core.exports.talks_json", "core.model.records",
    "core.options.option", "core.posts.readers", "core.posts.report", "core.programmes",
    "core.queries.options", "core.text.located", "core.text.names", "core.text.scripts",
    "builders.epub", "builders.latex", "builders.more_exports", "directives.entry",
    "directives.listing", "domain.index_drawing", "matching.found_in_post", "noting.talk",
    "pages.making", "reading.cleaning", "reading.notebooks", "reading.post_source",
    "reading.keeping_records", "views.listings.answer", "views.registry", "views.targets",
)  # fmt: skip
"""Modules of which only projects with talks, patterns or posts of other engines need something."""
MOST = 120
"""Each module that is loaded takes a fifth of a millisecond."""
BUILD = """\
import json, sys
from sphinx.cmd.build import main
assert main(["-q", "-b", "html", sys.argv[1], sys.argv[2]]) == 0
from sphinx_design import icons
if getattr(icons.list_octicons, "__name__", "") != "list_octicons":
    sys.exit("the names of icons are still looked up late")
if hasattr(icons, "get_octicon_data") and icons.get_octicon_data.cache_info().currsize:
    sys.exit("the file of all icons was read")
print(json.dumps(sorted(sys.modules)))
"""


def test_a_page_without_talks_loads_little(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["sphinxcontrib_tripreport"]\n')
    (source / "index.md").write_text("# One page\n\nHello.\n")
    command = [sys.executable, "-c", BUILD, str(source), str(tmp_path / "out")]
    built = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(json.loads(built.stdout.splitlines()[-1]))
    assert PACKAGE + "reading.sources" in loaded
    assert not {PACKAGE + name for name in ELSEWHERE} & loaded
    assert len([name for name in loaded if name.startswith(PACKAGE)]) <= MOST
    content = json.loads((tmp_path / "out" / "talks.json").read_text(encoding="utf-8"))
    assert {name for name, found in content.items() if found == []} == {
        "events", "speakers", "authors", "topics", "talks", "takeaways", "reports", "sessions",
    }  # fmt: skip
