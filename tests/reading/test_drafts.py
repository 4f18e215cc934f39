"""Drafts: in no output, unless the build has the tag ``drafts``; and what comes and goes."""

from __future__ import annotations

import re

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

INDEX = "Home\n====\n\n.. toctree::\n\n   a\n   b\n"
GLOB = "Home\n====\n\n.. toctree::\n   :glob:\n\n   posts/*\n"
FACTS = {"event": "con", "author": "Ann Lee", "date": "2020-08-01"}


def post(markup: Markup, title: str, *, draft: bool = False, words: str = "Words.\n") -> str:
    """A report with a talk that nobody else has."""
    talk = markup.talk(f"Talk of {title}", {"speakers": f"Speaker of {title}", "topics": title})
    metadata = {**FACTS, "draft": "true"} if draft else FACTS
    return markup.document(title, words, talk, metadata=metadata)


def project(markup: Markup, *, draft: bool) -> dict[str, str]:
    """Two reports; the second may be a draft."""
    return {
        "index.rst": INDEX,
        markup.file("a"): post(markup, "Apples"),
        markup.file("b"): post(markup, "Bees", draft=draft),
    }


def everything(built: Built) -> str:
    """All that a reader or another program gets: files of text, names of files, the inventory."""
    files = [path for path in sorted(built.outdir.rglob("*")) if path.is_file()]
    texts = [
        path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in {".html", ".xhtml", ".js", ".json", ".tex", ".txt", ".ncx", ".opf"}
        and "_static" not in path.parts
    ]
    texts += [str(path.relative_to(built.outdir)) for path in files]
    if (built.outdir / "objects.inv").is_file():
        texts.append(str(built.inventory()))
    return "\n".join(texts)


def reports(built: Built) -> dict[str, bool]:
    """The reports of the data file, and whether they are drafts."""
    return {report["docname"]: report["draft"] for report in built.talks_json()["reports"]}


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "latex", "epub", "text"])
def test_a_draft_is_nowhere(build: Build, markup: Markup, builder: str) -> None:
    built = build(project(markup, draft=True), "html_copy_source = True", builder=builder)
    assert built.warnings == []
    found = everything(built)
    assert "Apples" in found
    assert "Bees" not in found
    assert not re.search(r"\bb(\.|/)(html|xhtml|md|rst|index)", found)


def test_the_files_of_html_do_not_know_a_draft(build: Build, markup: Markup) -> None:
    built = build(project(markup, draft=True))
    assert not (built.outdir / "b.html").exists()
    assert reports(built) == {"a": False}
    assert [talk["title"] for talk in built.talks_json()["talks"]] == ["Talk of Apples"]
    assert list(built.inventory()["std:doc"]) == ["a", "index"]
    assert '"a"' in built.out("searchindex.js")
    assert '"b"' not in built.out("searchindex.js")
    assert "Bees" not in built.page("index.html").main.links


def test_with_the_tag_a_draft_is_built_and_says_so(build: Build, markup: Markup) -> None:
    built = build(project(markup, draft=True), tags=("drafts",))
    assert built.warnings == []
    assert reports(built) == {"a": False, "b": True}
    page = built.page("b.html").main
    assert "Bees Draft · con · 1 August 2020 · Ann Lee" in page.words
    assert 'class="trip-draft"' in built.out("b.html")
    assert "trip-draft" not in built.out("a.html")
    assert "con/talk-of-bees" in built.inventory()["trip:talk"]


@pytest.mark.parametrize(("builder", "name"), [("latex", "trips.tex"), ("text", "b.txt")])
def test_other_outputs_say_that_a_draft_is_one(
    build: Build, markup: Markup, builder: str, name: str
) -> None:
    built = build(project(markup, draft=True), builder=builder, tags=("drafts",))
    assert built.warnings == []
    assert "Draft" in built.out(name)


def test_a_draft_without_other_facts_has_a_byline(build: Build, markup: Markup) -> None:
    sources = {markup.file("a"): markup.document("Bees", metadata={"draft": "true"})}
    built = build(sources, "tripreport_posts = ['a']", tags=("drafts",))
    assert built.page("a.html").main.words == "Bees Draft"


