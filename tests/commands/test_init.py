"""``tripreport init``: a project that builds without a warning, with a report or with posts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from sphinx.testing.util import SphinxTestApp

from sphinxcontrib_tripreport.commands import main
from sphinxcontrib_tripreport.commands.old_site import likely_event
from sphinxcontrib_tripreport.views.answers import catalogue_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
POST = "# Trip to {place}\n\n## Bees - Ann Lee\n\nText.\n\n## Ants - Bob Ray\n\nText.\n"


def built(folder: Path) -> SphinxTestApp:
    """The project, built without a warning."""
    app = SphinxTestApp("html", srcdir=folder, builddir=folder / "_build")
    try:
        app.build()
    finally:
        app.cleanup()
    assert not [line for line in app.warning.getvalue().splitlines() if "WARNING" in line]
    return app


def test_a_first_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my notes"
    assert main(["init", str(folder), "--author", "Ann Lee", "--project", "It's mine"]) == 0
    assert "Build it: sphinx-build" in capsys.readouterr().err
    app = built(folder)
    assert (app.config.project, app.config.author) == ("It's mine", "Ann Lee")
    assert re.fullmatch(r"\d{4}, Ann Lee", app.config.copyright)
    (talk,) = catalogue_of(app.env).talks
    assert talk.title == "The talk that I will remember"
    assert "My first report" in Path(app.outdir, "index.html").read_text(encoding="utf-8")


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 1
    assert capsys.readouterr().err.endswith("index.md: is there already: nothing is written\n")
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


def test_around_posts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    posts = Path("content", "posts")
    posts.mkdir(parents=True)
    for place in ("Ghent", "Lima"):
        (posts / f"{place}.markdown").write_text(POST.format(place=place), encoding="utf-8")
    (posts / "broken.md").write_bytes(b"\xff\xfe\x00")
    for name in ("a.ipynb", "b.ipynb"):
        (posts / name).write_text("{}", encoding="utf-8")
    assert main(["init", "--posts", str(posts)]) == 0
    said = capsys.readouterr().err
    assert "broken.md: cannot be read" in said
    assert "2 posts with 4 talks that a pattern finds" in said
    assert "a.ipynb (and 1 more): notebooks are left out" in said
    (posts / "broken.md").unlink()
    talks = catalogue_of(built(tmp_path).env).talks
    assert sorted(talk.title for talk in talks) == ["Ants", "Ants", "Bees", "Bees"]


def test_posts_without_an_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "posts").mkdir()
    texts = {"ghent": POST.format(place="Ghent"), "lima": f"---\nevent: lima\n---\n\n{POST}"}
    for name, text in texts.items():
        (tmp_path / "posts" / f"{name}.md").write_text(text, encoding="utf-8")
    # The folder of posts is found from the project, too.
    assert main(["init", str(tmp_path), "--posts", "posts", "--author", "Ida O'Bee"]) == 0
    assert "1 post of 2 without an event" in capsys.readouterr().err
    conf = tmp_path / "conf.py"
    line = "    # 'posts/ghent': {'event': 'ghent'},"
    assert conf.read_text(encoding="utf-8").splitlines()[-2] == line
    text = conf.read_text(encoding="utf-8").replace("    # 'posts/ghent", "    'posts/ghent")
    conf.write_text(text, encoding="utf-8")
    app = built(tmp_path)
    assert {talk.event for talk in catalogue_of(app.env).talks} == {"lima", "ghent"}
    assert {r.authors for r in catalogue_of(app.env).reports.values()} == {("Ida O'Bee",)}
    home = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    for name in ("events", "speakers", "authors", "topics"):
        assert f'href="trip/{name}/index.html"' in home


def test_files_of_the_old_site_are_found(tmp_path: Path) -> None:
    for name in ("blog/static/img/hall.png", "blog/static/near.png", "logo.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PNG)
    posts = tmp_path / "blog/posts"
    posts.mkdir()
    (posts / "ghent.md").write_text(
        "---\nimage: /img/hall.png\n---\n\n![Hall](/img/hall.png)\n![Logo](/logo.png)\n\n"
        "<https://example.org/near.png>, [gone](/img/gone.pdf)\n\n" + POST.format(place="Ghent"),
        encoding="utf-8",
    )
    assert main(["init", str(tmp_path), "--posts", "blog/posts"]) == 0
    assert built(tmp_path).config.tripreport_site_roots == ["blog/static"]


@pytest.mark.parametrize(
    ("path", "day", "key"),
    [
        ("_posts/2016-05-14-pycon-garden.md", None, "pycon-garden-2016"),
        ("posts/harbour-2021.de.md", date(2022, 1, 1), "harbour-2021"),
        ("posts/Euro Python Day 2.md", date(2020, 7, 24), "euro-python-2020"),
        ("posts/lantern/index.md", None, "lantern"),
        ("posts/2019-01-02-!.md", None, "exclamation-mark-2019"),
    ],
)
def test_a_likely_event(path: str, day: date | None, key: str) -> None:
    assert likely_event(Path(path), day) == key


def test_a_programme_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/lima.yaml").write_text(
        "title: 'Python: Lima'\nsessions:\n  - {title: Bees, speakers: Ann Lee, topics: wax}\n",
        encoding="utf-8",
    )
    assert main(["init", str(tmp_path), "--programme", "data/lima.yaml"]) == 0
    assert "lima.yaml: sessions of the project's own, 1 talk" in capsys.readouterr().err
    app = built(tmp_path)
    (talk,) = catalogue_of(app.env).talks
    assert (talk.title, talk.event) == ("Bees", "lima")
    home = Path(app.outdir, "index.html").read_text(encoding="utf-8")
    for page in (
        "talks/lima/bees",
        "events/index",
        "speakers/index",
        "talks/index",
        "topics/index",
    ):
        assert f'href="trip/{page}.html"' in home
    event = Path(app.outdir, "trip/events/lima.html").read_text(encoding="utf-8")
    assert "<h1>Python: Lima<" in event


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("../a.yaml", "is not within"),
        ("a.yaml", "no talks are read"),
        ("b.yaml", "b.yaml: No such file"),
    ],
)
def test_a_programme_of_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, said: str
) -> None:
    (tmp_path / "a.yaml").write_text("- 1\n", encoding="utf-8")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.yaml").write_text("- 1\n", encoding="utf-8")
    assert main(["init", str(folder), "--programme", file]) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "conf.py").exists()


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ("..", "is not within"),
        ("empty", "no post is there"),
        ("elsewhere", "elsewhere: is no folder"),
    ],
)
def test_slips(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    posts: str,
    said: str,
) -> None:
    folder = tmp_path / "project"
    (folder / "empty").mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert main(["init", "--posts", posts]) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "conf.py").exists()
