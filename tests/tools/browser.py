"""A real browser, driven through the DevTools protocol: types, clicks, and says what it shows."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0",
    # All tabs in one process: to start one or two for each takes longer than most tests need.
    "--renderer-process-limit=1", "--disable-site-isolation-trials",
)  # fmt: skip
_PATIENCE = 30.0
"""Seconds; a busy machine takes its time to start a browser."""
_KEYS = {
    "Tab": (9, ""), "Enter": (13, "\r"), "Escape": (27, ""), " ": (32, " "), "Backspace": (8, ""),
}  # fmt: skip


def find_browser() -> str | None:
    """The program of a Chromium, where there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """A browser; each page it opens is a tab with storage of its own."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0

    def call(self, method: str, session: str = "", **parameters: Any) -> Any:
        """Send one command and wait for its answer; events are left out."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message | ({"sessionId": session} if session else {})))
        while True:
            answer = json.loads(self._socket.recv(timeout=_PATIENCE))
            if answer.get("id") == self._number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]

    @contextmanager
    def open(self, uri: str, *, width: int = 1000, scripts: bool = True) -> Iterator[Tab]:
        """A tab that shows a page, in a window of this width."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(partial(self.call, session=session))
        tab.call("Page.enable")
        tab.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        tab.set_width(width)
        try:
            tab.go(uri)
            yield tab
        finally:
            self.call("Target.closeTarget", targetId=target)


class Tab:
    """One page in a browser."""

    def __init__(self, call: Callable[..., Any]) -> None:
        self.call = call

    def set_width(self, width: int) -> None:
        """Make the window this wide."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=800,
            deviceScaleFactor=1,
            mobile=False,
        )

    def go(self, uri: str) -> None:
        """Show another page."""
        self._load(partial(self.call, "Page.navigate", url=uri))

    def reload(self) -> None:
        """Load the page again."""
        self._load(partial(self.call, "Page.reload"))

    def back(self) -> None:
        """As the button "Back" does, to another page."""
        self._load(partial(self.run, "history.back()"))

    def _load(self, start: Callable[[], Any]) -> None:
        # The mark goes with the page that has it, or comes back with one that was kept.
        self.run("window.before = true; addEventListener('pageshow', () => delete window.before)")
        start()
        self.wait_for("!window.before && document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is awaited."""
        result = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression in the page is true."""
        end = time.monotonic() + _PATIENCE
        while True:
            # Between two pages there is none that could answer.
            with suppress(AssertionError):
                if self.run(condition):
                    return
            assert time.monotonic() < end, f"never true: {condition}"
            time.sleep(0.02)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            self.call("Input.insertText", text=letter)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key: one of those that have a name here."""
        code, text = _KEYS[key]
        common: dict[str, Any] = {
            "key": key,
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
        self.call("Input.dispatchKeyEvent", **down, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def click(self, selector: str, text: str = "") -> None:
        """Click with the mouse on the first visible element of a selector that has a text."""
        # Pages that have just changed may still scroll: not before the place stays the same.
        place = self.run(f"""(async () => {{
            const element = [...document.querySelectorAll({json.dumps(selector)})].find((one) =>
                one.checkVisibility() && one.textContent.includes({json.dumps(text)}));
            for (let still = 0, before = NaN; still < 3;) {{
                element.scrollIntoView({{block: "center", behavior: "instant"}});
                await new Promise(requestAnimationFrame);
                const {{top}} = element.getBoundingClientRect();
                still = top === before ? still + 1 : 0;
                before = top;
            }}
            const {{x, y, width, height}} = element.getBoundingClientRect();
            return {{x: x + width / 2, y: y + height / 2}};
        }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def texts(self, selector: str) -> list[str]:
        """The texts of all elements of a selector that can be seen."""
        found: list[str] = self.run(
            f"[...document.querySelectorAll({json.dumps(selector)})]"
            ".filter((one) => one.checkVisibility())"
            ".map((one) => one.textContent.replace(/\\s+/g, ' ').trim())"
        )
        return found


@contextmanager
def start_browser(program: str) -> Iterator[Browser]:
    """A new browser, with a profile of its own that goes with it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [program, *_FLAGS, f"--user-data-dir={folder}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            # No pings: their thread draws random numbers, which hypothesis notices in other tests.
            address = _address(Path(folder), process)
            with connect(address, max_size=None, ping_interval=None) as socket:
                browser = Browser(socket)
                yield browser
                browser.call("Browser.close")
        finally:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
            process.kill()
            process.wait()


def _address(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """Where a browser that starts listens, which it writes into its profile."""
    file = folder / "DevToolsActivePort"
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError, ValueError):
            port, path = file.read_text(encoding="utf-8").split()
            return f"ws://127.0.0.1:{port}{path}"
        time.sleep(0.05)
    raise RuntimeError("The browser did not start")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by its base
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """A web server of a folder, and its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
