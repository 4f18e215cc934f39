"""Endings of files, and the folders of globs."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.posts.suffixes import folders_of, unread


def test_folders() -> None:
    assert folders_of(["posts/*", "posts/a/**", "x/[ab]/c"]) == ["posts", "x"]
    assert folders_of(["posts/*", "*"]) == [""]
    assert folders_of(["posts2/*", "posts/*"]) == ["posts", "posts2"]


def test_files_that_nothing_reads() -> None:
    paths = ["a.md", "b.MKD", "c.qmd", "d.png", "e.markdown"]
    assert unread(paths, [".md", ".markdown"]) == {".mkd": ["b.MKD"], ".qmd": ["c.qmd"]}
