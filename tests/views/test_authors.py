"""Authors on pages: bylines, descriptions, their own pages, roles, lists, files of other tools."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built, Sources
from tests.tools.markup import MYST, RST, Markup

CONF = """
tripreport_pages = ["authors", "speakers"]
tripreport_data = [".authors.yml"]
blog_authors = {"cat": ("Cat Coe", "https://cat.example")}
"""
MATERIAL = """\
authors:
  bob:
    name: Bob <b>Ray</b>
    description: Writes <script>
    url: https://bob.example
"""
EVENT = {"event": "con-2020"}


def sources(markup: Markup) -> Sources:
    """Two reports on one talk, by three authors, one of whom speaks as well."""
    return {
        ".authors.yml": MATERIAL,
        markup.file("ann"): markup.document(
            "Ann's trip",
            markup.talk("Wax", {"rating": "5", "speakers": "Dan Din"}),
            markup.talk("Ants", {"speakers": "Ann Lee"}),
            metadata={**EVENT, "author": "Ann Lee", "date": "2020-05-04"},
        ),
        markup.file("both"): markup.document(
            "Ours",
            markup.talk("Wax", {"rating": "2", "status": "missed"}),
            metadata={**EVENT, "author": "bob, cat", "date": "2021-05-05"},
        ),
        markup.file("people"): markup.document(
            "People", markup.directive("author", "Ann Lee", {"github": "ann"}, "Ann keeps bees.")
        ),
        markup.file("lists"): markup.document(
            "Lists",
            f"By {markup.role('author', 'bob')}.\n",
            markup.directive("authorlist", "", {"layout": "table", "sort": "-talks"}),
            markup.directive("talklist", "", {"layout": "table", "columns": "title, authors, notes",
                                              "sort": "title"}),
            markup.directive("talklist", "", {"group-by": "author"}),
            markup.directive("reportlist", "", {"group-by": "author"}),
        ),
    }  # fmt: skip


@pytest.fixture(scope="module", params=[RST, MYST], ids=["rst", "md"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project, built once in each markup."""
    return Built(tmp_path_factory.mktemp("authors"), sources(request.param), CONF)


def test_nothing_is_wrong(built: Built) -> None:
    assert built.warnings == []


def test_bylines_lead_to_authors(built: Built) -> None:
    byline = built.page("both.html").by_class("trip-report")[0]
    assert byline.words == "con-2020 · 5 May 2021 · Bob <b>Ray</b> and Cat Coe"
    assert byline.links["Cat Coe"] == "trip/authors/cat-coe.html"
    also = built.page("both.html").by_class("trip-also")[0]
    assert also.words == "Also noted in Ann’s trip (Ann Lee)"
    assert also.links["Ann Lee"] == "trip/authors/ann-lee.html"


def test_a_description_has_both_sides_of_a_person(built: Built) -> None:
    ann = built.page("people.html").by_id("author-ann-lee")
    assert ann.by_class("trip-work")[0].words == (
        "1 report · 2 talks noted · 1 event · 5 of 5 on average in 1 rating"
    )
    assert [each.words for each in ann.by_class("trip-heading")] == [
        "Reports", "Talks noted", "Talks",
    ]  # fmt: skip


def test_the_page_of_an_author(built: Built) -> None:
    page = built.page("trip/authors/ann-lee.html").main
    assert page.links["1 talk as a speaker"] == "../speakers/ann-lee.html"
    assert page.links["People"] == "../../people.html#author-ann-lee"
    lists = [each.words for each in page.by_class("trip-list")]
    assert lists == [
        "Ann’s trip · con-2020 · 4 May 2020",
        "Ants · Ann Lee · con-2020 · 2020 Wax · Dan Din · con-2020 · 2020 · Rated 5 of 5",
        "con-2020",
    ]
    speaker = built.page("trip/speakers/ann-lee.html").main
    assert speaker.links["1 report as an author"] == "../authors/ann-lee.html"
    bob = built.page("trip/authors/bob-b-ray-b.html").main
    assert bob.by_class("trip-description")[0].words == "Writes <script>"
    assert bob.links["Website"] == "https://bob.example"
    assert "Wax · Dan Din · con-2020 · 2020 · Rated 2 of 5 · Missed" in bob.words
    assert not bob.by_class("trip-other-side")


