"""A toctree in the order of the reports' dates."""

from __future__ import annotations

from tests.tools.building import Build, Built
from tests.tools.markup import Markup

DATES = {"a": "2020-02-01", "b": "2021-01-01", "c": "2019-03-01"}


def project(markup: Markup, order: str = "-date") -> dict[str, str | bytes | None]:
    """Three reports, a document without a date, and a table of all."""
    table = markup.directive("toctree", "", {"glob": "", "trip-sort": order}, "posts/*")
    return {
        **{
            markup.file(f"posts/{name}"): markup.document(
                f"Post {name}", "Text.\n", metadata={"event": "con", "date": date}
            )
            for name, date in DATES.items()
        },
        markup.file("posts/d"): markup.document("Post d", "Text.\n"),
        markup.file("index"): markup.document("Index", table),
    }


def order_of(built: Built) -> list[str]:
    """The documents in the order of the table, of Sphinx's relations, and of the page."""
    shown = [link for link in built.page("index.html").main.links if link.startswith("Post")]
    assert [f"posts/{name[-1]}" for name in shown] == built.app.env.toctree_includes["index"]
    return [name[-1] for name in shown]


def test_the_newest_is_the_first(build: Build, markup: Markup) -> None:
    built = build(project(markup))
    assert built.warnings == []
    assert order_of(built) == ["b", "a", "c", "d"]
    text = str(project(markup)[markup.file("posts/c")]).replace("2019", "2022")
    built.rebuild({markup.file("posts/c"): text})
    assert built.warnings == []
    assert order_of(built) == ["c", "b", "a", "d"]
    built.rebuild({markup.file("posts/a"): None})
    assert order_of(built) == ["c", "b", "d"]


def test_the_oldest_is_the_first(build: Build, markup: Markup) -> None:
    built = build(project(markup, "date"), parallel=2)
    assert order_of(built) == ["c", "a", "b", "d"]


def test_another_order_is_said(build: Build, markup: Markup) -> None:
    built = build(project(markup, "dte"))
    (warning,) = built.warnings
    assert "“trip-sort” is “dte”" in warning
    assert order_of(built) == ["a", "b", "c", "d"]
