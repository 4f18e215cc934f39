"""What is private is nowhere in a build without the tag ``private``, whatever the builder."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sphinxcontrib_tripreport.reading.private_sections import without_private_sections
from tests.tools.building import Build, Sources
from tests.tools.markup import MYST, RST, Markup

MARKER = "Xyzzy"
"""In each text that is private, in any case."""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def _inside(markup: Markup, name: str) -> str:
    """A text that Sphinx keeps in as many places as can be, with the marker in each."""
    if markup is RST:
        return f"""\
{MARKER} text, :download:`{MARKER} file <{name}-xyzzy.txt>`, and a note [#{name}xyzzy]_.

.. _{name}-xyzzy-label:

.. image:: {name}-xyzzy.png
   :alt: {MARKER} picture

.. index:: {MARKER} {name}

.. glossary::

   {MARKER} {name} term
      {MARKER} meaning

.. py:function:: xyzzy_{name}()

.. math:: {MARKER}
   :label: {name}xyzzy

.. [#{name}xyzzy] {MARKER} footnote.
"""
    return f"""\
{MARKER} text, {{download}}`{MARKER} file <{name}-xyzzy.txt>`, and a note [^{name}xyzzy].

({name}-xyzzy-label)=
```{{image}} {name}-xyzzy.png
:alt: {MARKER} picture
```

```{{index}} {MARKER} {name}
```

```{{glossary}}
{MARKER} {name} term
   {MARKER} meaning
```

```{{py:function}} xyzzy_{name}()
```

```{{math}}
:label: {name}xyzzy
{MARKER}
```

[^{name}xyzzy]: {MARKER} footnote.
"""


NAMES = ("talk", "section", "passage", "report", "takeaway")


def project(markup: Markup) -> Sources:
    """Two reports: in one all parts that can be private, the other is private as a whole."""
    private = {"audience": "private", "speakers": f"{MARKER} Person", "topics": f"{MARKER} topic"}
    section = markup.directive("talk", "", private, _inside(markup, "section"))
    label = ".. _xyzzy-before:\n" if markup is RST else "(xyzzy-before)="
    passage = markup.directive("private", "", {}, _inside(markup, "passage"))
    if markup is MYST:
        passage = passage.replace(":::", "::::")
    parts = (
        "What everybody may read.",
        markup.talk("A public talk", {"speakers": "Ann Lee"}, "Heard by all."),
        label,
        markup.talk(f"{MARKER} talk", private, _inside(markup, "talk")),
        label.replace("before", "above"),
        f"{markup.heading(f'{MARKER} section', 2)}\n{section}",
        f"{markup.heading(f'{MARKER} below', 3)}\n{MARKER} text below.",
        markup.heading("A public section", 2),
        passage,
        markup.directive("takeaway", "", {"audience": "private"}, f"{MARKER} takeaway."),
        markup.directive(
            "action", "", {"audience": "private", "owner": f"{MARKER} Person"}, f"{MARKER} action."
        ),
        *(markup.directive("talkchart", "", {"by": by}) for by in ("topic", "speaker", "event")),
        "The public end.",
    )
    files = {
        f"{name}-xyzzy.{ending}": PNG + name.encode() if ending == "png" else f"{MARKER} in a file"
        for name in NAMES
        for ending in ("png", "txt")
    }
    return {
        markup.file("public"): markup.document(
            "Public", *(f"{part}\n" for part in parts),
            metadata={"event": "Con", "date": "2024-02-10"},
        ),
        markup.file("other"): markup.document(
            f"{MARKER} report", _inside(markup, "report"),
            markup.talk(f"{MARKER} other talk", {"speakers": f"{MARKER} Other"}),
            metadata={"event": f"{MARKER} Con", "audience": "private", "date": "2024-02-11"},
        ),
        **files,
    }  # fmt: skip


CONF = """
extensions.append("sphinx.ext.mathjax")
tripreport_pages = ["talks", "events", "speakers", "topics", "years", "archive", "authors",
                    "statistics"]
tripreport_exports = ["atom", "icalendar", "bibtex", "csl", "csv", "text"]
tripreport_redirects = True
html_baseurl = "https://example.org/"
gettext_compact = False
latex_elements = {"preamble": ""}
"""


def places_of_marker(folder: Path) -> list[str]:
    """The files below a folder that have the marker in their name or their content."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            continue
        content = path.read_bytes()
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                content = b"".join(map(book.read, book.namelist()))
                content += " ".join(book.namelist()).encode()
        elif path.name == "objects.inv":
            import zlib

            content = zlib.decompress(content.split(b"zlib.\n", 1)[1])
        if MARKER.lower().encode() in (path.name.encode() + content).lower():
            found.append(path.relative_to(folder).as_posix())
    return found


BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "xml",
            "gettext", "tripcheck")  # fmt: skip


@pytest.mark.parametrize("builder", BUILDERS)
def test_what_is_private_is_nowhere(build: Build, markup: Markup, builder: str) -> None:
    built = build(project(markup), CONF, builder=builder)
    assert places_of_marker(Path(built.outdir).parent) == []
    assert built.warnings == []


def test_with_the_tag_it_is_there_and_marked(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF, tags=("private",))
    assert built.warnings == []
    page = built.page("public.html").main
    words = page.words
    for name in ("talk", "section", "takeaway", "action"):
        assert f"{MARKER} {name}" in words
    assert [part.words for part in page.by_class("trip-audience")].count("Private") >= 5
    other = built.page("other.html").main
    assert "Private" in [part.words for part in other.by_class("trip-audience")]


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_a_public_build_after_a_private_one_in_one_folder(
    build: Build, markup: Markup, builder: str
) -> None:
    """And the other way round: each is what a clean build is."""
    built = build(project(markup), CONF, builder=builder, tags=("private",))
    assert places_of_marker(Path(built.outdir).parent) != []
    built.rebuild({}, tags=())
    assert places_of_marker(Path(built.outdir).parent) == []
    built.rebuild({}, tags=("private",))
    page = built.outdir.rglob("*")
    assert any(MARKER.encode() in path.read_bytes() for path in page if path.is_file())


def test_an_audience_that_nobody_knows_is_private(build: Build, markup: Markup) -> None:
    """So is an option or a field that is nearly called so: what is shown cannot be taken back."""
    built = build({
        markup.file("a"): markup.document(
            "A",
            markup.talk("One", {"audience": "privat"}, MARKER),
            markup.talk("Two", {"audiance": "private"}, MARKER),
            markup.talk("Three", {"audience": "Public"}, "Shown."),
            markup.directive("takeaway", "", {"audience": "team"}, MARKER),
            metadata={"event": "Con"},
        ),
        markup.file("b"): markup.document(f"B {MARKER}", metadata={"audience": "the team"}),
        markup.file("c"): markup.document(f"C {MARKER}", metadata={"audienc": "private"}),
    })  # fmt: skip
    assert places_of_marker(Path(built.outdir)) == []
    assert "Three" in built.page("a.html").main.words
    said = "\n".join(built.warnings)
    assert len(built.warnings) == 5, said
    assert "“audience” is “privat”: expected one of public, private." in said
    assert "“audience” is “team”: expected one of public, private. To be safe, it is taken" in said
    assert "“talk” has no option “audiance”" in said
    assert "Did you mean “audience”?" in said
    assert f"{markup.file('b')}:" in said
    assert "The metadata field “audience” is “the team”" in said
    assert "The metadata field “audienc” is not known. Did you mean “audience”?" in said


def test_a_passage_that_is_never_closed_goes_on_to_the_end(build: Build) -> None:
    text = f"# A\n\nShown.\n\n:::{{private}}\n{MARKER} text.\n\n## More\n\n{MARKER} too.\n"
    built = build({"a.md": f"---\nevent: Con\n---\n\n{text}"})
    assert places_of_marker(Path(built.outdir)) == []
    (warning,) = built.warnings
    assert warning.startswith("a.md:9: WARNING: A “private” passage is never closed")


def test_a_section_that_cannot_be_left_out_alone_empties_its_document(build: Build) -> None:
    """The talk is in a file that is included, which nobody looked through."""
    talk = (
        f".. talk::\n   :audience: private\n\n{MARKER} text.\n\n.. _{MARKER}:\n\n.. glossary::\n\n"
    )
    talk += f"   {MARKER}\n      Meaning.\n"
    built = build({
        "a.rst": f":event: Con\n\nA\n=\n\nShown.\n\n{MARKER}\n-----\n\n.. include:: part.txt\n",
        "part.txt": talk,
    }, "html_copy_source = False\n")  # fmt: skip
    assert places_of_marker(Path(built.outdir).parent) == []
    (warning,) = [each for each in built.warnings if "tripreport" in each]
    assert "a.rst:" in warning
    assert "To be safe, the whole document is left out." in warning


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("## A {x}\n\n```{talk}\n:audience: private\n```\n\n### B {x}\n\n## C\n", "## C"),
        (
            "(x)=\n## {x}\n\n:::{keynote}\n---\naudience: private\n---\n:::\n\n(y)=\n## C\n",
            "(y)=\n## C",
        ),
        ("````markdown\n## A\n\n```{talk}\n:audience: private\n```\n````\n", None),
        ("## A\n\n```{talk}\n:audience: public\n```\n", None),
        ("A {x}\n---\n\n```{talk}\n:audience: private\n```\n\n- {x}\n---\n\n{x}\n\n# C\n", "# C"),
    ],
)  # fmt: skip
def test_sections_of_markdown(text: str, left: str | None) -> None:
    """What is left of a document, the empty lines aside; None if that is all of it."""
    public = without_private_sections(None, text, "markdown")  # type: ignore[arg-type]
    assert len(public.split("\n")) == len(text.split("\n"))
    if left is None:
        assert public == text
    else:
        assert public.strip() == left


