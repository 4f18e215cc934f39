"""``tripreport fetch``: saved from the web, with earlier titles kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from sphinxcontrib_tripreport.commands import fetch, main
from sphinxcontrib_tripreport.core.programmes.files import read_path


class _Handler(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[int, str]]] = {}

    def do_GET(self) -> None:
        status, text = self.pages[self.path]
        self.send_response(status)
        if status == 302:
            self.send_header("Location", text)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    httpd = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def programme(*sessions: tuple[str, str]) -> str:
    return json.dumps([{"title": title, "id": identity} for identity, title in sessions])


def test_it_is_saved_and_earlier_titles_are_kept(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "programmes" / "con.json"
    for text in (
        programme(("B", "Bees"), ("A", "Ants")),
        programme(("B", "Bees at work"), ("A", "Ants")),
        programme(("B", "All on bees"), ("A", "Ants")),
    ):
        _Handler.pages = {"/x": (200, text)}
        assert main(["fetch", f"{server}/x", "-o", str(path)]) == 0
    assert f"{path}: sessions of the project's own\n  2 talks" in capsys.readouterr().out
    bees, ants = read_path(path).sessions
    assert (bees.title, bees.earlier_titles) == ("All on bees", ("Bees", "Bees at work"))
    assert ants.earlier_titles == ()
    # A file that somebody broke is as if it was not there.
    path.with_name("con.json.earlier.json").write_text("[", encoding="utf-8")
    assert read_path(path).sessions[0].earlier_titles == ()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ((200, "{}"), "has no sessions: not saved"),
        ((404, ""), "cannot be fetched: HTTP Error 404"),
        ((302, "http://example.org/"), "cannot be fetched:"),
        ((200, "x" * 20), "it has over 0 MB"),
    ],
)
def test_what_is_not_saved(
    server: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    page: tuple[int, str],
    said: str,
) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 10)
    _Handler.pages = {"/x": page}
    path = tmp_path / "con.json"
    assert main(["fetch", f"{server}/x", "-o", str(path)]) == 1
    assert said in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    "url", ["http://example.org/x", "file:///etc/passwd", "https:///x", "x", "https://[x"]
)
def test_only_https(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", url, "-o", str(tmp_path / "x")]) == 1
    assert "cannot be fetched" in capsys.readouterr().err


def test_a_place_that_cannot_be_written(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _Handler.pages = {"/x": (200, programme(("B", "Bees")))}
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["fetch", f"{server}/x", "-o", str(tmp_path / "file" / "x")]) == 1
    assert "cannot be written" in capsys.readouterr().err
