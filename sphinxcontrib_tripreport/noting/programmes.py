"""The files of programmes that events name: read once, and again when they change."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.text.links import is_file
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.store import store_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.model.records import Event

_MOST_PROBLEMS = 20
"""Of one file, that are said."""


def load_programmes(app: Sphinx, env: BuildEnvironment) -> None:
    """Read the files that changed, and warn of what cannot be read; for ``env-updated``."""
    store = store_of(env)
    known = store.data["programmes"]
    paths = dict.fromkeys(path for event in _events(env) for path in _files_of(event))
    if not paths and not known:
        return
    current: dict[str, tuple[str, Programme]] = {}
    for path in paths:
        file = Path(env.srcdir) / path[1:]
        digest = _digest_of(file)
        before = known.get(path)
        if before is not None and before[0] == digest:
            current[path] = before
        else:
            current[path] = digest, _read(file, path)
        _warn(file, current[path][1])
    store.data["programmes"] = current


def programmes_by_event(env: BuildEnvironment) -> dict[str, Programme]:
    """By the key of a described event, what its files say together."""
    store = store_of(env)
    known = store.data["programmes"]
    if not known:
        return {}
    from sphinxcontrib_tripreport.core.programmes.adding_up import add_up

    found: dict[str, Programme] = {}
    for event in _events(env):
        programmes = [known[path][1] for path in _files_of(event) if path in known]
        if programmes and event.key not in found:
            found[event.key] = add_up(programmes) if len(programmes) > 1 else programmes[0]
    return found


def digests_of_programmes(env: BuildEnvironment) -> list[tuple[str, str]]:
    """What says whether programmes changed."""
    return sorted((path, digest) for path, (digest, _) in store_of(env).data["programmes"].items())


def _events(env: BuildEnvironment) -> Iterator[Event]:
    store = store_of(env)
    yield from store.all("events")
    yield from store.data_files[1]


def _files_of(event: Event) -> list[str]:
    return [link.url for link in event.programme if is_file(link.url)]


def _read(file: Path, path: str) -> Programme:
    from sphinxcontrib_tripreport.core.model.programme import Programme
    from sphinxcontrib_tripreport.core.programmes.files import read_path

    try:
        return read_path(file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        text = f"The programme “{path[1:]}” cannot be read: {reason}."
        return Programme("", problems=[Problem(Subtype.PROGRAMME, text)])


def _warn(file: Path, programme: Programme) -> None:
    for problem in programme.problems[:_MOST_PROBLEMS]:
        place = file / problem.docname if problem.docname else file
        warn(problem.subtype, problem.text, f"{place}:{problem.line or 1}")
    if len(programme.problems) > _MOST_PROBLEMS:
        more = len(programme.problems) - _MOST_PROBLEMS
        warn(Subtype.PROGRAMME, f"… and {more} more of this file.", f"{file}:1")


def _digest_of(file: Path) -> str:
    """What says whether a file changed, or what is kept beside it; of a folder, one in it."""
    from sphinxcontrib_tripreport.core.programmes.files import path_of_earlier

    digest = blake2b(digest_size=16)
    try:
        if file.is_dir():
            for each in sorted(file.rglob("*.json")):
                status = each.stat()
                digest.update(f"{each} {status.st_size} {status.st_mtime_ns}\n".encode())
        else:
            for each in filter(Path.is_file, (file, path_of_earlier(file))):
                with each.open("rb") as content:
                    while block := content.read(1 << 20):
                        digest.update(block)
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()
