"""Photos of people, and their initials where there is no photo."""

from __future__ import annotations

from tests.tools.building import Build, Sources
from tests.tools.markup import MYST, Markup

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63b8bab90100042d01d6e1c4b9c00000000049454e44ae426082"
)
CONF = 'tripreport_data = ["people.yaml"]\ntripreport_pages = ["events", "speakers"]\n'


def project(markup: Markup) -> dict[str, str | bytes | None]:
    """Two speakers, one with a photo."""
    talk = markup.talk("Bees", {"speakers": "Ann Lee, Bob van Ray"})
    alone = markup.talk("Wasps", {"speakers": "Bob van Ray"})
    cards = markup.directive("speakerlist", "", {"layout": "cards"})
    return {
        markup.file("a"): markup.document("A", talk, alone, metadata={"event": "kon"}),
        markup.file("z"): markup.document("Z", cards),
        "people.yaml": "speakers:\n  ann:\n    name: Ann Lee\n    photo: img/ann.png\n",
        "img/ann.png": PNG,
    }


def test_photos_and_initials(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    for page, path in (
        ("z.html", "_images/ann.png"),
        ("trip/speakers/index.html", "../../_images/ann.png"),
        ("trip/events/kon.html", "../../_images/ann.png"),
    ):
        photo, initials = built.page(page).main.by_class("trip-face")
        assert (photo.attributes["src"], photo.attributes["alt"]) == (path, "")
        assert initials.attributes["data-initials"] == "BR"
    assert (built.outdir / "_images" / "ann.png").read_bytes() == PNG
    # Under a talk only if one of its speakers has a photo.
    faces = built.page("a.html").main.by_class("trip-face")
    assert [face.tag for face in faces] == ["img", "span"]


def test_nothing_of_them_is_in_other_outputs(build: Build) -> None:
    sources: Sources = project(MYST)
    for builder, path in (("text", "z.txt"), ("latex", "trips.tex"), ("epub", "z.xhtml")):
        built = build(sources, CONF, builder=builder, folder=builder)
        assert "trip-face" not in built.out(path)


def test_another_picture_is_shown_at_once(build: Build) -> None:
    built = build(project(MYST), CONF)
    built.rebuild({"img/ann.png": PNG + b"\0"})
    assert (built.outdir / "_images" / "ann.png").read_bytes() == PNG + b"\0"


def test_the_pages_of_an_event_and_of_all_speakers(build: Build, markup: Markup) -> None:
    names = [f"Ann {letter}" for letter in "ABCDE"]
    facts = {"start": "2020-05-05 09:00", "room": "Hall", "rating": "4", "status": "watched"}
    talks = [markup.talk(name, {"speakers": name, **facts}) for name in names]
    events = (
        "events:\n"
        "  kon:\n    name: Con 2020\n    series: Con\n    start: 2020-05-05\n"
        "  con-21:\n    name: Con 2021\n    series: con\n    start: 2021-05-05\n"
        "  con-19:\n    name: Con 2019\n    series: CON\n    start: 2019-05-05\n"
        "  con-18:\n    name: Con 2018\n    series: Con\n    start: 2018-05-05\n"
    )
    built = build(
        {
            markup.file("a"): markup.document("A", *talks, metadata={"event": "kon"}),
            "people.yaml": events,
        },
        CONF,
    )
    assert built.warnings == []
    page = built.page("trip/events/kon.html").main
    (editions,) = page.by_class("trip-editions")
    assert editions.words == "Con 2019 · Con 2020 · Con 2021"
    assert list(editions.links) == ["Con 2019", "Con 2021"]
    (schedule,) = page.by_class("trip-schedule")
    assert "Hall" in schedule.words
    assert "Rated 4 of 5" in schedule.words
    assert "Watched as a recording" in schedule.words
    speakers = built.page("trip/speakers/index.html").main
    jumps = speakers.by_class("trip-jumps")[0]
    assert list(jumps.links) == list("ABCDE")
    assert {link.removeprefix("#") for link in jumps.links.values()} <= set(speakers.ids)
    assert "Ann A · 1 talk" in speakers.words
