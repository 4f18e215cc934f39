"""What metadata says for lists: a description and a picture, as every engine writes them."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.front_matter import read_yaml_front_matter
from sphinxcontrib_tripreport.core.posts.shown_fields import ShownFields, read_shown_fields
from sphinxcontrib_tripreport.core.posts.summary_end import line_of_summary_end


def shown(yaml: str) -> ShownFields:
    """What front matter says for lists."""
    metadata = read_yaml_front_matter(f"---\n{yaml}\n---\n")
    assert metadata is not None
    return read_shown_fields(metadata.fields)


@pytest.mark.parametrize("name", ["description", "summary", "excerpt", "custom_excerpt"])
def test_every_engine_has_descriptions(name: str) -> None:
    assert shown(f"{name}: A *good* day").description == "A good day"


def test_the_first_name_that_says_something_counts() -> None:
    assert shown("summary: b\ndescription: a").description == "a"
    assert shown("summary: b\ndescription: ''").description == "b"
    assert shown("summary: [b, c]\nexcerpt: a").description == "a"
    assert shown("summary: true").description == ""


def test_numbers_are_those_of_ablog() -> None:
    assert shown("excerpt: 2\nimage: 3") == ShownFields("", 2, None, 3)
    assert shown("description: Words\nexcerpt: 2").description == "Words"


def test_descriptions_are_cut() -> None:
    assert len(shown("description: " + "word " * 3000).description) <= 600


@pytest.mark.parametrize(
    ("yaml", "url", "alt"),
    [
        ("image: a.png", "a.png", ""),
        ("cover: a.png\ncover-alt: A hall", "a.png", "A hall"),
        ("thumbnail: /img/a.png\nthumbnail_alt: A hall", "/img/a.png", "A hall"),
        ("previewimage: a.png\nalt: A hall", "a.png", "A hall"),
        ("banner: a.png", "a.png", ""),
        ("featured_image: a.png", "a.png", ""),
        ("heroImage: a.png\nheroImageAlt: A hall", "a.png", "A hall"),
        ("image:\n  path: a.png\n  alt: A *hall*", "a.png", "A hall"),
        ("image:\n  url: a.png\nimage-alt: A hall", "a.png", "A hall"),
        ("cover:\n  image: a.png\n  alt: A hall\n  relative: true", "a.png", "A hall"),
        ("header:\n  overlay_color: red\n  teaser: a.png\n  image_alt: A hall", "a.png", "A hall"),
        ("images: [a.png, b.png]", "a.png", ""),
        ("images:\n  - src: a.png\n    alt: A hall", "a.png", "A hall"),
    ],
)
def test_every_engine_has_pictures(yaml: str, url: str, alt: str) -> None:
    picture = shown(yaml).picture
    assert picture is not None
    assert (picture.url, picture.alt) == (url, alt)
    assert picture.line == 2


@pytest.mark.parametrize(
    "yaml", ["cover: true", "image: no", "images: []", "header: {color: red}", "image: 2",
             "image: {path: {path: {path: {path: {path: a.png}}}}}", "banner: red"],
)  # fmt: skip
def test_other_values_are_no_pictures(yaml: str) -> None:
    assert shown(yaml).picture is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n<!-- more -->\n\nb", 3),
        ("a <!--more--> b", 1),
        ("a\n<!-- truncate -->", 2),
        ("```\n<!-- more -->\n```\n\na\n\n<!-- more -->", 7),
        ("`<!-- more -->`", 0),
        ("<!-- PELICAN_BEGIN_SUMMARY -->\na\n<!-- PELICAN_END_SUMMARY -->", 3),
        ("{% excerpt %}\na\n{% endexcerpt %}", 3),
        ("a\n{% excerpt %}", 2),
        ("a\n{/* truncate */}", 2),
        ("<!-- a comment -->", 0),
        ("nothing", 0),
    ],
)
def test_marks_in_markdown(text: str, line: int) -> None:
    assert line_of_summary_end(text, "markdown") == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n.. more::\n\nb", 3),
        ("a\n\n.. TEASER_END\n\nb", 3),
        ("a\n\n.. TEASER_END: Read on\n", 3),
        ("Code::\n\n  .. more::\n\nb", 0),
    ],
)
def test_marks_in_restructuredtext(text: str, line: int) -> None:
    assert line_of_summary_end(text, "restructuredtext") == line
