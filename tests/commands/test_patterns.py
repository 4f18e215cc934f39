"""``tripreport patterns``: what it prints, what it writes, and that it needs no Sphinx."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands import main

BODY = "\n## Bees - Ann Lee\n\nText.\n\n## Ants - Bob Ray\n\nText.\n"
YAML = f"---\ntitle: Trip\nevent: con-2020\ndate: 2020-05-01\n---\n{BODY}"
PATTERN = "## {title} - {speakers}"


def post(tmp_path: Path, text: str, name: str = "post.md") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = post(tmp_path, YAML)
    assert main(["patterns", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        str(path),
        "  report “Trip” on “con-2020”, 2020-05-01",
        "  write in its metadata:",
        f'    talk-patterns: "{PATTERN}"',
        "  2 talks:",
        "    Bees  Ann Lee",
        "    Ants  Bob Ray",
    ]


def test_wide_characters_keep_the_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = post(tmp_path, "# T\n\n## 蜂の仕事 (Ann Lee)\n\nA.\n\n## Ants (Bob Ray)\n\nB.\n")
    assert main(["patterns", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()[-2:]
    assert lines == ["    蜂の仕事  Ann Lee", "    Ants      Bob Ray"]


def test_a_post_that_has_patterns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = post(
        tmp_path, f'---\ntitle: Trip\ntalk-patterns: "## {{title}} - {{speakers}}"\n---\n{BODY}'
    )
    assert main(["patterns", "--write", str(path)]) == 0
    said = capsys.readouterr()
    assert ("write in its metadata" in said.out, said.err) == (False, "")
    assert "2 talks" in said.out


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = post(tmp_path, YAML)
    assert main(["patterns", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": str(path),
            "title": "Trip",
            "date": "2020-05-01",
            "event": "con-2020",
            "patterns": [PATTERN],
            "day_patterns": [],
            "skip_headings": [],
            "talks": [
                {"title": "Bees", "speakers": ["Ann Lee"], "kind": ""},
                {"title": "Ants", "speakers": ["Bob Ray"], "kind": ""},
            ],
        }
    ]


def test_conf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    post(tmp_path / "posts", YAML, "a.md")
    post(tmp_path / "posts", YAML, "b.md")
    assert main(["patterns", "--conf", "posts/a.md", "posts/b.md"]) == 0
    settings: dict[str, object] = {}
    exec(capsys.readouterr().out, settings)
    assert settings["tripreport_talk_patterns"] == {"posts/*": [PATTERN]}


FORMS = {
    "yaml.md": YAML,
    "bare.md": f"# Trip\n{BODY}",
    "toml.md": f'+++\ntitle = "Trip"\n+++\n{BODY}',
    "lines.md": f"Title: Trip\nDate: 2020-05-01\n\n{BODY}",
    "nikola.md": f"<!--\n.. title: Trip\n.. date: 2020-05-01\n-->\n{BODY}",
    "fields.rst": "Trip\n====\n\n:date: 2020-05-01\n\n"
    "Bees - Ann Lee\n--------------\n\nText.\n\nAnts - Bob Ray\n--------------\n\nText.\n",
    "nikola.rst": ".. title: Trip\n.. date: 2020-05-01\n\n"
    "Bees - Ann Lee\n==============\n\nText.\n\nAnts - Bob Ray\n==============\n\nText.\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_what_is_written_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = post(tmp_path, FORMS[name], name)
    main(["patterns", "--json", str(path)])
    before = json.loads(capsys.readouterr().out)[0]
    assert len(before["talks"]) == 2
    assert main(["patterns", "--write", str(path)]) == 0
    assert capsys.readouterr().err == f"{path}: written\n"
    main(["patterns", "--json", str(path)])
    assert json.loads(capsys.readouterr().out)[0] == before
    written = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in FORMS[name].splitlines() if line not in written] == []
    # A second time there is nothing to do.
    assert main(["patterns", "--write", str(path)]) == 0
    assert path.read_text(encoding="utf-8").splitlines() == written


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("none.md", None, "No such file or directory"),
        ("bytes.md", b"\xff\xfe\xfa", "it is not in UTF-8"),
        ("post.odt", b"x", "its name ends in “.odt”: expected one of .md"),
    ],
)
def test_files_that_cannot_be_read(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes | None,
    reason: str,
) -> None:
    path, good = tmp_path / name, post(tmp_path, YAML)
    if content is not None:
        path.write_bytes(content)
    assert main(["patterns", str(path), str(good)]) == 1
    said = capsys.readouterr()
    assert f"{path}: cannot be read: {reason}" in said.err
    assert "2 talks" in said.out


def test_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "posts/2024"
    for name in ("", ".venv", "_build"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        post(folder / name, YAML)
    (folder / "empty").mkdir()
    assert main(["patterns", str(folder.parent), str(folder / "empty")]) == 0
    said = capsys.readouterr()
    assert said.out.count("2 talks") == 1
    assert f"{folder / 'empty'}: no post is there: expected files in .md" in said.err


def test_no_sphinx_is_loaded(tmp_path: Path) -> None:
    paths = [str(post(tmp_path, YAML)), str(post(tmp_path, FORMS["fields.rst"], "b.rst"))]
    code = (
        "import sys\n"
        "from sphinxcontrib_tripreport.commands import main\n"
        f"main(['patterns', *{paths!r}])\n"
        "assert 'sphinx' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as stopped:
            main([option])
        assert stopped.value.code == 0
    assert "patterns" in capsys.readouterr().out


def test_lists_in_html_and_ids_of_headings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = "<p>I heard</p>\n<ul>\n<li>Bees, Ann Lee</li>\n<li>Ants, Bob Ray</li>\n</ul>\n"
    (tmp_path / "a.md").write_text(f"---\ntitle: Trip\n---\n\n{html}")
    headings = "## Bees - Ann Lee {#bees}\n\nText.\n\n## Ants - Bob Ray {.x #ants}\n\nText.\n"
    (tmp_path / "b.md").write_text(f"---\ntitle: Trip\n---\n\n{headings}")
    for name, pattern in (("a", "* {title}, {speakers}"), ("b", "## {title} - {speakers}")):
        main(["patterns", "--json", str(tmp_path / f"{name}.md")])
        (post,) = json.loads(capsys.readouterr().out)
        assert post["patterns"] == [pattern]
        talks = [(talk["title"], talk["speakers"]) for talk in post["talks"]]
        assert talks == [("Bees", ["Ann Lee"]), ("Ants", ["Bob Ray"])]
