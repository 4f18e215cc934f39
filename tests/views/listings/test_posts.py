"""The layout ``posts``, and what cards and tables show of a text: pictures and excerpts."""

from __future__ import annotations

from io import BytesIO

import pytest

from sphinxcontrib_tripreport.views import small_pictures
from tests.tools.building import Build, Sources
from tests.tools.markup import MYST, RST, Markup

Image = pytest.importorskip("PIL.Image")


def picture(width: int, height: int, kind: str = "JPEG", colour: str = "red") -> bytes:
    """A picture of one colour."""
    made = BytesIO()
    Image.new("RGB", (width, height), colour).save(made, kind)
    return made.getvalue()


FILES: Sources = {
    "img/hall.jpg": picture(1600, 900),
    "img/bee.png": picture(300, 200, "PNG"),
}


def project(markup: Markup) -> dict[str, str | bytes | None]:
    """Two reports with a talk each, and lists of them."""
    first = {"event": "con", "date": "2020-07-23", "author": "Ann Lee", "tags": "bees",
             "cover": "/img/hall.jpg", "cover-alt": 'A "hall"'}  # fmt: skip
    second = {"event": "con", "date": "2021-07-23", "summary": "In <b>short</b> & *sweet*."}
    inside = ".. image:: /img/bee.png" if markup.suffix == ".rst" else "![](/img/bee.png)"
    talk = markup.talk("Bees", {"speakers": "Eva"}, f"About bees.\n\n{inside}")
    lists = [
        markup.directive(f"{kind}list", "", {"layout": layout})
        for kind in ("report", "talk")
        for layout in ("posts", "cards")
    ]
    columns = {"layout": "table", "columns": "image, title, excerpt, reading-time"}
    lists.append(markup.directive("reportlist", "", columns))
    return {
        markup.file("a"): markup.document("Old", "The *first* day.\n", talk, metadata=first),
        markup.file("b"): markup.document("New", "Text.\n", metadata=second),
        markup.file("z"): markup.document("Lists", *lists),
        **FILES,
    }


def test_posts_are_read_from_the_newest_on(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    assert built.warnings == []
    page = built.page("z.html").main
    new, old, bees = page.by_class("trip-post")
    assert new.words == "New 23 July 2021 · con · 1 min read In short & sweet. Read on: New"
    assert old.words.endswith("Ann Lee · 1 min read The first day. Read on: Old · bees")
    assert "About bees." in bees.words
    (link,) = old.by_class("trip-read-on")
    assert link.attributes["href"] == "a.html"


def test_pictures_are_small_and_lazy(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    shown = built.page("z.html").main.by_class("trip-picture")
    hall, hall_on_card, bee, bee_on_card, hall_in_table = shown
    assert hall.attributes == hall_on_card.attributes
    assert bee.attributes == bee_on_card.attributes
    assert {name: hall.attributes[name] for name in ("alt", "width", "height", "loading")} == {
        "alt": 'A "hall"', "width": "640", "height": "360", "loading": "lazy",
    }  # fmt: skip
    assert (bee.attributes["src"], bee.attributes["width"]) == ("_images/bee.png", "300")
    assert (hall_in_table.attributes["width"], hall_in_table.attributes["height"]) == ("192", "108")
    for image in shown:
        with Image.open(built.outdir / str(image.attributes["src"])) as opened:
            assert str(opened.width) == image.attributes["width"]
    assert (built.outdir / "_images" / "hall.jpg").read_bytes() == FILES["img/hall.jpg"]
    (report, _) = built.talks_json()["reports"]
    assert report["image"] == "_images/hall.jpg"


def test_copies_are_written_once(build: Build) -> None:
    built = build(project(MYST))
    folder = built.outdir / "_images"
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("hall-*")}
    assert len(before) == 2
    built.rebuild({"z.md": str(project(MYST)["z.md"]) + "\nMore.\n"})
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("hall-*")} == before
    again = build(project(MYST), folder="again", parallel=2)
    for name in before:
        assert (again.outdir / "_images" / name).read_bytes() == (folder / name).read_bytes()


def test_another_picture_is_shown_at_once(build: Build) -> None:
    built = build(project(MYST))
    before = built.page("z.html").main.by_class("trip-picture")[0].attributes["src"]
    built.rebuild({"img/hall.jpg": picture(1600, 800, colour="blue")})
    hall = built.page("z.html").main.by_class("trip-picture")[0]
    assert hall.attributes["src"] != before
    assert hall.attributes["height"] == "320"


