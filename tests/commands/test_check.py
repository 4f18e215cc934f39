"""``tripreport check``: the builder ``tripcheck``, and what it suggests as a data file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinxcontrib_tripreport.commands import main
from sphinxcontrib_tripreport.core.options.data_files import read_data

CONF = """\
extensions = ["sphinxcontrib_tripreport"]
tripreport_posts = ["index"]
tripreport_check = {"dates": "error"}
"""
POST = """\
My time at Con
==============

.. talk:: Bees
   :event: con
   :day: 2020-05-05
   :speakers: Ann Lee

.. talk:: Wasps
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in which something is missing."""
    (tmp_path / "conf.py").write_text(CONF, encoding="utf-8")
    (tmp_path / "index.rst").write_text(POST, encoding="utf-8")
    return tmp_path


def test_the_status_is_that_of_the_build(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(project)]) == 1
    output = project / "_build" / "tripcheck"
    assert "index.rst:4: [dates] Nobody says when “con” was" in (output / "output.txt").read_text()
    assert (project / "_build" / "doctrees" / "index.doctree").exists()
    assert "tripcheck: 1 error, " in capfd.readouterr().out


def test_suggestions_are_a_data_file(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--suggest", str(project), str(project / "o")]) == 0
    said = capfd.readouterr().out
    assert said == (
        "# index.rst:1: The report “My time at Con” is on no event: expected “event” in its"
        " metadata. Its title names “con”.\n"
        "#   event: con\n"
        "events:\n"
        "  con:\n"
        "    start: 2020-05-05\n"
        "    end: 2020-05-05\n"
    )
    data = read_data(said, "con.yaml")
    assert [event.key for event in data.events] == ["con"]
    assert data.problems == []


def test_options_of_the_build(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    secret = "\n.. talk:: Secrets\n   :audience: private\n"
    (project / "index.rst").write_text(POST + secret, encoding="utf-8")
    output = project / "o"
    given = ["-t", "private", "--tag=other", "-D", "tripreport_check.dates=off", "-j", "2"]
    given += ["--define", "tripreport_check.bylines=warn"]
    assert main(["check", *given, str(project), str(output)]) == 0
    found = (output / "output.txt").read_text(encoding="utf-8")
    assert "[dates]" not in found
    assert "“Secrets”" in found
    assert "index.rst:11: WARNING: [bylines] Nobody" in capfd.readouterr().err
    assert main(["check", "-j", "many", str(project)]) == 2
    assert "many" in capfd.readouterr().err


def test_nothing_is_suggested(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "index.rst").write_text("Home\n====\n", encoding="utf-8")
    assert main(["check", "--suggest", str(project)]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert "Nothing is suggested." in said.err


def test_a_project_that_cannot_be_built(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--suggest", str(tmp_path)]) == 2
    assert capfd.readouterr().err == f"{tmp_path / 'conf.py'}: is not there: expected a project\n"
    (tmp_path / "conf.py").write_text("1 / 0", encoding="utf-8")
    assert main(["check", "--suggest", str(tmp_path)]) == 2
    assert "conf.py" in capfd.readouterr().err
