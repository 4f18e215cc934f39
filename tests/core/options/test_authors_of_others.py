"""Authors as Material for MkDocs and ABlog have them."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.model.records import Speaker
from sphinxcontrib_tripreport.core.options.blog_authors import read_blog_authors
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.text.links import Link


def test_the_authors_of_material() -> None:
    text = """\
authors:
  squid:
    name: Ann Lee
    description: Creator
    avatar: https://ann.example/face.png
    slug: ann
    url: https://ann.example
"""
    data = read_data(text, ".authors.yml")
    assert data.problems == []
    assert data.speakers == [
        Speaker(
            "ann-lee",
            "Ann Lee",
            other_key="squid",
            photo="https://ann.example/face.png",
            description="Creator",
            links=(Link("homepage", "https://ann.example"),),
            is_speaker=False,
            is_author=True,
            line=2,
        )
    ]


def test_what_is_wrong_with_an_author_is_said_at_its_line() -> None:
    data = read_data("authors:\n  ann:\n    name: Ann\n    url: a/file\n    mail: x\n", "x.yaml")
    assert [
        (problem.line, problem.text.split(":")[0].split(", pro")[0]) for problem in data.problems
    ] == [
        (5, "“author” has no key “mail”; it has name, affiliation, aliases, sort"),
        (4, "“homepage” is “a/file”"),
    ]


def test_the_authors_of_ablog() -> None:
    written = {
        "ann": ("Ann  Lee", "https://ann.example"),
        "bob": ["Bob Ray", None],
        "cat": "Cat Coe",
        "dan": ("Dan Din", "no address"),
        "eve": ("Eve Ott", "a/file"),
        "nobody": (),
        "none": None,
    }
    found = read_blog_authors(written)
    assert [(each.name, each.other_key, each.links) for each in found] == [
        ("Ann Lee", "ann", (Link("homepage", "https://ann.example"),)),
        ("Bob Ray", "bob", ()),
        ("Cat Coe", "cat", ()),
        ("Dan Din", "dan", ()),
        ("Eve Ott", "eve", ()),
    ]
    assert all(each.is_author and not each.is_speaker for each in found)
