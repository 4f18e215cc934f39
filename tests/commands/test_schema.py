"""``tripreport schema``, and what editors make of it: by the language server that most have."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sphinxcontrib_tripreport.commands import main
from sphinxcontrib_tripreport.commands.schema import NAMES
from sphinxcontrib_tripreport.core.exports.schemas import SCHEMAS
from tests.core.exports.editing import GOOD, SLIPS
from tests.tools.repository import ROOT

SERVER = ROOT / ".ci/node_modules/yaml-language-server"
_ASK = """
const base = process.argv[1];
const { getLanguageService } = require(base + "/lib/umd/languageservice/yamlLanguageService");
const { TextDocument } = require(
    require.resolve("vscode-languageserver-textdocument", { paths: [base] }));
const { schema, texts, completed } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const service = getLanguageService({
    schemaRequestService: () => Promise.reject("nothing is asked of the web"),
    workspaceContext: { resolveRelativePath: (path) => path },
    clientCapabilities: {},
});
service.configure({
    validate: true, completion: true, yamlVersion: "1.2", customTags: [],
    schemas: [{ uri: "file:///schema.json", fileMatch: ["*.yaml"], schema }],
});
const open = (text, version) => TextDocument.create("file:///a.yaml", "yaml", version, text);
(async () => {
    const lines = [], labels = [];
    for (const [number, text] of texts.entries()) {
        const found = await service.doValidation(open(text, number), false);
        lines.push(found.map((each) => each.range.start.line + 1));
    }
    for (const [number, text] of completed.entries()) {
        const document = open(text, 1000 + number);
        const at = document.positionAt(text.length);
        const found = await service.doComplete(document, at, false);
        labels.push(found.items.map((each) => each.label));
    }
    console.log(JSON.stringify({ lines, labels }));
})();
"""
needs_server = pytest.mark.skipif(
    not (SERVER.is_dir() and shutil.which("node")), reason="no YAML language server"
)


def ask(name: str, texts: tuple[str, ...] = (), completed: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the language server says of texts: the lines that it marks, and what it completes."""
    given = {"schema": SCHEMAS[name](), "texts": texts, "completed": completed}
    command = ["node", "-e", _ASK, str(SERVER)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True,
                          check=True)  # fmt: skip
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@needs_server
@pytest.mark.parametrize("name", NAMES)
def test_an_editor_marks_slips_alone(name: str) -> None:
    good = tuple(text for each, text in GOOD if each == name)
    slips = [(text, line) for each, text, line in SLIPS if each == name]
    lines = ask(name, (*good, *(text for text, _line in slips)))["lines"]
    assert lines[: len(good)] == [[] for _text in good]
    marked = zip(slips, lines[len(good) :], strict=True)
    assert all(line in found for (_text, line), found in marked)


@needs_server
def test_an_editor_completes_names_and_words() -> None:
    fields, talk, kinds = ask(
        "front-matter",
        completed=("ev", "talks:\n  - title: One\n    s", "talks:\n  - title: One\n    kind: "),
    )["labels"]
    assert {"event", "talks", "tags", "talk-patterns"} <= set(fields)
    assert {"speakers", "start", "status", "slides"} <= set(talk)
    assert {"keynote", "tutorial", "lightning"} <= set(kinds)


def test_schemas_are_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "data"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == SCHEMAS["data"]()
    path = tmp_path / "data.json"
    assert main(["schema", "data", "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == printed
    assert main(["schema", "data", "-o", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "kept", "message"),
    [
        ('{"$comment": "version 1"}', False, ""),
        ('{"$comment": "version 9"}', True, "a schema of version 9: expected 1 at most"),
        ("speakers:\n  ann: {}\n", True, "it is no schema of this command"),
        ('{"$comment": "mine"}', True, "it is no schema of this command"),
        ('["$comment"]', True, "it is no schema of this command"),
        ("[" * 99_999, True, "it is no schema of this command"),
    ],
)
def test_only_a_schema_of_a_known_version_is_overwritten(
    written: str, kept: bool, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data.json"
    path.write_text(written, encoding="utf-8")
    assert main(["schema", "data", "-o", str(path)]) == int(kept)
    assert message in capsys.readouterr().err
    assert (path.read_text(encoding="utf-8") == written) == kept
