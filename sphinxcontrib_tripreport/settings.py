"""Every config value: its name, type, default, and one line of help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sphinx.util.matching import Matcher

from sphinxcontrib_tripreport.core.catalogue.page_names import KINDS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


_BEFORE_ALL = 100
"""Before Sphinx, or anyone else, reads a value."""
_AFTER_SPHINX_CHECKED = 801
"""Sphinx warns of values of other types at 800."""


_ANSWERS = {"1": True, "0": False, "true": True, "false": False}
"""How the command line says yes and no."""

TALK_NOTES = ("full", "excerpt")
"""What the page of a talk can show of each note."""


class Setting(NamedTuple):
    """One config value of ``conf.py``."""

    name: str
    default: Any
    """That of a list is a list: of other types, Sphinx takes none from the command line."""
    types: tuple[type, ...]
    rebuild: Literal["", "env", "html"]
    """What Sphinx does when it changes; ``env`` only where reading a document depends on it."""
    help: str


SETTINGS = (
    Setting(
        "tripreport_posts",
        [],
        (list, tuple, str),
        "env",
        "Globs of documents that are reports although their metadata names no event.",
    ),
    Setting(
        "tripreport_metadata",
        {},
        (dict,),
        "env",
        "Metadata of reports by folder: a mapping from globs of documents to fields with values."
        " A report's own fields win; of two globs that match, the later one does.",
    ),
    Setting(
        "tripreport_data",
        [],
        (list, tuple, str),
        "",
        "YAML files of speakers, authors, events and topics, relative to the source directory.",
    ),
    Setting(
        "tripreport_topics_closed",
        False,
        (bool,),
        "",
        "Whether the topics that data files declare are all: warn of any other one.",
    ),
    Setting(
        "tripreport_site_roots",
        [],
        (list, tuple, str),
        "env",
        "Folders below the source directory where images and links such as ``/images/x.png`` are.",
    ),
    Setting(
        "tripreport_list_talks",
        True,
        (bool,),
        "env",
        "List at the end of a report the talks that its metadata has and its text does not name.",
    ),
    Setting(
        "tripreport_talk_patterns",
        [],
        (list, tuple, dict, str),
        "env",
        "What talks look like in posts: a list of patterns, or a mapping from globs of documents"
        " to lists. A report's own ``talk-patterns`` win.",
    ),
    Setting(
        "tripreport_day_patterns",
        [],
        (list, tuple, dict, str),
        "env",
        "What the headings of days look like, as a list or as a mapping from globs to lists.",
    ),
    Setting(
        "tripreport_skip_headings",
        [],
        (list, tuple, dict, str),
        "env",
        "Headings that are no talk though they match, as a list or as a mapping from globs to"
        " lists; ``Heading/*`` skips all below it, too.",
    ),
    Setting(
        "tripreport_speaker_separators",
        [],
        (list, tuple, str),
        "env",
        "Words that separate names in headings and lines, beside those for “and” in the languages"
        " that we know.",
    ),
    Setting(
        "tripreport_short_names",
        True,
        (bool,),
        "env",
        "Register ``talk``, ``speaker``, … beside ``trip:talk``, ``trip:speaker``, …",
    ),
    Setting(
        "tripreport_pages",
        [],
        (list, tuple, str),
        "env",
        "Pages to make: ``events``, ``speakers``, ``authors``, ``topics``, ``years`` and ``talks``"
        " for a page of each and one that lists them, ``archive`` for one of all reports,"
        " ``statistics`` for one of numbers.",
    ),
    Setting(
        "tripreport_talk_notes",
        "full",
        (str,),
        "html",
        "What the page of a talk shows of each note: ``full`` for all of it, ``excerpt`` for its"
        " first paragraph.",
    ),
    Setting(
        "tripreport_task_lists",
        False,
        (bool,),
        "env",
        "Make each item of a task list (``- [ ] …``) in a talk an action.",
    ),
    Setting(
        "tripreport_page_size",
        0,
        (int,),
        "env",
        "How many entries a page of the archive and of the lists of all events, speakers, authors,"
        " topics and years has; 0 for all of them on one page.",
    ),
    Setting(
        "tripreport_neighbours",
        False,
        (bool,),
        "env",
        "Let the links of a theme to the previous and the next page lead, on a report, to those of"
        " its series or event, then by date.",
    ),
    Setting(
        "tripreport_filter_from",
        20,
        (int,),
        "html",
        "How many entries a listing has from which it gets a search box in HTML; 0 for none.",
    ),
    Setting(
        "tripreport_exports",
        [],
        (list, tuple, str),
        "html",
        "Files for other programs that HTML builds write: ``atom``, ``icalendar``, ``bibtex``,"
        " ``csl``, ``csv``; ``text`` for the text of each note in ``talks.json``.",
    ),
    Setting(
        "tripreport_structured_data",
        True,
        (bool,),
        "html",
        "Say in the heads of HTML pages what they are about: as JSON-LD in the words of schema.org,"
        " and as Open Graph unless ``sphinxext.opengraph`` does it.",
    ),
    Setting(
        "tripreport_redirects",
        False,
        (bool, str, list, tuple, dict),
        "html",
        "Lead from the addresses that posts had on an old site to where they are: ``True`` for"
        " those that their metadata names; patterns such as ``/:year/:month/:day/:title/`` for"
        " more, as a list or as a mapping from globs to lists; ``_redirects`` among them for that"
        " file.",
    ),
    Setting(
        "tripreport_previous",
        "",
        (str,),
        "",
        "The ``talks.json`` of the last release, relative to the source directory: pages of events,"
        " people and talks that are called otherwise since then leave a page that leads on.",
    ),
    Setting(
        "tripreport_sites",
        {},
        (dict,),
        "",
        "Other sites with this extension whose talks are shown beside the project's own: a mapping"
        " from a short name to the address of the site, or to a pair of it and a ``talks.json`` of"
        " the project.",
    ),
    Setting(
        "tripreport_check",
        {},
        (dict,),
        "",
        "How bad what each check of the builder ``tripcheck`` finds is: a mapping from checks to"
        " ``off``, ``info``, ``warn`` or ``error``.",
    ),
    Setting(
        "tripreport_check_ignore",
        [],
        (list, tuple, str),
        "",
        "Regular expressions for what ``tripcheck`` finds that is right as it is.",
    ),
    Setting(
        "tripreport_check_links",
        "",
        (str,),
        "",
        "The ``output.json`` of linkcheck, relative to the source directory, if it is not in the"
        " folder ``linkcheck`` beside the output of ``tripcheck``.",
    ),
    Setting(
        "tripreport_check_suggest",
        False,
        (bool,),
        "",
        "Let ``tripcheck`` print lines to paste with what it finds.",
    ),
    Setting(
        "tripreport_embed_video",
        False,
        (bool,),
        "html",
        "Let readers play a talk's video within the page, in HTML: a button below the byline loads"
        " the player of YouTube, Vimeo, media.ccc.de or PeerTube; nothing is loaded before.",
    ),
)


def as_list(value: object) -> Sequence[str]:
    """The items of a list in ``conf.py``, if one item may be given without a list.

    None if it is something else, of which Sphinx warns.
    """
    if isinstance(value, str):
        return [value]
    return [str(item) for item in value] if isinstance(value, Sequence) else []


def for_document(value: object, docname: str) -> tuple[str, ...]:
    """The items of a setting that is a list for all documents, or a mapping from globs to lists."""
    if not isinstance(value, Mapping):
        return tuple(map(str, as_list(value)))
    return tuple(
        str(item)
        for glob, items in value.items()
        if Matcher([str(glob)])(docname)
        for item in as_list(items)
    )


def is_post(config: Config, docname: str) -> bool:
    """Whether ``conf.py`` makes a document a report."""
    globs = list(as_list(config.tripreport_posts))
    return bool(globs) and Matcher(globs)(docname)


def setup(app: Sphinx) -> None:
    """Register every setting with Sphinx."""
    for setting in SETTINGS:
        # A copy: other extensions may add to a list, and a process may build several projects.
        app.add_config_value(
            setting.name, copy(setting.default), setting.rebuild, setting.types, setting.help
        )
    app.connect("config-inited", take_overrides, priority=_BEFORE_ALL)
    app.connect("config-inited", use_defaults, priority=_AFTER_SPHINX_CHECKED)


def take_overrides(app: Sphinx, config: Config) -> None:
    """Read lists of the command line as they are meant: without blanks and empty items.

    ``-D tripreport_pages=`` is an empty list, not a list of one empty name.
    """
    for setting in SETTINGS:
        given = config.overrides.get(setting.name)
        if list not in setting.types or not isinstance(given, str):
            continue
        answer = _ANSWERS.get(given.lower()) if bool in setting.types else None
        if answer is not None:
            config[setting.name] = answer
        else:
            items = map(str.strip, given.split(","))
            config[setting.name] = [item for item in items if item]


def use_defaults(app: Sphinx, config: Config) -> None:
    """Put the default in the place of a value of a type that a setting does not have."""
    for setting in SETTINGS:
        if not isinstance(config[setting.name], setting.types):
            config[setting.name] = copy(setting.default)


def page_kinds(config: Config) -> tuple[str, ...]:
    """The kinds of pages that ``conf.py`` asks for, as far as they exist."""
    asked = set(map(str, as_list(config.tripreport_pages)))
    return tuple(kind for kind in KINDS if kind in asked)
