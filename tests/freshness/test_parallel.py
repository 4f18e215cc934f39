"""Several processes write what one does, and what is deleted is forgotten."""

from __future__ import annotations

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup


def project(markups: tuple[Markup, ...] = (RST, MYST)) -> dict[str, str]:
    """Enough reports for several processes, that tell of each other's talks."""
    sources: dict[str, str] = {}
    for number in range(8):
        markup = markups[number % len(markups)]
        sources[markup.file(f"r{number:02}")] = markup.document(
            f"Trip {number}",
            markup.talk(f"Talk {number % 5}", {"speakers": f"Ann, Sp {number % 5}", "topics": "x"}),
            markup.talk(f"Own {number}", {"speakers": "Bob", "day": str(number % 3 + 1)}),
            f"See {markup.role('talk', f'own-{(number + 5) % 8}')}"
            f" and {markup.role('speaker', 'Ann')}.\n",
            metadata={"event": f"Con {number % 2}", "date": f"2020-08-{number + 1:02}"},
        )
    sources["people.md"] = MYST.document("People", MYST.directive("speaker", "Ann"))
    return sources


def pages(built: Built) -> dict[str, bytes]:
    """What was written for readers."""
    return {
        path.relative_to(built.outdir).as_posix(): path.read_bytes()
        for path in built.outdir.rglob("*")
        if path.suffix in (".html", ".json", ".inv", ".tex")
    }


def test_two_processes_write_the_same_bytes(build: Build) -> None:
    one = build(project(), folder="one")
    two = build(project(), parallel=2, folder="two")
    assert one.warnings == two.warnings == []
    assert pages(one) == pages(two)


def test_after_an_edit_too(build: Build) -> None:
    edits: dict[str, str | None] = {
        name: text.replace("Talk 1", "Talk one").replace("Sp 2", "Sp two")
        for name, text in project().items()
    }
    one = build(project(), folder="one").rebuild(edits)
    two = build(project(), parallel=2, folder="two").rebuild(edits)
    assert one.warnings == two.warnings == []
    assert pages(one) == pages(two)
    assert "Talk one" in two.out("people.html")


def test_warnings_are_the_same(build: Build) -> None:
    sources = project()
    name = MYST.file("r01")
    sources[name] += MYST.talk("Bad", {"rating": "9", "kind": "tlk"}) + MYST.role("talk", "nothing")
    one = build(sources, folder="one")
    two = build(sources, parallel=2, folder="two")
    assert len(one.warnings) == 3
    assert sorted(one.warnings) == sorted(two.warnings)


def test_what_is_deleted_is_forgotten(build: Build) -> None:
    shared = {"event": "con"}
    sources: dict[str, str | None] = {
        "index.rst": "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n",
        "a.rst": RST.document("One", RST.talk("T", {"speakers": "Ann"}), metadata=shared),
        "b.md": MYST.document("Two", MYST.talk("T", {"speakers": "Ann, Bob"}), metadata=shared),
        "people.rst": RST.document("People", RST.directive("speaker", "Ann")),
    }
    built = build(sources)
    assert built.page("people.html").links["T"] in ("a.html#talk-t", "b.html#talk-t")
    assert "Also noted in Two" in built.page("a.html").words
    built.rebuild({"b.md": None})
    assert built.warnings == []
    assert "Also noted" not in built.page("a.html").words
    assert [speaker["name"] for speaker in built.talks_json()["speakers"]] == ["Ann"]
    assert "bob" not in built.inventory()["trip:speaker"]
    assert "Bob" not in built.page("trip-speakers.html").main.words
    built.rebuild({"a.rst": None})
    assert built.warnings == []
    assert built.talks_json()["talks"] == []
    assert "T" not in built.page("people.html").links
