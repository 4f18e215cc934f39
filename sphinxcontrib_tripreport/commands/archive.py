"""The files with which a programme alone makes a site, for ``tripreport init --programme``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sphinxcontrib_tripreport.core.model.programme import Programme
from sphinxcontrib_tripreport.core.programmes.files import read_path
from sphinxcontrib_tripreport.core.text.phrases import counted
from sphinxcontrib_tripreport.core.text.slugs import slug

_CONF = """\

tripreport_data = ["events.yaml"]
"""
_EVENTS = """\
events:
  {key}:
    name: {name}
    programme: {programme}
    scope: all
"""
_INDEX = """\
# {project}

```{{talklist}}
:sort: -date
:limit: 10
:more: trip/talks/index
```

{links}
"""
PAGES = ("events", "speakers", "talks", "topics")
"""The kinds of pages that an archive has."""


def archive_files(
    path: Path, folder: Path, project: str, conf: str, links: str
) -> Iterator[tuple[str, str]]:
    """The paths of all files from the project's folder, and their texts.

    :param path: of the programme, from where the command runs
    :param conf: what each ``conf.py`` has
    :param links: to the pages of each kind
    :raises ValueError: if it has no talks, or is not in the project
    :raises OSError: if it cannot be read
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        text = f"{path} is not within {folder}: Sphinx reads nothing outside of it"
        raise ValueError(f"{text}; move it there, or make the project in “{path.parent}”")
    programme = read_path(path)
    talks = len(list(programme.talks()))
    if not talks:
        raise ValueError(f"{path}: no talks are read of it: see “tripreport programme {path}”")
    print(f"{path}: {programme.format}, {counted(talks, 'talk')}", file=sys.stderr)
    yield "conf.py", conf + _CONF
    yield (
        "events.yaml",
        _EVENTS.format(
            key=slug(path.stem) or "event",
            name=json.dumps(_name(programme, path), ensure_ascii=False),
            programme=json.dumps(
                os.path.relpath(path, folder).replace(os.sep, "/"), ensure_ascii=False
            ),
        ),
    )
    yield "index.md", _INDEX.format(project=project, links=links)


def _name(programme: Programme, path: Path) -> str:
    return programme.title or path.stem
