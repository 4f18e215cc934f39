"""The data files that ``conf.py`` names, read anew for each build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.noting.files import is_there
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinxcontrib_tripreport.core.model.records import Event, Speaker
    from sphinxcontrib_tripreport.core.options.data_files import DataFile
    from sphinxcontrib_tripreport.core.options.topic import DeclaredTopic


_OF_ABLOG = "blog_authors"


def load_data_files(app: Sphinx) -> None:
    """Read every file anew, so that each build knows what they say now; for ``builder-inited``."""
    speakers: list[Speaker] = []
    events: list[Event] = []
    places: dict[tuple[str, str], str] = {}
    topics: list[DeclaredTopic] = []
    for path in as_list(app.config.tripreport_data):
        read = _load(Path(app.srcdir), str(path))
        for problem in read.problems:
            place = f"{Path(app.srcdir) / read.path}:{problem.line or 1}"
            warn(problem.subtype, problem.text, place)
        speakers += read.speakers
        events += read.events
        topics += read.topics
        for section, records in (("people", read.speakers), ("events", read.events)):
            for record in records:
                places.setdefault((section, record.key), f"{read.path}:{record.line}")
    speakers += _of_ablog(app)
    store = store_of(app.env)
    store.data_files, store.data_places = (tuple(speakers), tuple(events)), places
    store.topics = ()
    if topics:
        from sphinxcontrib_tripreport.reading.declared_topics import join_declared

        store.topics = join_declared(app, topics)


def know_ablog(app: Sphinx, config: Config) -> None:
    """Know the authors that a blog of ABlog names in ``conf.py``; for ``config-inited``.

    By then ABlog has its own setting, if it is an extension of the project.
    """
    if _OF_ABLOG not in config:
        app.add_config_value(_OF_ABLOG, {}, "", dict, "The authors of a blog, as ABlog has them.")


def _of_ablog(app: Sphinx) -> list[Speaker]:
    written = app.config[_OF_ABLOG]
    if not (isinstance(written, dict) and written):
        return []
    from sphinxcontrib_tripreport.core.options.blog_authors import read_blog_authors

    return read_blog_authors(written)


def _load(srcdir: Path, path: str) -> DataFile:
    from sphinxcontrib_tripreport.core.options.data_files import DataFile, read_data

    try:
        text = (srcdir / path).read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = f"The data file “{path}” cannot be read: {error.strerror}."
    except UnicodeDecodeError:
        reason = f"The data file “{path}” is not in UTF-8."
    except ValueError as error:
        reason = f"The data file {path!r} cannot be read: {error}."
    else:
        data = read_data(text, path)
        data.problems.extend(_missing_pictures(srcdir, data))
        return data
    return DataFile(path, problems=[Problem(Subtype.DATA, reason)])


def _missing_pictures(srcdir: Path, data: DataFile) -> Iterator[Problem]:
    for speaker in data.speakers:
        if speaker.photo.startswith("/") and not is_there(srcdir / speaker.photo[1:]):
            text = f"The photo of “{speaker.name}” is “{speaker.photo}”: expected a picture there."
            yield Problem(Subtype.VALUE, text, speaker.line)