def test_a_picture_that_is_shown_of_a_person_stays(build: Build) -> None:
    report = ":event: e\n:image: photo.png\n{state}\nA\n=\n\nText.\n"
    people = "People\n======\n\n.. speaker:: Ann\n   :photo: photo.png\n"
    sources: dict[str, str | bytes | None] = {
        "a.rst": report.format(state=""),
        "b.rst": "B\n=\n\nText.\n",
        "people.rst": people,
        "photo.png": PNG,
    }
    built = build(sources)
    built.rebuild({"a.rst": report.format(state=":draft: yes\n")})
    built.rebuild({"b.rst": "B\n=\n\nOther.\n"})
    assert "a.html" not in built.written()
    assert "_images/photo.png" in built.written()


@pytest.mark.parametrize("builder", ["html", "text", "gettext"])
def test_what_was_private_and_is_deleted_goes_with_its_page(
    build: Build, markup: Markup, builder: str
) -> None:
    sources = project(markup)
    built = build(sources, CONF, builder=builder, tags=("private",))
    private = [name for name in sources if "xyzzy" in name or name in map(markup.file, NAMED)]
    built.rebuild(dict.fromkeys(private))
    built.rebuild({}, tags=())
    assert places_of_marker(Path(built.outdir).parent) == []


def test_what_showed_something_private_and_is_deleted_goes_with_its_page(
    build: Build, markup: Markup
) -> None:
    """A list in it named what is private elsewhere."""
    file = markup.file("list")
    listing = markup.document("All", markup.directive("talklist", "", {"event": "con"}))
    built = build({**project(markup), file: listing}, CONF, tags=("private",))
    built.rebuild({file: None})
    built.rebuild({}, tags=())
    assert places_of_marker(Path(built.outdir).parent) == []