@pytest.mark.parametrize("builder", ["latex", "epub", "text", "texinfo", "singlehtml", "dirhtml"])
def test_every_builder_shows_posts(build: Build, builder: str) -> None:
    built = build(project(RST), 'version = "1"\n', builder=builder)
    assert built.warnings == []
    names = {"latex": "trips.tex", "epub": "z.xhtml", "text": "z.txt", "texinfo": "trips.texi",
             "singlehtml": "index.html", "dirhtml": "z/index.html"}  # fmt: skip
    text = built.out(names[builder])
    assert "Read on" in text
    assert "hall" in text or builder in ("text", "texinfo")


def test_without_pillow_pictures_are_as_they_are(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_pictures, "find_spec", lambda name: None)
    built = build(project(MYST))
    (warning,) = built.warnings
    assert "“img/hall.jpg” is 1600 pixels wide" in warning
    assert "[tripreport.picture]" in warning
    hall = built.page("z.html").main.by_class("trip-picture")[0]
    assert hall.attributes["src"] == "_images/hall.jpg"
    assert hall.attributes["width"] == "1600"


def test_broken_and_huge_pictures_are_said_once(build: Build, markup: Markup) -> None:
    sources = project(markup)
    # As its head says, 20000 pixels each way.
    head = bytes.fromhex("89504e470d0a1a0a0000000d4948445200004e2000004e200802000000")
    sources["img/hall.jpg"] = b"no picture"
    sources["img/bee.png"] = head + b"\0" * 40
    built = build(sources)
    first, second = sorted(built.warnings)
    assert "“/img/hall.jpg”, which is no picture that can be read" in first + second
    assert "“img/bee.png” has 20000 by 20000 pixels" in first + second
    assert not built.page("z.html").main.by_class("trip-picture")


def test_a_broken_picture_that_a_post_shows_twice_is_said_once(
    build: Build, markup: Markup
) -> None:
    shown = markup.directive("image", "bee.png")
    named = {"event": "pycon", "image": "bee.png"}
    sources: Sources = {
        "bee.png": b"no picture",
        markup.file("a"): markup.document("A", shown, shown, metadata={"event": "pycon"}),
        markup.file("b"): markup.document("B", shown, metadata=named),
    }
    built = build(sources)
    in_a, in_b = sorted(built.warnings)
    assert in_a.startswith(markup.file("a"))
    assert "“bee.png” is no picture that can be read" in in_a
    assert "The metadata field “image” is “bee.png”, which is no picture" in in_b


def test_damaged_pictures_are_shown_as_they_are(build: Build) -> None:
    sources = project(MYST)
    sources["img/hall.jpg"] = picture(1600, 900)[:700]
    built = build(sources)
    (warning,) = built.warnings
    assert "“img/hall.jpg” cannot be made smaller" in warning


def test_names_and_excerpts_are_escaped(build: Build, markup: Markup) -> None:
    evil = "<script>alert(1)</script>"
    inside = markup.directive("code-block", "html", {}, evil)
    metadata = {"event": "con", "author": evil, "image": "/img/bee.png", "image-alt": '"><i>'}
    text = markup.document("T", "x < script\n", inside, metadata=metadata)
    lists = markup.document("Z", markup.directive("reportlist", "", {"layout": "posts"}))
    built = build({markup.file("a"): text, markup.file("z"): lists, **FILES})
    page = built.out("z.html")
    assert "<script>alert" not in page
    assert "<i>" not in page
    assert "x &lt; script" in page


def test_no_picture_of_another_site_is_shown(build: Build, markup: Markup) -> None:
    metadata = {"event": "con", "image": "https://x.example/a.png"}
    talk = markup.talk("Bees", {"image": "https://x.example/b.png"})
    lists = [
        markup.directive(f"{kind}list", "", {"layout": "posts"}) for kind in ("report", "talk")
    ]
    built = build(
        {
            markup.file("a"): markup.document("T", talk, metadata=metadata),
            markup.file("z"): markup.document("Z", *lists),
        }
    )
    assert built.warnings == []
    assert "x.example" not in built.out("z.html")
    assert built.talks_json()["reports"][0]["image"] == "https://x.example/a.png"
