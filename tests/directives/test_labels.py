"""Labels, index entries, classes and comments belong to what follows them in the source."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import RST, Markup

BEFORE = ("label", "index", "class", "comment", "all")


def before(markup: Markup, what: str) -> str:
    """Something that comes before what it belongs to."""
    is_rst = markup is RST
    parts = {
        "label": ".. _here:\n\n" if is_rst else "(here)=\n\n",
        "index": markup.directive("index", "queen"),
        "class": ".. rst-class:: mine\n\n" if is_rst else "```{rst-class} mine\n```\n\n",
        "comment": ".. No word.\n\n" if is_rst else "% No word.\n\n",
    }
    return "\n".join(parts.values()) if what == "all" else parts[what]


def see(markup: Markup) -> str:
    return f"See {markup.role('ref', 'it <here>')}.\n"


@pytest.mark.parametrize("what", BEFORE)
@pytest.mark.parametrize("role", ["speaker", "event", "talk"])
@pytest.mark.parametrize("has_title", [True, False])
def test_what_stands_before_a_subsection(
    build: Build, markup: Markup, what: str, role: str, *, has_title: bool
) -> None:
    """At the end of an entry's own text, which its lists follow."""
    options = {"key": "con"} if role == "event" else {}
    talk = markup.talk("At work", {"speakers": "Ann", "event": "con"})
    name = {"speaker": "Ann", "event": "Con", "talk": "Bees"}[role]
    subsection = f"{before(markup, what)}\n{markup.heading('Part', 3)}\nWords.\n"
    if has_title:
        entry = markup.directive(role, name, options, f"Text.\n\n{subsection}")
    else:
        directive = markup.directive(role, "", options)
        entry = f"{markup.heading(name, 2)}\n{directive}\nText.\n\n{subsection}"
    documents = {markup.file("a"): markup.document("People", entry)}
    if role != "talk":
        documents[markup.file("b")] = markup.document("Talks", talk)
    if what in ("label", "all"):
        documents[markup.file("c")] = markup.document("See", see(markup))
    built = build(documents)
    assert built.warnings == []
    html = built.out("a.html")
    text, part = html.index("Text."), html.index(">Part<")
    end = html.index("At work", text) if role != "talk" else text
    if what in ("label", "all"):
        assert end < html.index('id="here"') < part
        assert 'href="a.html#here"' in built.out("c.html")
    if what in ("class", "all"):
        assert end < html.index("mine") < part


@pytest.mark.parametrize("what", BEFORE)
@pytest.mark.parametrize("role", ["speaker", "event"])
@pytest.mark.parametrize("in_list", [True, False])
def test_what_stands_at_an_entrys_end(
    build: Build, markup: Markup, what: str, role: str, *, in_list: bool
) -> None:
    """It belongs to what follows the entry: here nothing, or the next section."""
    options = {"key": "con"} if role == "event" else {}
    entry = markup.directive(role, "Con", options, f"Text.\n\n{before(markup, what)}")
    if in_list:
        entry = markup.directive("note", "", {}, entry)
    after = markup.heading("After", 2)
    talk = markup.talk("Bees", {"speakers": "Con", "event": "con"})
    built = build(
        {
            markup.file("a"): markup.document("People", entry, after, "Words.\n"),
            markup.file("b"): markup.document("Talks", talk),
        }
    )
    assert not [line for line in built.warnings if "here" not in line]
    assert "Bees" in built.page("a.html").main.words


@pytest.mark.parametrize("what", BEFORE)
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("talklist", {"event": "none"}),
        ("talklist", {}),
        ("talklist", {"layout": "table"}),
        ("talklist", {"layout": "cards"}),
        ("speakerlist", {}),
        ("reportlist", {}),
    ],
)
def test_what_stands_before_a_list(
    build: Build, markup: Markup, what: str, name: str, options: dict[str, str]
) -> None:
    """Whatever the list finds."""
    listing = before(markup, what) + markup.directive(name, "", options)
    documents = {
        markup.file("a"): markup.document("Lists", listing),
        markup.file("b"): markup.document("Talks", markup.talk("Bees", {"speakers": "Ann"})),
    }
    if what in ("label", "all"):
        documents[markup.file("c")] = markup.document("See", see(markup))
    built = build(documents)
    assert not [line for line in built.warnings if "tripreport" not in line]
    if what in ("label", "all"):
        page = built.page("a.html").main
        assert page.by_id("here") is not None
        assert 'href="a.html#here"' in built.out("c.html")
    if what in ("class", "all") and options.get("event") != "none" and name != "reportlist":
        assert built.page("a.html").main.by_class("mine")


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "texinfo", "man", "singlehtml"])
def test_labels_before_lists_in_other_builders(build: Build, markup: Markup, builder: str) -> None:
    text = before(markup, "all") + markup.directive("talklist", "", {"event": "none"})
    built = build(
        {markup.file("a"): markup.document("Lists", text, see(markup))},
        'epub_copyright = version = "1"\n',
        builder=builder,
    )
    assert not [line for line in built.warnings if "tripreport" not in line]
