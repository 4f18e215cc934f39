"""Videos that play within a page: which links get a player, and the script that shows it.

The script makes a button below the byline, and the player only when it is pressed: before that,
nothing is asked of another site. Without scripts the link is as it does everywhere. Which
player that is, and its words, are decided here, and come with the script's tag.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from sphinxcontrib_tripreport.messages import COMMA, _
from sphinxcontrib_tripreport.outputs import has_scripts

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinxcontrib_tripreport.core.model.picture import Picture
    from sphinxcontrib_tripreport.core.text.links import Link
    from sphinxcontrib_tripreport.views.pen import BylineGroup, Pen

SCRIPT = "tripreport-video.js"
PLAYABLE = "trip-playable"
"""The class of a link whose video plays within the page."""
_OFFER = "trip-offer"
"""The attribute of such a link with what the script is told."""


class Offer(NamedTuple):
    """What the script is told of one video."""

    link: str
    """The address that the link leads to, as a check that it is the one."""
    button: str
    """What the button shows, in one line."""
    name: str
    """Of the video; the button says it to those who only hear it."""
    title: str
    """Of the frame that the player is in."""
    player: str
    """The address of the player."""
    still: str = ""
    """The address of a picture of the project that is on the button; empty if there is none."""


def draw_links(
    pen: Pen, links: tuple[Link, ...], title: str, still: Picture | None = None
) -> list[BylineGroup]:
    """The links of a talk as groups of a byline; its video with a player if that is wanted.

    :param title: the talk's
    :param still: a picture of the project for the button of the talk's video
    """
    groups = pen.links(links)
    if not pen.env.config.tripreport_embed_video or not has_scripts(pen.builder):
        return groups
    from sphinxcontrib_tripreport.core.text.videos import find_player
    from sphinxcontrib_tripreport.views.pen import SEPARATOR, labels_of

    drawn = zip(links, labels_of(links), groups, strict=True)
    videos = [(link.url, label, group) for link, label, group in drawn if link.label == "video"]
    for number, (url, label, group) in enumerate(videos):
        player = find_player(url)
        if player is None:
            continue
        # Of several, the first is the talk's.
        name = f"{title}{_(COMMA)}{label}" if number else title
        words = {"title": name, "host": player.host}
        button = SEPARATOR.join((_("Play"), player.host))
        shown = ""
        if still is not None and not number:
            from sphinxcontrib_tripreport.views.pictures import LARGE, picture_of_size

            shown = picture_of_size(pen, still, LARGE).address
        for node in group:
            if isinstance(node, nodes.reference):
                node["classes"].append(PLAYABLE)
                said = _("Video: %(title)s (%(host)s)") % words
                node[_OFFER] = Offer(url, button, name, said, player.url, shown)
    return groups


def load_video_script(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the script in pages with such a video; for ``html-page-context``."""
    if doctree is None or not app.config.tripreport_embed_video:
        return
    offers = [node[_OFFER] for node in doctree.findall(nodes.reference) if _OFFER in node]
    if offers:
        attributes: dict[str, Any] = {
            "data-videos": json.dumps([offer._asdict() for offer in offers])
        }
        app.add_js_file(SCRIPT, loading_method="defer", **attributes)