FORMS = {
    "jekyll.md": "---\ntitle: T\npublished: false\n---\n\n# T\n",
    "hugo.md": "+++\ntitle = 'T'\ndraft = true\n+++\n\n# T\n",
    "pelican.md": "Title: T\nStatus: draft\n\n# T\n",
    "pelican_hidden.rst": "T\n=\n\n:date: 2020-08-01\n:status: hidden\n\nWords.\n",
    "nikola.rst": ".. title: T\n.. status: private\n\nT\n=\n\nWords.\n",
    "ablog.md": "---\nblogpost: true\n---\n\n# T\n",
    "ablog_post.rst": ".. post::\n   :tags: bees\n\nT\n=\n\nWords.\n",
    "patterns.md": "---\ndraft: true\ntalk-patterns: * {title}: **{speakers}**\n---\n\n# T\n",
    "windows.md": "\ufeff---\r\ndraft: true\r\n---\r\n\r\n# T\r\n",
}


def test_drafts_of_every_engine(build: Build) -> None:
    built = build({**FORMS, "a.md": "# Kept\n"})
    assert built.warnings == []
    assert built.app.env.all_docs.keys() == {"index", "a"}


@pytest.mark.parametrize(
    "text",
    [
        "---\ndraft: false\n---\n\n# T\n",
        "---\npublished: 2020-08-01\n---\n\n# T\n",
        "---\nblogpost: true\ndate: 2020-08-01\n---\n\n# T\n",
        "# T\n\ndraft: true\n\n```\n.. post::\n```\n",
        "---\ndraft: [true\n---\n\n# T\n",
    ],
)
def test_others_are_no_drafts(build: Build, text: str) -> None:
    assert "a" in build({"a.md": text}).app.env.all_docs


def test_the_root_is_never_left_out(build: Build) -> None:
    built = build({"index.rst": ":draft: true\n\nHome\n====\n"})
    assert built.warnings == []
    assert built.app.env.all_docs.keys() == {"index"}


def test_posts_without_a_date_are_left_to_ablog(build: Build) -> None:
    directive = (
        "\nfrom docutils.parsers.rst import Directive\n"
        "class Post(Directive):\n"
        "    has_content = True\n"
        "    def run(self): return []\n"
        "def setup(app): app.add_directive('post', Post)\n"
    )
    built = build({"a.rst": ".. post::\n\nT\n=\n", "b.rst": ":draft: true\n\nT\n=\n"}, directive)
    assert built.warnings == []
    assert built.app.env.all_docs.keys() == {"index", "a"}


@pytest.mark.parametrize("index", [INDEX, GLOB.replace("posts/*", "b*"), GLOB])
def test_toctrees_pass_over_drafts_without_a_warning(
    build: Build, markup: Markup, index: str
) -> None:
    sources = {"index.rst": index, markup.file("a"): ":orphan:\n\n" + post(RST, "Apples")}
    if markup is MYST:
        sources["a.md"] = "---\norphan: true\n---\n\n# Apples\n"
    sources[markup.file("b")] = post(markup, "Bees", draft=True)
    sources[markup.file("posts/c")] = post(markup, "Cats", draft=True)
    built = build(sources)
    assert built.warnings == []
    # A toctree that passed over a draft is not read again and again for it.
    before = built.written()
    after = built.rebuild().written()
    assert before["index.html"] == after["index.html"]


def test_toctrees_still_warn_of_what_is_not_there(build: Build) -> None:
    built = build(
        {"index.rst": f"{INDEX}   c\n", "a.md": "# A\n", "b.md": post(MYST, "B", draft=True)}
    )
    (warning,) = built.warnings
    assert "'c'" in warning


def test_other_roles_do_not_know_a_draft(build: Build) -> None:
    sources = {
        **project(RST, draft=True),
        "a.rst": RST.document("Apples", ":doc:`b`\n\n:talk:`Talk of Bees`\n"),
    }
    first, second = build(sources).warnings
    assert first.startswith("a.rst:4: WARNING: unknown document: 'b'")
    assert second.startswith("a.rst:6: WARNING: ")
    assert "Talk of Bees" in second


def test_a_file_that_is_a_draft_is_no_download(build: Build) -> None:
    sources = {**project(MYST, draft=True), "a.md": "# Apples\n\n[other](b.md)\n"}
    built = build(sources)
    assert len(built.warnings) == 1
    assert "Bees" not in everything(built)


# What comes and goes


def assert_as_clean(built: Built, clean: Built) -> None:
    """Compare what an incremental build left with what a clean one writes."""
    assert built.warnings == clean.warnings == []
    assert built.written().keys() - {".buildinfo.bak"} == clean.written().keys()
    for name in clean.written():
        if name.endswith((".html", ".txt", ".json")) and "_static" not in name:
            assert (name, built.out(name)) == (name, clean.out(name))


