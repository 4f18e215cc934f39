"""Leftovers of template languages in a project: links lead on, and each warning has its line."""

from __future__ import annotations

import pytest

from tests.tools.building import Build, Built

# MyST-Parser's own way to links of Markdown, which Sphinx 9 calls old.
pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app")

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cf500f0003860180a4c9d1a60000000049454e44ae426082"
)

JEKYLL = """\
---
title: Day 2
event: ep
---

# Day 2

After [day 1]({{ site.baseurl }}{% post_url 2020-07-23-day-1 %}) and [again](/2020/07/day-1.html).

![one]({{ site.baseurl }}/images/x.png) ![two](/images/y.png)

{% include nav.html %}
{% include end.html %}

```jinja
{% include nav.html %}
```

Last words. {talk}`nothing`
"""
PELICAN = """\
Day 3
=====

:date: 2020-07-25
:event: ep

See `day 1 <{filename}/_posts/2020-07-23-day-1.md>`_ and `slides <{static}/files/x.pdf>`_,
tagged `python <{tag}python>`_.

.. image:: {static}/images/x.png

::

   {{ code }}

{{ value }}
"""
DAY = "---\ntitle: Day 1\nevent: ep\n---\n\n# The first day\n\nText.\n"
SITE: dict[str, str | bytes | None] = {
    "_posts/2020-07-23-day-1.md": DAY,
    "_posts/2020-07-24-day-2.md": JEKYLL,
    "pelican.rst": PELICAN,
    "images/x.png": PNG,
    "static/images/y.png": PNG,
    "files/x.pdf": b"%PDF-1.4",
    "ordinary.md": "# Ordinary\n\n{{ not_ours }} {% nor_this %} [x]({tag}y)\n",
}
CONF = 'tripreport_site_roots = ["static"]\nsuppress_warnings = ["myst.xref_missing"]\n'


def _links(built: Built, page: str) -> dict[str, str]:
    return {
        part.words: part.attributes["href"]
        for part in built.page(page).walk()
        if part.tag == "a" and "href" in part.attributes
    }


def test_links_and_images_reach_what_the_project_holds(build: Build) -> None:
    built = build(SITE, CONF)
    day_2 = _links(built, "_posts/2020-07-24-day-2.html")
    assert day_2["day 1"] == day_2["again"] == "2020-07-23-day-1.html"
    day_3 = _links(built, "pelican.html")
    assert day_3["day 1"] == "_posts/2020-07-23-day-1.html"
    assert day_3["slides"].endswith("x.pdf")
    assert "python" not in day_3
    assert {path.name for path in (built.outdir / "_images").iterdir()} == {"x.png", "y.png"}
    assert "{% include nav.html %}" in built.page("_posts/2020-07-24-day-2.html").words
    assert "{{ code }}" in built.page("pelican.html").words
    ordinary = built.page("ordinary.html").words
    assert "{{ not_ours }} {% nor_this %}" in ordinary


def test_one_warning_a_kind_at_its_line(build: Build) -> None:
    built = build(SITE, CONF)
    own = [warning for warning in built.warnings if "[tripreport.template]" in warning]
    assert [warning.partition(": WARNING: ")[0] for warning in own] == [
        "_posts/2020-07-24-day-2.md:12",
        "pelican.rst:8",
        "pelican.rst:16",
    ]
    assert "“{% include nav.html %}” and 1 more" in own[0]
    (role,) = (warning for warning in built.warnings if "nothing" in warning)
    assert role.startswith("_posts/2020-07-24-day-2.md:19:")
    assert len(built.warnings) == len(own) + 1, built.warnings


def test_a_parallel_build_writes_the_same_and_once(build: Build) -> None:
    # Sphinx reads fewer documents than that in one process.
    site = {**SITE, **{f"more-{number}.md": DAY for number in range(4)}}
    serial = build(site, CONF, folder="serial")
    parallel = build(site, CONF, parallel=2, folder="parallel")
    pages = ("_posts/2020-07-24-day-2.html", "pelican.html")
    for page in pages:
        assert serial.out(page) == parallel.out(page)
    assert sorted(serial.warnings) == sorted(parallel.warnings)
    before = parallel.written()
    after = parallel.rebuild().written()
    assert [after[page] for page in pages] == [before[page] for page in pages]
    parallel.rebuild({"_posts/2020-07-23-day-1.md": None})
    assert "day 1" not in _links(parallel, "pelican.html")


def test_what_comes_later_is_found(build: Build) -> None:
    sources = {name: text for name, text in SITE.items() if "day-1" not in name}
    built = build({**sources, "images/y.png": PNG}, CONF)
    assert "day 1" not in _links(built, "_posts/2020-07-24-day-2.html")
    assert any("does not hold" in warning for warning in built.warnings)
    built.rebuild({"_posts/2020-07-23-day-1.md": DAY})
    links = _links(built, "_posts/2020-07-24-day-2.html")
    assert links["day 1"] == links["again"] == "2020-07-23-day-1.html"
    assert _links(built, "pelican.html")["day 1"] == "_posts/2020-07-23-day-1.html"
    built.rebuild({"_posts/2020-07-23-day-1.md": None})
    assert "day 1" not in _links(built, "_posts/2020-07-24-day-2.html")


def test_a_missing_image_is_sphinx_own_warning(build: Build) -> None:
    post = "---\nevent: ep\n---\n\n# Post\n\n![x]({{ site.url }}/images/none.png) ![y](/no.png)\n"
    built = build({"post.md": post})
    assert len(built.warnings) == 2
    assert all("[image.not_readable]" in warning for warning in built.warnings)
    assert "images/none.png" in built.warnings[0]


def test_two_documents_of_a_name_are_told_apart_by_date_or_not_at_all(build: Build) -> None:
    built = build(
        {
            "2019-07-01-day.md": DAY,
            "2020-07-01-day.md": DAY,
            "post.md": "---\nevent: ep\n---\n\n# P\n\n"
            "[a](/2020/07/day/) [b](/day/) [c](/2018/07/day/)\n",
        },
        CONF,
    )
    links = _links(built, "post.html")
    assert links["a"] == "2020-07-01-day.html"
    assert "html" not in links.get("b", "")
    assert "html" not in links.get("c", "")


def test_substitutions_of_myst_stay(build: Build) -> None:
    conf = """
extensions += ["myst_parser"]
myst_enable_extensions = ["substitution"]
myst_substitutions = {"place": "Rimini"}
"""
    post = (
        "---\nevent: ep\nmyst:\n  substitutions:\n    who: Ann\n---\n\n# P\n\n"
        "{{ who }} in {{ place }}. {{ page.title }}\n"
    )
    built = build({"post.md": post}, conf)
    assert "Ann in Rimini." in built.page("post.html").words
    assert [warning.partition(": WARNING")[0] for warning in built.warnings] == ["post.md:10"]


def test_the_warning_can_be_silenced(build: Build) -> None:
    post = "---\nevent: ep\n---\n\n# P\n\n{% if x %}\n"
    built = build({"post.md": post}, 'suppress_warnings = ["tripreport.template"]\n')
    assert built.warnings == []


def test_reports_by_their_name_need_no_metadata(build: Build) -> None:
    built = build(
        {"trips/post.md": "# P\n\nA {% seo %} word\n"}, 'tripreport_posts = ["trips/*"]\n'
    )
    assert "A word" in built.page("trips/post.html").words
