"""A post, from its source to its doctree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register what reads a post: its source, its transforms, and what is known at its end."""
    from sphinxcontrib_tripreport.reading.myst import set_up_markdown, watch_heading_levels
    from sphinxcontrib_tripreport.reading.old_paths import SoughtPaths

    set_up_markdown(app)
    watch_heading_levels()
    app.add_env_collector(SoughtPaths)
    _add_transforms(app)
    _connect(app)


def _add_transforms(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.reading.heading_attributes import TakeHeadingAttributes
    from sphinxcontrib_tripreport.reading.listed_talks import OfferListedTalks, PlaceListedTalks
    from sphinxcontrib_tripreport.reading.old_links import ResolveOldLinks
    from sphinxcontrib_tripreport.reading.one_title import GiveOneTitle
    from sphinxcontrib_tripreport.reading.slips import WarnOfSlips
    from sphinxcontrib_tripreport.reading.tasks import FindTasks
    from sphinxcontrib_tripreport.reading.transitions import DropIdleTransitions
    from sphinxcontrib_tripreport.transforms import add_post_transforms, add_transforms

    transforms = (
        (TakeHeadingAttributes, 4, "before the title of the metadata is compared with a heading"),
        (GiveOneTitle, 5, "before anything looks at the sections"),
        (OfferListedTalks, 6, "before Sphinx translates (20)"),
        (
            PlaceListedTalks,
            250,
            (
                "before docutils resolves references by name (300 and later), and before the tables"
                " of contents are collected (880)"
            ),
        ),
        (FindTasks, 710, "after talks have their sections (700)"),
        (
            DropIdleTransitions,
            820,
            "after talks have their sections (700), before docutils complains (830)",
        ),
        (WarnOfSlips, 850, "before docutils drops its messages (870)"),
    )
    add_transforms(app, transforms)
    reason = (
        "before MyST-Parser resolves its references and warns; and before placeholders are drawn"
        " (5), because there are no such links in what is drawn, only many more nodes to look"
        " through"
    )
    add_post_transforms(app, [(ResolveOldLinks, 3, reason)])


def forget_private_sources(app: Sphinx, doctree: nodes.document) -> None:
    """Have a doctree not keep the source of what is left out; for ``doctree-read``."""
    from sphinxcontrib_tripreport.noting.store import store_of

    if store_of(app.env).data["private_parts"]:
        from sphinxcontrib_tripreport.reading.private_sections import forget_sources

        forget_sources(app, doctree)


def _connect(app: Sphinx) -> None:
    from sphinxcontrib_tripreport.noting.conf_places import warn_of_unknown_settings
    from sphinxcontrib_tripreport.reading.configured import warn_of_metadata
    from sphinxcontrib_tripreport.reading.data_files import know_ablog, load_data_files
    from sphinxcontrib_tripreport.reading.declared_topics import warn_of_undeclared
    from sphinxcontrib_tripreport.reading.documents import finish_document
    from sphinxcontrib_tripreport.reading.drafts import hide_drafts, remove_pages_of_drafts
    from sphinxcontrib_tripreport.reading.encoding import read_leniently, warn_of_encoding
    from sphinxcontrib_tripreport.reading.explain_joins import explain_joins_of_build
    from sphinxcontrib_tripreport.reading.explain_topics import explain_topics
    from sphinxcontrib_tripreport.reading.myst import enable_colon_fences
    from sphinxcontrib_tripreport.reading.sources import read_post
    from sphinxcontrib_tripreport.reading.suffixes import warn_of_unread_posts
    from sphinxcontrib_tripreport.reading.translated_nodes import take_in_translations

    # Before MyST-Parser reads its settings (500).
    app.connect("config-inited", enable_colon_fences, priority=400)
    # When every extension is set up.
    app.connect("config-inited", know_ablog)
    app.connect("builder-inited", warn_of_unknown_settings)
    app.connect("builder-inited", warn_of_metadata)
    app.connect("builder-inited", warn_of_unread_posts)
    app.connect("builder-inited", load_data_files)
    # Before others decide what is to be read (500).
    app.connect("env-get-outdated", hide_drafts, priority=100)
    app.connect("env-before-read-docs", read_leniently)
    # Before anything else warns of what is in the file.
    app.connect("source-read", warn_of_encoding, priority=400)
    app.connect("source-read", read_post)
    app.connect("doctree-read", finish_document)
    app.connect("doctree-read", take_in_translations)
    # After others have read what texts were written as.
    app.connect("doctree-read", forget_private_sources, priority=900)
    # Before anything is written: EPUB packs all that is in its output directory.
    app.connect("env-updated", remove_pages_of_drafts)
    # When answers are there (50).
    app.connect("env-updated", explain_joins_of_build, priority=200)
    app.connect("env-updated", explain_topics, priority=200)
    app.connect("env-updated", warn_of_undeclared, priority=200)
