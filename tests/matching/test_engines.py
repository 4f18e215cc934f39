"""Posts of each engine: one line in its own metadata makes their talks known."""

from __future__ import annotations

import pytest

from tests.tools.building import Build

MARKDOWN = """\
Words before.

## 09:00, [Bees](https://con.example/bees) and wasps - Ann Lee (Acme), Bob Ray

What I heard.

### A part of it

More.

## Bye

End.
"""
RST = """\
Words before.

09:00, Bees and wasps - Ann Lee (Acme), Bob Ray
-----------------------------------------------

What I heard.

A part of it
~~~~~~~~~~~~

More.

Bye
---

End.
"""
PATTERN = "## {time}, {title} - {speakers}"
POSTS = {
    "yaml.md": f"""---
title: Day 1
event: con
date: 2020-07-23 10:00:00 +0200
talk-patterns: "{PATTERN}"
---
{MARKDOWN}""",
    "bare.md": f"""---
talk_patterns: {PATTERN}
title: Day 1
event: con
date: 2020-07-23
---
{MARKDOWN}""",
    "list.md": f"""---
title: Day 1
event: con
date: 2020-07-23
talk-patterns:
  - {PATTERN}
  - '* {{title}} // {{speakers}}'
---
* Ants
  Cy

{MARKDOWN}""",
    "block.md": f"""---
title: Day 1
event: con
date: 2020-07-23
talk-patterns: |
  {PATTERN}
---
{MARKDOWN}""",
    "toml.md": f"""+++
title = "Day 1"
date = 2020-07-23T10:00:00+02:00
[extra]
event = "con"
talk-patterns = ["{PATTERN}"]
+++
{MARKDOWN}""",
    "pelican.md": f"""Title: Day 1
Date: 2020-07-23 10:00
Talk-Patterns: {PATTERN}
Event: con

{MARKDOWN}""",
    "nikola.md": f"""<!--
.. title: Day 1
.. talk-patterns: {PATTERN}
.. date: 2020-07-23 10:00:00 UTC+02:00
.. event: con
-->

{MARKDOWN}""",
    "ablog.md": f"""---
blogpost: true
date: Jul 23, 2020
event: con
talk-patterns: '{PATTERN}'
---
# Day 1

{MARKDOWN}""",
    "_posts/2020-07-23-jekyll.md": f"""---
title: Day 1
event: con
talk-patterns: "{PATTERN}"
---
{MARKDOWN}""",
    "windows.md": ("\N{BYTE ORDER MARK}" + f"""---
title: Day 1
event: con
date: 2020-07-23
talk-patterns: {PATTERN}
---
{MARKDOWN}""").replace("\n", "\r\n"),
    "docinfo.rst": f""":event: con
:date: 2020-07-23
:talk-patterns: {PATTERN}

Day 1
=====

{RST}""",
    "pelican.rst": f"""Day 1
=====

:date: 2020-07-23 10:00
:talk-patterns:
    {PATTERN}
    * {{title}} // {{speakers}}
:event: con

* Ants
  Cy

{RST}""",
    "titled.rst": f""":title: Day 1
:event: con
:date: 2020-07-23
:talk-patterns: {PATTERN}

{RST}""",
    "nikola.rst": f""".. title: Day 1
.. talk-patterns: {PATTERN}
.. date: 2020-07-23
.. event: con

{RST}""",
    "yaml.rst": f"""---
title: Day 1
event: con
date: 2020-07-23
talk-patterns: {PATTERN}
---

{RST}""",
}  # fmt: skip


@pytest.mark.parametrize("name", POSTS)
def test_engine(build: Build, name: str) -> None:
    built = build({name: POSTS[name]})
    assert built.warnings == []
    docname = name.rpartition(".")[0]
    report = built.catalogue.reports[docname]
    assert (report.title, report.event, str(report.date)) == ("Day 1", "con", "2020-07-23")
    talk = next(talk for talk in built.catalogue.talks if talk.title == "Bees and wasps")
    assert (talk.speakers, talk.start and talk.start.hour) == (("ann-lee", "bob-ray"), 9)
    assert built.catalogue.speakers["ann-lee"].affiliation == "Acme"
    others = {"Ants"} if "Cy" in POSTS[name] else set()
    assert {talk.title for talk in built.catalogue.talks} == {"Bees and wasps", *others}
    page = built.page(f"{docname}.html").main
    assert [heading.words.rstrip("¶") for heading in page.by_tag("h1")] == ["Day 1"]
    section = page.by_id("talk-bees-and-wasps")
    assert (
        section.words
        == "Bees and wasps Ann Lee (Acme) and Bob Ray · 09:00 What I heard. A part of it More."
    )
    assert "pattern" not in page.words
    assert page.words.endswith("Bye End.")


def test_a_post_in_another_encoding(build: Build) -> None:
    post = "---\ntitle: Día uno\nevent: con\ntalk-patterns: {title} - {speakers}\n---\n"
    post += "\n## Año - José\n"
    built = build({"a.md": post.encode("latin-1")})
    (warning,) = built.warnings
    assert warning.startswith("a.md:2: WARNING: The file is not in UTF-8")
    assert built.page("a.html").main.words == "Día uno con Año José"
    assert built.catalogue.talks[0].title == "Año"


def test_a_broken_post_still_builds(build: Build) -> None:
    """What is wrong is said once, with its line; everything else is there."""
    posts = {
        "empty.md": "---\ntitle: A\nevent: con\ntalk-patterns:\n---\n\n## One\n",
        "unknown.rst": ":event: con\n:talk-patterns: {speaker}\n\nA\n=\n\nOne\n---\n\nText.\n",
        "idle.md": "---\nevent: con\nday-patterns: Day {day}\n---\n# A\n\n## One\n",
        "date.md": "---\nevent: con\ndate: one fine day\n---\n# A\n\n## One\n",
        "talks.md": "---\nevent: con\ntalks: nonsense\n---\n# A\n\n## One\n",
    }
    built = build(posts)
    assert sorted(warning.split(" ")[0] for warning in built.warnings) == [
        "date.md:3:",
        "empty.md:4:",
        "idle.md:3:",
        "talks.md:3:",
        "unknown.rst:2:",
    ]
    for name in posts:
        assert "One" in built.page(f"{name.partition('.')[0]}.html").main.words


def test_a_day_that_its_month_does_not_have(build: Build) -> None:
    fields = 'event: con\ndate: 2020-05-01\nday-patterns: "{day}"\ntalk-patterns: "- {title}"'
    text = "# Trip\n\n## 30 April\n\n- Bees\n\n## 31 April\n\n- Ants\n"
    built = build({"index.md": f"---\n{fields}\n---\n{text}"})
    (said,) = built.warnings
    assert "index.md:13:" in said
    assert "“31 April” is no day: that month has 30 days." in said
