"""Players of videos: which links have one, and its address."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.links import is_video
from sphinxcontrib_tripreport.core.text.videos import find_player

YOUTUBE = "https://www.youtube-nocookie.com/embed/a-b_c123456?autoplay=1"
VIMEO = "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"
HIDDEN = "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1"
CCC = "https://media.ccc.de/v/36c3-11000-some_talk/oembed"
UUID = "52a10666-3a18-4e73-93da-e8d3c12c305a"


@pytest.mark.parametrize(
    ("url", "player"),
    [
        ("https://www.youtube.com/watch?v=a-b_c123456", YOUTUBE),
        ("http://youtube.com/watch?list=PL1&v=a-b_c123456&index=3", YOUTUBE),
        ("https://m.youtube.com/watch?v=a-b_c123456", YOUTUBE),
        ("https://youtu.be/a-b_c123456?si=xyz", YOUTUBE),
        ("https://www.youtube.com/embed/a-b_c123456", YOUTUBE),
        ("https://www.youtube.com/live/a-b_c123456?feature=share", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/a-b_c123456", YOUTUBE),
        ("https://vimeo.com/76979871", VIMEO),
        ("https://www.vimeo.com/channels/pycon/76979871", VIMEO),
        ("https://vimeo.com/groups/x/videos/76979871", VIMEO),
        ("https://vimeo.com/showcase/12/video/76979871", VIMEO),
        ("https://vimeo.com/76979871/8272103f6e", HIDDEN),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", HIDDEN),
        ("https://media.ccc.de/v/36c3-11000-some_talk", CCC),
        ("https://media.ccc.de/v/36c3-11000-some_talk/oembed", CCC),
        (
            f"https://peertube.example.org/videos/watch/{UUID}",
            f"https://peertube.example.org/videos/embed/{UUID}?p2p=0&autoplay=1",
        ),
        (
            "https://toobnix.org/w/5jBegFpNbffA1nhmp32kqR",
            "https://toobnix.org/videos/embed/5jBegFpNbffA1nhmp32kqR?p2p=0&autoplay=1",
        ),
    ],
)
def test_players_of_known_hosts(url: str, player: str) -> None:
    found = find_player(url)
    assert found is not None
    assert found.url == player
    assert is_video(url)


@pytest.mark.parametrize(
    ("time", "seconds"),
    [("90", 90), ("90s", 90), ("1m30s", 90), ("1h2m3s", 3723), ("2M", 120), ("soon", 0), ("-5", 0)],
)
def test_times_carry_over(time: str, seconds: int) -> None:
    found = find_player(f"https://youtu.be/a-b_c123456?t={time}")
    assert found is not None
    assert found.url == (f"{YOUTUBE}&start={seconds}" if seconds else YOUTUBE)


@pytest.mark.parametrize(
    ("url", "end"),
    [
        ("https://www.youtube.com/watch?v=a-b_c123456&start=90", "&start=90"),
        ("https://www.youtube.com/watch?v=a-b_c123456#t=1m30s", "&start=90"),
        ("https://vimeo.com/76979871#t=1m30s", "#t=90s"),
        ("https://media.ccc.de/v/x#t=90", "/oembed#t=90"),
        (f"https://tube.example.org/videos/watch/{UUID}?start=1m30s", "&start=90s"),
    ],
)
def test_times_as_each_host_writes_them(url: str, end: str) -> None:
    found = find_player(url)
    assert found is not None
    assert found.url.endswith(end)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://youtu.be/a-b_c123456", "YouTube"),
        ("https://vimeo.com/1", "Vimeo"),
        ("https://media.ccc.de/v/x", "media.ccc.de"),
        ("https://peertube.example.org/w/5jBegFpNbffA1nhmp32kqR", "peertube.example.org"),
    ],
)
def test_readers_learn_the_host(url: str, host: str) -> None:
    found = find_player(url)
    assert found is not None
    assert found.host == host


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/files/talk.mp4",
        "https://example.org/watch?v=a-b_c123456",
        "https://youtube.com.example.org/watch?v=a-b_c123456",
        "https://notyoutube.com/watch?v=a-b_c123456",
        "https://www.youtube.com@example.org/watch?v=a-b_c123456",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=a-b_c123456/../x",
        "https://www.youtube.com/watch?v=a-b_c12345%22",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/embed/live_stream?channel=UC1",
        "https://www.youtube.com/@pycon",
        "https://youtu.be/",
        "javascript://www.youtube.com/watch?v=a-b_c123456",
        "ftp://www.youtube.com/watch?v=a-b_c123456",
        "https://www.youtube.com:8443/watch?v=a-b_c123456",
        "https://www.youtube.com:x/watch?v=a-b_c123456",
        "https://vimeo.com/pycon",
        "https://vimeo.com/event/1234",
        "https://vimeo.com/٣٤٥",
        "https://media.ccc.de/c/36c3",
        "https://media.ccc.de/v/../x",
        "https://media.ccc.de/v/",
        "https://peertube.example.org/w/p/5jBegFpNbffA1nhmp32kqR",
        "https://peertube.ex'ample.org/w/5jBegFpNbffA1nhmp32kqR",
        "https://[::1/w/5jBegFpNbffA1nhmp32kqR",
        "https://www.dailymotion.com/video/x84sh87",
        "https://www.twitch.tv/videos/1",
    ],
)
def test_links_without_a_player(url: str) -> None:
    assert find_player(url) is None


@pytest.mark.parametrize(
    ("url", "waiting"),
    [
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        (
            "https://youtu.be/dQw4w9WgXcQ?t=9",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=9",
        ),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456?dnt=1"),
    ],
)
def test_a_player_that_waits(url: str, waiting: str) -> None:
    player = find_player(url)
    assert player is not None
    assert player.waiting == waiting
