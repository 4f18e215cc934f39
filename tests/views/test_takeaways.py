"""Takeaways and actions on pages: boxes, lists, roles, task lists, and what is wrong with them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built, Sources
from tests.tools.markup import MYST, RST, Markup

CONF = """
tripreport_pages = ["events", "topics"]
tripreport_task_lists = True
"""
WAX = "Wax is *warm* & soft.\n\n- yes"
EVENT = {"event": "den", "author": "Ann Lee"}


def sources(markup: Markup) -> Sources:
    """A report with a takeaway, two actions and a task list; and lists of them."""
    inside = "\n".join(
        (
            markup.directive("takeaway", "", {"topics": "bees"}, "Wax is *warm* & soft.\n\n- yes"),
            markup.directive("action", "Buy wax", {"owner": "Ann Lee", "due": "2024-06-01"}),
            "- [ ] Write it up\n- [x] Tell Bob\n- no task\n",
        )
    )
    return {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("Wax", {"speakers": "Zoe Quist"}, inside),
            markup.directive("action", "All done", {"done": "2024-05-01", "key": "done"}),
            metadata=EVENT,
        ),
        markup.file("lists"): markup.document(
            "Lists",
            markup.directive("takeawaylist"),
            markup.directive("actionlist", "", {"layout": "table"}),
            markup.directive("actionlist", "", {"open": "yes", "group-by": "owner"}),
            f"See {markup.role('takeaway', 'done')} and {markup.role('takeaway', 'Buy wax')}.\n",
        ),
    }


@pytest.fixture(scope="module", params=[RST, MYST], ids=["rst", "md"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project, built once in each markup."""
    return Built(tmp_path_factory.mktemp("takeaways"), sources(request.param), CONF)


def test_boxes(built: Built) -> None:
    assert built.warnings == []
    page = built.page("a.html").main
    (box,) = page.by_class("trip-takeaway")
    assert box.words == "Takeaway Wax is warm & soft. yes bees"
    assert box.links == {"bees": "trip/topics/bees.html"}
    assert box.attributes["id"] == "takeaway-wax-is-warm-and-soft-yes"
    assert [each.words for each in page.by_class("trip-action")] == [
        "Action · Ann Lee · due 1 June 2024 Buy wax",
        "Action · Done All done",
    ]
    assert [each.words for each in page.by_class("trip-task")] == [
        "[ ] Write it up",
        "[x] Tell Bob",
    ]
    assert [each.words for each in page.by_class("trip-ticked")] == ["[x]"]


def test_lists(built: Built) -> None:
    page = built.page("lists.html").main
    takeaways, open_ones, others = (each.words for each in page.by_class("trip-list"))
    assert takeaways == "Wax is warm & soft. yes · Wax · den · Ann Lee"
    assert open_ones == "Buy wax · due 1 June 2024 · Wax · den"
    assert others == "Write it up · Wax · den"
    rows = page.by_tag("tbody")[0].by_tag("tr")
    assert [row.words for row in rows] == [
        "Buy wax Ann Lee 1 Jun 2024 Wax", "All done Done", "Tell Bob Done Wax", "Write it up Wax",
    ]  # fmt: skip
    assert page.links["Buy wax"] == "a.html#action-buy-wax"
    assert page.links["All done"] == "a.html#action-done"


def test_pages_of_events_and_topics(built: Built) -> None:
    event = built.page("trip/events/den.html").main
    assert "Wax is warm & soft. yes" in event.words
    assert "Tell Bob" in event.words
    topic = built.page("trip/topics/bees.html").main
    assert "Wax is warm & soft. yes" in topic.words
    assert "Tell Bob" not in topic.words


def test_files_for_other_programs(built: Built) -> None:
    takeaway, buy, *_tasks, done = built.talks_json()["takeaways"]
    assert takeaway == {
        "key": "wax-is-warm-and-soft-yes", "kind": "takeaway", "text": "Wax is warm & soft. yes",
        "topics": ["bees"], "owner": None, "due": None, "done": False, "event": "den",
        "talk": "den/wax", "docname": "a", "anchor": "takeaway-wax-is-warm-and-soft-yes",
        "address": "a.html#takeaway-wax-is-warm-and-soft-yes",
    }  # fmt: skip
    assert (buy["owner"], buy["due"], buy["done"]) == ("ann-lee", "2024-06-01", False)
    assert (done["key"], done["done"]) == ("done", True)
    assert built.inventory()["trip:takeaway"]["done"] == ("a.html#action-done", "All done")


def test_html_is_a_text_elsewhere(build: Build) -> None:
    box = MYST.directive("takeaway", "Wax is <b>warm</b> `<script>`")
    lists = MYST.directive("takeawaylist")
    built = build({"a.md": MYST.document("A", box, lists, metadata=EVENT)})
    assert built.page("a.html").main.links["Wax is warm <script>"] == "#takeaway-wax-is-warm-script"


def test_task_lists_only_where_they_are_wanted(build: Build) -> None:
    assert not build(sources(MYST)).page("a.html").by_class("trip-task")