def test_an_index_that_only_a_draft_had_goes_with_it(build: Build, markup: Markup) -> None:
    sources = {markup.file("a"): post(markup, "Apples"), markup.file("b"): "Other\n=====\n"}
    built = build(sources)
    assert (built.outdir / "trip-topics.html").exists()
    sources = {**sources, markup.file("a"): post(markup, "Apples", draft=True)}
    built.rebuild({markup.file("a"): sources[markup.file("a")]})
    assert_as_clean(built, build(sources, folder="clean"))
    assert "Apples" not in everything(built)


CHANGES = pytest.mark.parametrize("draft", [True, False], ids=["taken back", "published"])


@pytest.mark.parametrize("builder", ["html", "dirhtml", "text"])
@CHANGES
def test_posts_that_are_published_or_taken_back(
    build: Build, markup: Markup, builder: str, draft: bool
) -> None:
    conf = "html_copy_source = True"
    built = build(project(markup, draft=not draft), conf, builder=builder)
    sources = project(markup, draft=draft)
    built.rebuild({markup.file("b"): sources[markup.file("b")]})
    assert_as_clean(built, build(sources, conf, builder=builder, folder="clean"))


@CHANGES
def test_menus_and_neighbours_of_every_page(build: Build, markup: Markup, draft: bool) -> None:
    conf = "html_sidebars = {'**': ['globaltoc.html', 'relations.html']}"
    built = build(project(markup, draft=not draft), conf)
    sources = project(markup, draft=draft)
    built.rebuild({markup.file("b"): sources[markup.file("b")]})
    assert_as_clean(built, build(sources, conf, folder="clean"))


def test_references_of_other_pages(build: Build) -> None:
    sources = {
        **project(RST, draft=False),
        "a.rst": RST.document("Apples", ":doc:`b` and :any:`Talk of Bees`\n"),
    }
    built = build(sources)
    assert len(built.page("a.html").main.links) == 2
    built.rebuild({"b.rst": project(RST, draft=True)["b.rst"]})
    assert len(built.warnings) == 2
    assert built.page("a.html").main.links == {}


@pytest.mark.parametrize("builder", ["html", "text"])
@pytest.mark.parametrize("tags", [("drafts",), ()], ids=["added", "removed"])
@pytest.mark.parametrize("index", [INDEX, GLOB.replace("posts/*", "*")], ids=["names", "glob"])
def test_the_tag_is_added_or_removed(
    build: Build, markup: Markup, builder: str, tags: tuple[str, ...], index: str
) -> None:
    sources = {**project(markup, draft=True), "index.rst": index}
    built = build(sources, builder=builder, tags=() if tags else ("drafts",))
    built.rebuild(tags=tags)
    assert_as_clean(built, build(sources, builder=builder, tags=tags, folder="clean"))


def test_a_second_builder_learns_of_it_too(build: Build, markup: Markup) -> None:
    built = build(project(markup, draft=False), "# shared doctrees")
    built.rebuild(builder="text")
    sources = project(markup, draft=True)
    built.rebuild({markup.file("b"): sources[markup.file("b")]}, builder="html")
    built.rebuild(builder="text")
    assert not (built.outdir / "b.txt").exists()
    built.rebuild(builder="html")
    assert not (built.outdir / "b.html").exists()


def test_a_draft_that_is_deleted_is_missed_by_its_toctree(build: Build, markup: Markup) -> None:
    built = build(project(markup, draft=True))
    built.rebuild({markup.file("b"): None})
    (warning,) = built.warnings
    assert "nonexisting document 'b'" in warning


def test_a_draft_that_changes_leaves_everything_alone(build: Build, markup: Markup) -> None:
    built = build(project(markup, draft=True))
    before = built.written()
    built.rebuild({markup.file("b"): post(markup, "Beetles", draft=True)})
    for name in ("index.html", "a.html", "talks.json", "trip-talks.html"):
        assert built.written()[name] == before[name]


@CHANGES
def test_parallel_builds_agree(build: Build, draft: bool) -> None:
    more = {f"c{number}.md": f"# More {number}\n" for number in range(6)}
    glob = GLOB.replace("posts/*", "*")
    sources = {**project(MYST, draft=draft), **more, "index.rst": glob}
    before = {**sources, "b.md": project(MYST, draft=not draft)["b.md"]}
    built = build(before, parallel=2)
    built.rebuild({"b.md": sources["b.md"]})
    assert_as_clean(built, build(sources, folder="clean"))