def test_lists(built: Built) -> None:
    page = built.page("lists.html").main
    assert page.links["Bob <b>Ray</b>"] == "trip/authors/bob-b-ray-b.html"
    authors, talks = (each.by_tag("tbody")[0] for each in page.by_tag("table"))
    assert [row.words for row in authors.by_tag("tr")] == [
        "Ann Lee 1 2", "Cat Coe 1 1", "Bob <b>Ray</b> 1 1",
    ]  # fmt: skip
    assert [row.words for row in talks.by_tag("tr")] == [
        "Ants Ann Lee Ann Lee",
        "Wax Ann Lee, Bob <b>Ray</b> and Cat Coe Ann Lee, Bob <b>Ray</b> and Cat Coe",
    ]
    assert talks.by_tag("tr")[0].by_tag("a")[2].attributes["href"] == "ann.html#talk-ants"
    headings = [each.words for each in page.by_class("trip-heading")]
    assert headings == ["Cat Coe", "Ann Lee", "Bob <b>Ray</b>"] * 2


def test_files_for_other_programs(built: Built) -> None:
    data = built.talks_json()
    assert [(each["key"], each["speaker"]) for each in data["authors"]] == [
        ("ann-lee", "ann-lee"), ("bob-b-ray-b", None), ("cat-coe", None),
    ]  # fmt: skip
    assert data["authors"][0]["anchor"] == "author-ann-lee"
    assert built.inventory()["trip:author"]["cat-coe"] == ("trip/authors/cat-coe.html", "Cat Coe")


def test_without_pages_bylines_lead_to_descriptions(build: Build) -> None:
    built = build(sources(MYST), CONF.replace("tripreport_pages", "unused"))
    links = built.page("ann.html").by_class("trip-report")[0].links
    assert links["Ann Lee"] == "people.html#author-ann-lee"
    assert "Cat Coe" not in built.page("both.html").by_class("trip-report")[0].links
    assert built.page("lists.html").links["Bob <b>Ray</b>"] == "both.html"


def test_an_author_that_nobody_knows(build: Build, markup: Markup) -> None:
    built = build({
        markup.file("a"): markup.document(
            "A", f"By {markup.role('author', 'Ann Lea')}.", metadata={**EVENT, "author": "Ann Lee"}
        ),
    })  # fmt: skip
    (warning,) = built.warnings
    assert "No author is called “Ann Lea”. Did you mean “Ann Lee”?" in warning


def test_any_role_finds_one_person(build: Build) -> None:
    text = MYST.document("A", MYST.talk("T", {"speakers": "Ann Lee"}), "{any}`Ann Lee`\n",
                         metadata={**EVENT, "author": "Ann Lee"})  # fmt: skip
    assert build({"a.md": text}).warnings == []


def test_a_person_described_by_both_sides(build: Build, markup: Markup) -> None:
    built = build({
        markup.file("a"): markup.document("A", markup.directive("author", "Ann Lee")),
        markup.file("b"): markup.document("B", markup.directive("speaker", "Ann Lee")),
    })  # fmt: skip
    (warning,) = built.warnings
    assert warning.startswith(markup.file("b"))
    assert "described twice: also as an author in a, line" in warning


@pytest.mark.parametrize("builder", ["latex", "text", "epub"])
def test_other_builders(build: Build, builder: str) -> None:
    built = build(sources(RST), CONF, builder=builder)
    assert built.warnings == []
    if builder == "latex":
        assert "5 of 5 on average in 1 rating" in built.out("trips.tex")
