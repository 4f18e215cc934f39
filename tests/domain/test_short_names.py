"""The short names ``talk``, ``speaker``, … and who owns them."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import Markup

OTHER = """\
from docutils import nodes
from docutils.parsers.rst import Directive


class Theirs(Directive):
    has_content = True

    def run(self):
        return [nodes.paragraph("", "their directive")]


def their_role(name, rawtext, text, lineno, inliner, options=None, content=()):
    return [nodes.inline("", "their role")], []


def setup(app):
    if {directive!r}:
        app.add_directive({directive!r}, Theirs)
    if {role!r}:
        app.add_role({role!r}, their_role)
    return {{"parallel_read_safe": True}}
"""


def other_extension(order: str, directive: str = "", role: str = "") -> tuple[dict[str, str], str]:
    """An extension with a directive or role of these names, and the config that lists it."""
    names = ["other_ext", "sphinxcontrib_tripreport"]
    if order == "after":
        names.reverse()
    conf = (
        "import os, sys\nsys.path.insert(0, os.getcwd())\nsys.modules.pop('other_ext', None)\n"
        f"extensions = {names}\n"
    )
    return {"other_ext.py": OTHER.format(directive=directive, role=role)}, conf


def test_without_short_names(build: Build, markup: Markup) -> None:
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                markup.directive("trip:talk", "T", {"speakers": "Ann"}),
                markup.directive("trip:keynote", "K"),
                markup.directive("trip:speaker", "Ann"),
                markup.directive("trip:event", "Con"),
                f"See {markup.role('trip:talk', 'k')} and {markup.role('talk', 'k')}.\n",
            )
        },
        "tripreport_short_names = False",
    )
    assert built.warnings
    assert all("talk" in line and "tripreport" not in line for line in built.warnings)
    page = built.page("a.html")
    assert page.by_id("talk-t").words.startswith("T Ann Text") or page.by_id("talk-t")
    assert page.by_id("talk-k").by_class("trip-kind")[0].words == "Keynote"
    assert page.links["K"] == "#talk-k"


@pytest.mark.parametrize("order", ["before", "after"])
def test_another_extension_owns_a_directive(build: Build, markup: Markup, order: str) -> None:
    files, conf = other_extension(order, directive="talk")
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip",
                markup.directive("talk", "", None, "x"),
                markup.directive("trip:talk", "T"),
                markup.directive("keynote", "K"),
                f"See {markup.role('talk', 't')}.\n",
            ),
            **files,
        },
        conf,
    )
    (warning,) = built.warnings
    assert "directive “talk”" in warning
    assert warning.endswith("[tripreport.name]")
    page = built.page("a.html")
    assert "their directive" in page.words
    assert page.by_id("talk-t").words.startswith("T")
    assert page.links["T"] == "#talk-t"
    assert page.by_id("talk-k")


@pytest.mark.parametrize("order", ["before", "after"])
def test_another_extension_owns_a_role(build: Build, markup: Markup, order: str) -> None:
    files, conf = other_extension(order, role="speaker")
    roles = (markup.role(name, "Ann") for name in ("speaker", "trip:speaker"))
    built = build(
        {
            markup.file("a"): markup.document(
                "Trip", f"See {' and '.join(roles)}.\n", markup.talk("T", {"speakers": "Ann"})
            ),
            **files,
        },
        conf,
    )
    (warning,) = built.warnings
    assert "role “speaker”" in warning
    assert warning.endswith("[tripreport.name]")
    page = built.page("a.html")
    assert "See their role and Ann." in page.words
    assert page.links["Ann"] == "trip-speakers.html#speaker-ann"


def test_the_warning_can_be_suppressed(build: Build, markup: Markup) -> None:
    files, conf = other_extension("before", directive="event")
    built = build(
        {markup.file("a"): markup.document("Trip", markup.talk("T")), **files},
        f"{conf}suppress_warnings = ['tripreport.name']\n",
    )
    assert built.warnings == []


def test_switched_off_nobody_is_warned(build: Build, markup: Markup) -> None:
    files, conf = other_extension("before", directive="talk", role="talk")
    built = build(
        {markup.file("a"): markup.document("Trip", markup.directive("talk")), **files},
        f"{conf}tripreport_short_names = False\n",
    )
    assert built.warnings == []
    assert "their directive" in built.page("a.html").words
