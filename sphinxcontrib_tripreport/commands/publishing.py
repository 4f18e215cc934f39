"""The files with which hosts build and publish a project, for ``tripreport init --publish``.

What they run is the same everywhere: ``pip`` and ``sphinx-build``. The address of the site is the
host's to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_PYTHON: Final = "3.13"
REQUIREMENTS: Final = "requirements.txt"
_REQUIREMENTS: Final = "sphinx\nsphinxcontrib-tripreport\n"
_GITHUB: Final = """\
# Builds the site and publishes it on GitHub Pages, after every push to the branch "main".
# Once, in the repository: Settings > Pages > Build and deployment > Source: GitHub Actions.
name: Publish

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "{python}"
      - id: pages
        uses: actions/configure-pages@v5
      - run: pip install -r {requirements}
      - run: sphinx-build -M html {folder} {build} -D html_baseurl="$BASE_URL/"
        env:
          BASE_URL: ${{{{ steps.pages.outputs.base_url }}}}
      - uses: actions/upload-pages-artifact@v4
        with:
          path: {html}
      - id: deployment
        uses: actions/deploy-pages@v4
"""
_GITLAB: Final = """\
# Builds the site and publishes it on GitLab Pages, after every push to the default branch.
pages:
  stage: deploy
  image: python:{python}
  script:
    - pip install -r {requirements}
    - sphinx-build -M html {folder} {build} -D html_baseurl="$CI_PAGES_URL/"
    - mv {html} public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""
_READ_THE_DOCS: Final = """\
# Builds the site on Read the Docs; https://docs.readthedocs.com/platform/stable/config-file/v2.html
version: 2

build:
  os: ubuntu-24.04
  tools:
    python: "{python}"

python:
  install:
    - requirements: {requirements}

sphinx:
  configuration: {conf}
"""
_NETLIFY: Final = """\
# Builds the site on Netlify, which installs what requirements.txt names by itself.
[build]
command = 'sphinx-build -M html {folder} {build} -D html_baseurl="$URL/"'
publish = "{html}"

[build.environment]
PYTHON_VERSION = "{python}"
"""
_PLAIN: Final = re.compile(r"[\w./-]+", re.ASCII)
"""A path that is written alike in every file."""
_CONF: Final = """\

# The address of the site, as the host knows it: for canonical links, feeds and calendars.
import os

html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
"""


class Host(NamedTuple):
    """What one host wants."""

    path: str
    """Of its file, from the top of the repository."""
    template: str
    conf: str = ""
    """What ``conf.py`` needs; nothing if the host hands the address to the build."""


HOSTS: Final = {
    "github": Host(".github/workflows/publish.yml", _GITHUB),
    "gitlab": Host(".gitlab-ci.yml", _GITLAB),
    "netlify": Host("netlify.toml", _NETLIFY),
    "readthedocs": Host(".readthedocs.yaml", _READ_THE_DOCS, _CONF),
}
"""By the name that ``--publish`` takes."""


def files_for(host: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """The files to write, with their texts.

    :param host: one of :data:`HOSTS`
    :param folder: the project, whose ``conf.py`` need not be there yet
    :raises ValueError: if its path cannot be in such a file as it is
    """
    root = _root_of(folder)
    place = folder.resolve().relative_to(root.resolve()).as_posix()
    if not _PLAIN.fullmatch(place):
        expected = "expected a folder whose name has letters, digits, “-”, “_” and “.” alone"
        raise ValueError(f"“{place}”: {expected}")
    top = "" if place == "." else f"{place}/"
    path, template, _conf = HOSTS[host]
    yield (
        root / path,
        template.format(
            python=_PYTHON,
            folder=place,
            build=f"{top}_build",
            html=f"{top}_build/html",
            requirements=top + REQUIREMENTS,
            conf=f"{top}conf.py",
        ),
    )
    if not (folder / REQUIREMENTS).exists():
        yield folder / REQUIREMENTS, _REQUIREMENTS


def _root_of(folder: Path) -> Path:
    """The top of the repository that a project is in; the project if it is in none."""
    for each in (folder, *folder.resolve().parents):
        if (each / ".git").exists():
            return each
    return folder
