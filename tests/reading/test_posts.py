"""Posts of every engine in a project: metadata taken and never shown, lines of warnings right."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built

BODY = {
    "md": "# Day 1\n\nWhat I heard.\n\n{talk}`No such talk`\n",
    "rst": "Day 1\n=====\n\nWhat I heard.\n\n:talk:`No such talk`\n",
}
EVENT, DATE, AUTHOR = "europython-2020", "2020-07-23", "Jane Doe"
YAML = f"---\ntitle: Day 1\nEvent: {EVENT}\ndate: {DATE} 10:00:00 +0200\nauthor: {AUTHOR}\n---\n\n"
TOML = f"""\
+++
title = "Day 1"
date = {DATE}T10:00:00Z

[extra]
event = "{EVENT}"
author = "{AUTHOR}"
[taxonomies]
tags = ["Day 1"]
+++

"""
KEYS = f"Title: Day 1\nDate: {DATE} 10:20\nAuthor: {AUTHOR}\nSummary: Day 1\nEvent: {EVENT}\n\n"
COMMENTS = f"""\
.. title: Day 1
.. slug: secret
.. date: {DATE} 20:10:28 UTC+01:00
.. author: {AUTHOR}
.. event: {EVENT}
"""
FIELDS = f":date: {DATE} 10:20\n:author: {AUTHOR}\n:event: {EVENT}\n:summary: Day 1\n\n"
POST_RST = f".. post:: Jul 23, 2020\n   :tags: Day 1\n   :author: {AUTHOR}\n\n"
POST_MD = f"```{{post}} {DATE}\n:tags: Day 1\n:author: {AUTHOR}\n```\n\n"


def _after_title(text: str, more: str) -> str:
    title, text = text.split("\n\n", maxsplit=1)
    return f"{title}\n\n{more}{text}"


POSTS = {
    "yaml.md": YAML + BODY["md"],
    "yaml-rst.rst": YAML + BODY["rst"],
    "toml.md": TOML + BODY["md"],
    "toml-rst.rst": TOML + BODY["rst"],
    "pelican.md": KEYS + BODY["md"],
    "pelican-rst.rst": _after_title(BODY["rst"], FIELDS),
    "fields.rst": FIELDS + BODY["rst"],
    "nikola.md": f"<!--\n{COMMENTS}-->\n\n{BODY['md']}",
    "nikola-bare.md": f"{COMMENTS}\n{BODY['md']}",
    "nikola-rst.rst": f"{COMMENTS}\n{BODY['rst']}",
    "ablog.md": f"---\nevent: {EVENT}\n---\n\n" + _after_title(BODY["md"], POST_MD),
    "ablog-rst.rst": f":event: {EVENT}\n\n" + _after_title(BODY["rst"], POST_RST),
    "ablog-front.md": "---\nblogpost: true\n" + YAML.removeprefix("---\n") + BODY["md"],
    f"_posts/{DATE}-jekyll.md": f"---\nevent: {EVENT}\nauthor: {AUTHOR}\n---\n\n" + BODY["md"],
    "windows.md": "\N{BYTE ORDER MARK}" + (TOML + BODY["md"]).replace("\n", "\r\n"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All of them in one project, whose files are read as they are."""
    return Built(tmp_path_factory.mktemp("posts"), POSTS, "source_encoding = 'utf-8'\n")


@pytest.mark.parametrize("name", POSTS)
def test_post(site: Built, name: str) -> None:
    page = site.page(f"{name.rpartition('.')[0]}.html")
    words = page.words
    for known in (EVENT, "23 July 2020", AUTHOR):
        assert words.count(known) == 1, words
    assert "What I heard." in words
    for engine in ("+++", "post", "summary", "blogpost"):
        assert engine not in words
    source = POSTS[name].replace("\r\n", "\n").split("\n")
    line = next(n for n, text in enumerate(source, start=1) if "No such talk" in text)
    own = [warning for warning in site.warnings if warning.startswith(f"{name}:")]
    assert [warning.split(" ")[0] for warning in own] == [f"{name}:{line}:"], own


def test_nothing_else_is_said(site: Built) -> None:
    assert len(site.warnings) == len(POSTS), site.warnings


def test_ablog_keeps_its_directive(build: Build) -> None:
    conf = """
from docutils import nodes
from docutils.parsers.rst import Directive

class Post(Directive):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = {"tags": str, "author": str}

    def run(self):
        return [nodes.paragraph("", "the post of " + self.arguments[0])]

def setup(app):
    app.add_directive("post", Post)
"""
    names = ("ablog.md", "ablog-rst.rst")
    built = build({name: POSTS[name] for name in names}, conf)
    for name, date in zip(names, (DATE, "Jul 23, 2020"), strict=True):
        words = built.page(f"{name.rpartition('.')[0]}.html").words
        assert f"the post of {date}" in words
        assert "23 July 2020" in words
        assert AUTHOR in words


@pytest.mark.parametrize(
    ("name", "top", "line", "said"),
    [
        ("day.md", "+++\ntitle = = 1\n+++\n\n", 2, "[tripreport.metadata]"),
        ("day.rst", "+++\ntitle = = 1\n+++\n\n", 2, "[tripreport.metadata]"),
        ("day.md", "---\ntitle: [\n---\n\n", 2, "[tripreport.metadata]"),
        ("day.rst", "---\ntitle: [1\n---\n\n", 2, "[tripreport.metadata]"),
        ("day.md", "---\ntitle: Day 1\n\n", 1, "[tripreport.metadata]"),
        ("day.md", "+++\ntitle = 'Day 1'\n\n", 1, "[tripreport.metadata]"),
        ("day.rst", "+++\ntitle = 'Day 1'\n\n", 1, "[tripreport.metadata]"),
    ],
)
def test_broken_metadata_is_one_warning(
    build: Build, name: str, top: str, line: int, said: str
) -> None:
    built = build({name: top + BODY[name.rpartition(".")[2]]})
    first, second = built.warnings
    assert first.startswith(f"{name}:{line}:")
    assert first.endswith(said)
    assert "No such talk" in second
    assert "What I heard." in built.page("day.html").words
