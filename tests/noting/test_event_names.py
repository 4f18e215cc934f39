"""Events by their names: in metadata, in options, in roles and in filters."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup

CONF = "tripreport_data = ['data.yaml']\n"
ONE = "events:\n  e1: {name: Same Conf, start: 2020-01-01}\n"
TWO = ONE + "  e2: {name: Same Conf, start: 2021-01-01}\n"
SAID = "WARNING: The event “{}” could be “e1” or “e2”: expected the key of one."


def test_a_name_means_the_event_that_has_it(build: Build, markup: Markup) -> None:
    source = markup.document(
        "Trip",
        markup.talk("Bees"),
        markup.talk("Wax", {"event": "SAME conf"}),
        markup.talk("Elsewhere", {"event": "Other Conf"}),
        markup.directive("talklist", "", {"event": "same conf"}),
        markup.role("event", "Same Conf") + "\n",
        metadata={"event": "Same Conf"},
    )
    built = build({markup.file("a"): source, "data.yaml": ONE}, CONF)
    assert built.warnings == []
    assert list(built.catalogue.events) == ["e1", "other-conf"]
    assert [talk.name for talk in built.catalogue.talks] == [
        "e1/bees",
        "e1/wax",
        "other-conf/elsewhere",
    ]
    assert built.catalogue.reports["a"].event == "e1"
    page = built.page("a.html").main
    titles = [part.words for part in page.by_class("trip-title")]
    assert titles == ["Bees", "Wax"]
    assert page.links["Same Conf"].endswith("#event-e1")


def test_a_name_of_several_events(build: Build, markup: Markup) -> None:
    source = markup.document(
        "Trip",
        markup.talk("Bees"),
        markup.talk("Wax", {"event": "same conf"}),
        markup.talk("Honey", {"event": "e2"}),
        metadata={"event": "Same Conf"},
    )
    built = build({markup.file("a"): source, "data.yaml": TWO}, CONF)
    (warning,) = built.warnings
    line = {".rst": 1, ".md": 2}[markup.suffix]
    assert (
        warning == f"{markup.file('a')}:{line}: {SAID.format('Same Conf')} [tripreport.ambiguous]"
    )
    assert [talk.event for talk in built.catalogue.talks] == ["e2", "same-conf", "same-conf"]


def test_a_talk_names_several_events(build: Build, markup: Markup) -> None:
    wax = markup.talk("Wax", {"event": "Same Conf"})
    source = markup.document("Trip", "Words.\n", wax, metadata={"event": "e1"})
    built = build({markup.file("a"): source, "data.yaml": TWO}, CONF)
    (warning,) = built.warnings
    line = source.splitlines().index(wax.splitlines()[0]) + 1
    assert warning.startswith(f"{markup.file('a')}:{line}: {SAID.format('same-conf')}")


@pytest.mark.parametrize("named", ["Same Conf", "same-conf"])
def test_a_role_names_several_events(build: Build, markup: Markup, named: str) -> None:
    report = markup.document("Trip", "Words.\n", metadata={"event": "e1"})
    source = markup.document("Other", markup.role("event", named) + "\n")
    files = {markup.file("a"): report, markup.file("b"): source, "data.yaml": TWO}
    built = build(files, CONF)
    (warning,) = built.warnings
    assert f"{SAID.format(named)} [tripreport.ambiguous]" in warning
    page = built.page("b.html").main
    assert named in page.words
    assert named not in page.links


@pytest.mark.parametrize("sign", ["", "!"])
def test_a_filter_names_several_events(build: Build, markup: Markup, sign: str) -> None:
    talks = (markup.talk("Bees", {"event": "e1"}), markup.talk("Wax", {"event": "e2"}))
    listing = markup.directive("talklist", "", {"event": f"{sign}Same Conf"})
    built = build(
        {
            markup.file("a"): markup.document("Trip", *talks),
            markup.file("b"): markup.document("List", listing),
            "data.yaml": TWO,
        },
        CONF,
    )
    (warning,) = built.warnings
    assert f"{SAID.format('Same Conf')} [tripreport.ambiguous]" in warning
    titles = [part.words for part in built.page("b.html").main.by_class("trip-title")]
    assert titles == (["Wax", "Bees"] if sign else [])


def test_an_event_gets_a_name_later(build: Build, markup: Markup) -> None:
    source = markup.document(
        "Trip", markup.talk("Bees"), markup.directive("talklist"), metadata={"event": "Same Conf"}
    )
    built = build({markup.file("a"): source, "data.yaml": "events: {e1: {}}\n"}, CONF)
    assert "same-conf/bees" in built.inventory()["trip:talk"]
    built.rebuild({"data.yaml": ONE})
    assert "e1/bees" in built.inventory()["trip:talk"]
    clean = build({markup.file("a"): source, "data.yaml": ONE}, CONF, folder="clean")
    for page in ("a.html", "trip-events.html", "talks.json"):
        assert built.out(page) == clean.out(page)
