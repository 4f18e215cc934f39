"""Files from the web, with limits on their size and on the time that they take."""

from __future__ import annotations

from time import monotonic
from typing import Final
from urllib.parse import urlsplit

_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_BLOCK: Final = 1 << 16


def fetch(url: str, largest: int, seconds: float) -> bytes:
    """What an address gives.

    :param largest: how many bytes are taken at most
    :param seconds: so long is waited for an answer, and so long for all of it
    :raises ValueError: if it, or one that it leads to, does not begin with ``https://``, or if
        there is too much of it
    :raises OSError: if nothing comes, or not in time
    """
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    _check(url)
    request = Request(url, headers={"User-Agent": "sphinxcontrib-tripreport", "Accept": "*/*"})
    latest = monotonic() + seconds
    content = bytearray()
    try:
        with urlopen(request, timeout=seconds) as response:
            _check(response.url)
            while block := response.read1(_BLOCK):
                content += block
                if len(content) > largest:
                    raise ValueError(f"it has over {largest // 1024 // 1024} MB")
                if monotonic() > latest:
                    raise TimeoutError(f"it takes over {seconds:g} seconds")
    except HTTPException as error:
        raise OSError(f"no answer that can be read: {error!r}") from error
    return bytes(content)


def _check(url: str) -> None:
    parts = urlsplit(url)
    is_local = parts.scheme == "http" and parts.hostname in _LOCAL
    if not (parts.scheme == "https" and parts.hostname) and not is_local:
        raise ValueError(f"{url} does not begin with https://")