def test_boxes_of_the_extension_of_myst(build: Build) -> None:
    text = MYST.talk("Wax", {}, "- [ ] Write\n- [x] Tell\n- []\n")
    conf = CONF + "myst_enable_extensions = ['tasklist']\n"
    built = build({"a.md": MYST.document("A", text, metadata=EVENT)}, conf)
    assert [(each["text"], each["done"]) for each in built.talks_json()["takeaways"]] == [
        ("Write", False), ("Tell", True),
    ]  # fmt: skip


def test_what_is_wrong(build: Build, markup: Markup) -> None:
    built = build({
        markup.file("a"): markup.document(
            "A",
            markup.directive("takeaway"),
            markup.directive("action", "Do it", {"owner": "Ann Lea", "due": "soon", "what": "x"}),
            markup.directive("talklist", "", {"topic": "none"}, "Nothing."),
            markup.role("takeaway", "du-it"),
            metadata=EVENT,
        ),
        markup.file("b"): markup.document("B", markup.directive("takeaway", "Alone")),
    })  # fmt: skip
    said = [
        "The “takeaway” is empty: expected a text in it.",
        "“action” has no option “what”; it has topics, tags, key, audience, owner, due, done.",
        "“due” is “soon”: expected a date",
        "No topic is “none”",
        "The “takeaway” is in no report: expected it in a document about an event, or in a talk.",
        "Nobody is known as “Ann Lea”, who owns an action",
        "No takeaway is called “du-it”. Did you mean “do-it”?",
    ]
    assert len(built.warnings) == len(said)
    for text in said:
        assert any(text in warning for warning in built.warnings), text
    assert [each["text"] for each in built.talks_json()["takeaways"]] == ["Do it", "Alone"]


def test_two_of_the_same_words(build: Build, markup: Markup) -> None:
    same = markup.directive("takeaway", "Same")
    built = build({
        markup.file("a"): markup.document(
            "A", same, same, markup.role("takeaway", "same-2"), metadata=EVENT
        ),
        markup.file("b"): markup.document(
            "B", same, markup.role("takeaway", "same"), metadata=EVENT
        ),
    })  # fmt: skip
    (warning,) = built.warnings
    assert "could be" in warning
    assert sorted(built.inventory()["trip:takeaway"]) == ["a/same", "b/same", "same-2"]


def test_where_nothing_can_lead_to_one(build: Build, markup: Markup) -> None:
    content = markup.directive("takeaway", "Hidden").replace("`", "~")
    lists = markup.directive("talklist", "", {"topic": "none"}, content)
    built = build({markup.file("a"): markup.document("A", lists, metadata=EVENT)})
    assert any("Nothing can lead to the “" in each for each in built.warnings)
    assert built.talks_json()["takeaways"] == []


def test_an_edit_is_in_every_list(build: Build) -> None:
    built = build(sources(RST), CONF)
    text = str(sources(RST)["a.rst"])
    built.rebuild({"a.rst": text.replace("Buy wax", "Sell wax")})
    assert "Sell wax" in built.page("lists.html").main.words
    assert "Sell wax" in built.page("trip/events/den.html").main.words
    built.rebuild({"a.rst": text.replace("2024-06-01", "2024-07-01")})
    assert "due 1 July 2024" in built.page("lists.html").main.words


@pytest.mark.parametrize(
    "builder", ["latex", "text", "texinfo", "man", "epub", "singlehtml", "gettext"]
)
def test_other_builders(build: Build, builder: str) -> None:
    built = build(sources(RST), CONF, builder=builder)
    assert built.warnings == []
    if builder == "latex":
        assert r"\begin{sphinxadmonition}{note}" in built.out("trips.tex")


def test_what_only_leaves_out_is_no_place(build: Build) -> None:
    box = RST.directive("only", "nothing", {}, RST.directive("takeaway", "Hidden"))
    lists = RST.directive("takeawaylist")
    built = build({"a.rst": RST.document("A", box, lists, metadata=EVENT)})
    assert built.page("a.html").main.links.get("Hidden") is None


def test_the_page_of_a_talk_lists_what_is_taken_from_it(build: Build) -> None:
    files = {
        "people.yaml": "authors:\n  al: {name: Ann Lee}\n",
        "a.rst": RST.document(
            "Trip",
            RST.talk("Wax", {}, RST.directive("takeaway", "Warm")),
            RST.talk("Ants", {}, RST.directive("action", "Count", {"owner": "al"})),
            metadata={"event": "den", "author": "al"},
        ),
    }
    conf = "tripreport_pages = ['talks']\ntripreport_data = ['people.yaml']\n"
    built = build(files, conf)
    assert built.warnings == []
    wax, ants = (built.page(f"trip/talks/den/{name}.html").main for name in ("wax", "ants"))
    assert [each.words for each in wax.by_class("trip-list")] == ["Warm · Ann Lee"]
    assert [each.words for each in ants.by_class("trip-list")] == ["Count · Ann Lee"]
    assert "Ann Lee, in Trip" in wax.words