def test_doctrees_do_not_keep_the_source_of_what_is_left_out(build: Build, markup: Markup) -> None:
    """That of a list, a box or a table has all that is in it, as its author wrote it."""
    talk = markup.directive("talk", MARKER, {"audience": "private"}, MARKER)
    passage = markup.directive("private", "", {}, MARKER)
    boxes = [f"* {'  '.join(part.strip().splitlines(keepends=True))}\n" for part in (talk, passage)]
    note = markup.directive("note", "", {}, f"Shown.\n\n{passage}")
    if markup is MYST:
        note = f"::::{{note}}\nShown.\n\n{passage}\n::::\n"
    built = build({markup.file("a"): markup.document("A", *boxes, note, "Shown.")})
    assert built.warnings == []
    assert places_of_marker(Path(built.outdir).parent) == []
    built.rebuild({}, tags=("private",))
    assert built.page("a.html").main.words.count(MARKER) == 4


NAMED = ("public", "other")
"""The documents of the project, both with something private."""


@pytest.mark.parametrize("way", ["metadata", "text", "talk"])
def test_pictures_of_private_reports_go_and_so_do_small_copies(
    build: Build, markup: Markup, way: str
) -> None:
    pytest.importorskip("PIL", reason="the extra “images” is not installed")
    from io import BytesIO

    from PIL import Image

    def picture(colour: str) -> bytes:
        made = BytesIO()
        Image.new("RGB", (1600, 900), colour).save(made, "PNG")
        return made.getvalue()

    image = {"image": "xyzzy.png"}
    shown = markup.directive("image", "xyzzy.png", {}) if way == "text" else ""
    talk = markup.talk(MARKER, image if way == "talk" else {}, MARKER)
    private = {"event": "con", "date": "2024-02-10", "audience": "private"}
    public = {"event": "con", "date": "2024-02-11", "image": "shown.png"}
    built = build(
        {
            markup.file("a"): markup.document(
                MARKER, shown, talk, metadata=private | (image if way == "metadata" else {})
            ),
            markup.file("b"): markup.document("B", "Text.", metadata=public),
            markup.file("lists"): markup.document(
                "Lists",
                markup.directive("reportlist", "", {"layout": "posts"}),
                markup.directive("talklist", "", {"layout": "cards"}),
            ),
            "xyzzy.png": picture("red"),
            "shown.png": picture("green"),
        },
        tags=("private",),
    )
    folder = Path(built.outdir, "_images")
    before = {path.name for path in folder.iterdir()}
    assert any(name.startswith("xyzzy-") for name in before)
    shown_copies = {name for name in before if name.startswith("shown")}
    assert shown_copies
    built.rebuild({}, tags=())
    assert {path.name for path in folder.iterdir()} == shown_copies
    built.rebuild({}, tags=("private",))
    assert {path.name for path in folder.iterdir()} == before
