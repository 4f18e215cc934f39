"""Every config value: its name, type, default, and one line of help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Setting:
    """One config value of ``conf.py``."""

    name: str
    default: Any
    types: tuple[type, ...]
    rebuild: Literal["", "env", "html"]
    """What Sphinx does when it changes; ``env`` only where reading a document depends on it."""
    help: str


SETTINGS = (
    Setting(
        "tripreport_posts",
        (),
        (list, tuple, str),
        "env",
        "Globs of documents that are reports although their metadata names no event.",
    ),
    Setting(
        "tripreport_data",
        (),
        (list, tuple, str),
        "",
        "YAML files of speakers and events, relative to the source directory.",
    ),
    Setting(
        "tripreport_short_names",
        True,
        (bool,),
        "env",
        "Register ``talk``, ``speaker``, … beside ``trip:talk``, ``trip:speaker``, …",
    ),
)


def listed(value: str | Sequence[str]) -> Sequence[str]:
    """The items of a list in ``conf.py``, where one item may be given without a list."""
    return [value] if isinstance(value, str) else value


def add_settings(app: Sphinx) -> None:
    """Register every setting with Sphinx."""
    for setting in SETTINGS:
        app.add_config_value(
            setting.name, setting.default, setting.rebuild, setting.types, setting.help
        )
