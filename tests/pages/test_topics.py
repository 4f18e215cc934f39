"""Topics that data files declare: one by any name, each with what is in it, on all pages."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import Markup

CONF = """
tripreport_data = ["topics.yaml"]
tripreport_pages = ["topics"]
tripreport_exports = ["atom"]
html_baseurl = "https://x.example/"
"""
TOPICS = """\
topics:
  cloud:
    name: Cloud
    description: Computers & people of others.
  containers:
    name: Containers
    parent: cloud
  k8s:
    name: Kubernetes
    aliases: [kube]
    parent: Containers
  serverless:
    parent: cloud
"""
TREE = ["Cloud 3 talks, 1 report", "Containers 2 talks, 1 report", "Kubernetes 1 talk, 1 report"]


def project(markup: Markup, topics: str = TOPICS) -> dict[str, str]:
    """A report, and a page that only asks for topics."""
    names = ", ".join(markup.role("topic", name) for name in ("kube", "Cloud", "serverless"))
    return {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("Pods", {"topics": "K8S, bees"}),
            markup.talk("Boxes", {"topics": "containers"}),
            markup.talk("Skies", {"topics": "cloud"}),
            metadata={"event": "con", "tags": "kube", "date": "2024-05-01"},
        ),
        markup.file("lists"): markup.document(
            "Lists",
            markup.directive("talklist", "", {"topic": "containers"}),
            markup.directive("reportlist", "", {"topic": "Cloud"}),
            markup.directive(
                "talklist", "", {"layout": "table", "columns": "title, topics", "topic": "kube"}
            ),
            markup.directive("talklist", "", {"group-by": "topic"}),
            markup.directive("talkchart", "", {"by": "topic"}),
            names + "\n",
        ),
        "topics.yaml": topics,
    }


def lines_of(built: Built, page: str) -> list[str]:
    """The lines of the overview on a page."""
    (overview,) = built.page(page).by_class("trip-overview")
    return [line.words.replace(" · ", " ") for line in overview.by_class("trip-line")]


def test_aliases_and_topics_in_topics(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    pods = built.page("a.html").by_id("talk-pods")
    assert pods.links["Kubernetes"] == "trip/topics/k8s.html"
    lists = built.page("lists.html")
    below, reports, table, groups = (each.words for each in lists.by_class("trip-listing"))
    assert ("Pods" in below, "Boxes" in below, "Skies" in below) == (True, True, False)
    assert "Trip" in reports
    assert "Kubernetes" in table
    for heading in ("Kubernetes Pods", "Containers Boxes", "Cloud Skies", "bees Pods"):
        assert heading in groups
    assert lists.links["Kubernetes"] == "trip/topics/k8s.html"
    assert "serverless" not in lists.links  # Nothing is about it.
    (chart,) = lists.by_class("trip-chart")
    assert chart.words == "Topic Talks Cloud 3 Containers 2 bees 1 Kubernetes 1"


def test_the_inventory_has_all_names(build: Build, markup: Markup) -> None:
    found = build(project(markup), CONF).inventory()["trip:topic"]
    shown = ("trip/topics/k8s.html", "Kubernetes")
    assert {name: found.get(name) for name in ("k8s", "kube", "kubernetes", "serverless")} == {
        "k8s": shown, "kube": shown, "kubernetes": shown, "serverless": None
    }  # fmt: skip


def test_pages_show_the_tree(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert lines_of(built, "trip/topics/index.html") == ["bees 1 talk", *TREE]
    _bees, cloud, containers, _kubernetes = built.page("trip/topics/index.html").by_class(
        "trip-list"
    )
    assert containers.words in cloud.words
    assert lines_of(built, "trip/topics/cloud.html") == TREE[1:]
    page = built.page("trip/topics/containers.html")
    assert page.by_class("trip-described")[0].words == "Part of Cloud"
    assert page.links["Cloud"] == "cloud.html"
    assert ("Boxes" in page.words, "Pods" in page.words) == (True, True)
    source = built.out("trip/topics/cloud.html")
    assert '<p class="trip-about">Computers &amp; people of others.</p>' in source
    assert 'content="Computers &amp; people of others."' in source
    assert not (built.outdir / "trip/topics/serverless.html").exists()
    feed = built.out("feeds/topics/cloud.xml")
    assert feed.count("<entry>") == 1  # The report, which tells of the talks.
    assert 'label="Kubernetes"' in feed


def test_the_index_shows_what_is_in_what(build: Build, markup: Markup) -> None:
    built = build(project(markup), 'tripreport_data = ["topics.yaml"]')
    assert built.warnings == []
    index = built.page("trip-topics.html")
    assert index.by_id("topic-cloud").words == "Cloud Containers 2 talks, 1 report Skies"
    assert index.by_id("topic-cloud").links["Containers"] == "#topic-containers"
    assert index.by_id("topic-k8s").words == "Kubernetes Part of Containers Pods Trip"
    assert built.page("lists.html").links["Cloud"] == "trip-topics.html#topic-cloud"


def test_other_outputs(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF + 'language = "de"\n', builder="text")
    assert "Teil von Cloud" in built.out("trip/topics/containers.txt")
    assert "  * Containers ·\N{NO-BREAK SPACE}2 Vorträge" in built.out("trip/topics/index.txt")
    built = build(project(markup), 'tripreport_data = ["topics.yaml"]', builder="latex")
    tex = next(built.outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert tex.count("sphinxstyleindexentry{Cloud}") == 4  # Three talks and a report.
    assert tex.count("sphinxstyleindexentry{Kubernetes (Containers)}") == 2
    home = "Home\n====\n\n.. toctree::\n\n   a\n   lists\n   trip/topics/index\n"
    sources = {**project(markup), "index.rst": home}
    built = build(sources, CONF, builder="latex", folder="pages")
    tex = next(built.outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert "Computers \\& people of others." in tex
    assert "Part of" in tex


def test_a_page_of_a_long_list_can_begin_within_a_topic(build: Build, markup: Markup) -> None:
    topics = "topics: [A, {name: B, parent: A}, {name: C, parent: B}, {name: D, parent: A}, Aa,"
    topics += " {name: E, parent: Aa}]\n"
    sources = {
        markup.file("a"): markup.document("Trip", markup.talk("T", {"topics": "C, D, E"})),
        "topics.yaml": topics,
    }
    for size, page, wanted in (
        (5, "index", ["* A", "  * B", "    * C", "  * D", "* Aa"]),
        (3, "page-2", ["* D", "* Aa", "  * E"]),
        (2, "page-2", ["* C", "* D"]),
    ):
        conf = f"{CONF}tripreport_page_size = {size}\n"
        built = build(sources, conf, builder="text", folder=str(size))
        text = built.out(f"trip/topics/{page}.txt")
        lines = [line.partition(" ·")[0] for line in text.splitlines()]
        assert [line for line in lines if "* " in line] == wanted


def test_a_deep_tree_can_be_printed(build: Build, markup: Markup) -> None:
    names = ["one", "two", "three", "four", "five", "six"]
    pairs = zip(names, ["", *names], strict=False)
    entries = "".join(f"  - {{name: {name}, parent: '{above}'}}\n" for name, above in pairs)
    sources = {
        markup.file("a"): markup.document("Trip", markup.talk("T", {"topics": "six"})),
        "topics.yaml": f"topics:\n{entries}",
        "index.rst": "Home\n====\n\n.. toctree::\n\n   a\n   trip/topics/index\n",
    }
    built = build(sources, CONF, builder="latex")
    assert built.warnings == []
    tex = next(built.outdir.glob("*.tex")).read_text(encoding="utf-8")
    depth = deepest = 0
    for change in re.findall(r"\\(begin|end)\{itemize\}", tex):
        depth += 1 if change == "begin" else -1
        deepest = max(deepest, depth)
    assert deepest == 4


def test_a_changed_file_changes_what_it_is_about(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    before = built.written()
    built.rebuild({"topics.yaml": TOPICS.replace("[kube]", "[kube, bees]")})
    changed = {name for name, when in built.written().items() if before.get(name) != when}
    assert {"a.html", "lists.html", "trip/topics/index.html", "talks.json"} <= changed
    assert "trip/topics/k8s.html" not in changed  # Pods was there already.
    assert "trip/topics/serverless.html" not in built.written()
    assert not (built.outdir / "trip/topics/bees.html").exists()
    assert "feeds/topics/bees.xml" not in built.written()
    # Only one page says what a topic is.
    before = built.written()
    built.rebuild({"topics.yaml": TOPICS.replace("[kube]", "[kube, bees]").replace("&", "or")})
    changed = {name for name, when in built.written().items() if before.get(name) != when}
    assert "trip/topics/cloud.html" in changed
    assert not {"a.html", "lists.html", "trip/topics/containers.html"} & changed
    # The tree is another one.
    flat = TOPICS.replace("    parent: Containers\n", "")
    built.rebuild({"topics.yaml": flat})
    assert lines_of(built, "trip/topics/index.html") == [
        "bees 1 talk", "Cloud 2 talks", "Containers 1 talk", "Kubernetes 1 talk, 1 report"
    ]  # fmt: skip
    assert "Pods" not in built.page("trip/topics/containers.html").words
    (chart,) = built.page("lists.html").by_class("trip-chart")
    assert chart.words == "Topic Talks Cloud 2 bees 1 Containers 1 Kubernetes 1"
    # Without declarations, everything is as its authors write it.
    built.rebuild({"topics.yaml": "topics:\n"})
    assert built.page("a.html").by_id("talk-pods").links["K8S"] == "trip/topics/k8s.html"
    assert (built.outdir / "trip/topics/kube.html").exists()


def test_topics_that_nobody_declares(build: Build, markup: Markup) -> None:
    closed = CONF + "tripreport_topics_closed = True\n"
    built = build(project(markup), closed)
    (warning,) = built.warnings
    name = markup.file("a")
    assert warning.startswith(f"{name}:")
    assert "WARNING: No data file declares the topic “bees”. [tripreport.topic]" in warning
    assert built.page("a.html").by_id("talk-pods").links["bees"] == "trip/topics/bees.html"
    assert built.rebuild().warnings == [warning]
    sources = {name: project(markup)[name], "topics.yaml": ""}
    (warning,) = build(sources, closed, folder="none").warnings
    assert "“tripreport_topics_closed” is True, but no file of “tripreport_data”" in warning


@pytest.mark.parametrize(
    ("topics", "line", "words"),
    [
        ("topics:\n  a:\n    parent: a\n", 3, "“parent” of “a” is “a”, which would put it into"),
        ("topics:\n  a:\n    parent: b\n", 3, "is “b”, which no data file declares"),
        ("topics:\n  a:\n    parnt: b\n", 3, "“topic” has no key “parnt”"),
        ("topics: a\n", 1, "“topics” is text: expected a mapping or a list."),
    ],
)
def test_what_is_wrong_in_a_file(
    build: Build, markup: Markup, topics: str, line: int, words: str
) -> None:
    sources = {
        markup.file("a"): markup.document("Trip", markup.talk("T", {"topics": "a"})),
        "topics.yaml": topics,
    }
    (warning,) = build(sources, 'tripreport_data = ["topics.yaml"]').warnings
    assert warning.startswith(f"topics.yaml:{line}: WARNING: ")
    assert words in warning


def test_builds_that_explain_name_spellings(build: Build, markup: Markup) -> None:
    sources = {
        markup.file("a"): markup.document(
            "Trip",
            markup.talk("T", {"topics": "Docker, unit test"}),
            markup.talk("U", {"topics": "docker, unit-tests, Docker"}),
        )
    }
    built = build(sources, tags=("tripreport-explain",))
    assert "topics: “docker” and “Docker” seem to be one: write “Docker”, or" in built.said
    assert "topics: “unit-tests” and “unit test” seem to be one" in built.said
    assert "aliases: [unit-tests]" in built.said
    assert "seem to be one" not in build(sources, folder="else").said


@pytest.mark.parametrize("topics", ["topics: [Cloud]", TOPICS])
def test_search_boxes_know_what_topics_are_in(build: Build, markup: Markup, topics: str) -> None:
    built = build(project(markup, topics), CONF + "tripreport_filter_from = 1\n")
    page = built.out("lists.html")
    assert "tripreport-filter.js" in page
    around = '{"Kubernetes": [["Containers", "Cloud"], ["kube"]]}'.replace('"', "&quot;")
    assert (around in page) == (topics == TOPICS)
