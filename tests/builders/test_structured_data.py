"""What pages say to search engines and to previews of links."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, Markup
from tests.tools.schema_org import check_thing

CONF = """
html_baseurl = "https://s.example/x"
smartquotes = False
tripreport_pages = ["events", "speakers", "authors", "talks", "topics"]
"""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def project(markup: Markup, title: str = 'Bees </script> & "x"') -> dict[str, str | bytes | None]:
    """A report with a rating, the event, a speaker, and a document that is no report."""
    talk = {
        "speakers": "Ann Lee", "start": "2024-05-07 10:00", "rating": "4", "topics": "bees",
        "video": "https://v.example/1", "slides": "s.pdf",
    }  # fmt: skip
    event = {"start": "2024-05-07", "end": "2024-05-08", "place": "Basel", "timezone": "UTC"}
    fields = {"event": "meet", "date": "2024-05-09", "author": "Bob Ray", "image": "p.png"}
    return {
        markup.file("event"): markup.document("Event", markup.directive("event", "meet", event)),
        markup.file("a"): markup.document("A", markup.talk(title, talk), metadata=fields),
        markup.file("z"): markup.document("Z", "Text.\n"),
        "p.png": PICTURE,
        "s.pdf": b"%PDF",
    }


def thing_on(built: Built, path: str) -> dict[str, Any]:
    """What a page says that it is about."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', built.out(path))
    assert len(found) == 1, (path, found)
    thing: dict[str, Any] = json.loads(found[0])
    assert thing.pop("@context") == "https://schema.org"
    check_thing(thing)
    return thing


def test_pages_say_what_they_are_about(build: Build, markup: Markup) -> None:
    built = build(project(markup), CONF)
    assert built.warnings == []
    report = thing_on(built, "a.html")
    assert report["url"] == "https://s.example/x/a.html"
    assert report["image"] == "https://s.example/x/_images/p.png"
    assert report["about"]["url"] == "https://s.example/x/trip/events/meet.html"
    assert report["hasPart"][0]["reviewRating"]["ratingValue"] == 4
    assert report["author"] == [
        {"@type": "Person", "name": "Bob Ray",
         "url": "https://s.example/x/trip/authors/bob-ray.html"},
    ]  # fmt: skip
    talk = thing_on(built, "trip/talks/meet/bees-script-and-x.html")
    assert talk["name"] == 'Bees </script> & "x"'
    assert talk["startDate"] == "2024-05-07T10:00:00+00:00"
    assert talk["recordedIn"][0]["url"] == "https://v.example/1"
    assert re.fullmatch(
        r"https://s\.example/x/_downloads/\w+/s\.pdf", talk["workFeatured"][0]["url"]
    )
    event = thing_on(built, "trip/events/meet.html")
    assert [each["url"] for each in event["subEvent"]] == [talk["url"]]
    assert thing_on(built, "trip/speakers/ann-lee.html")["mainEntity"]["name"] == "Ann Lee"
    assert thing_on(built, "trip/authors/bob-ray.html")["mainEntity"]["name"] == "Bob Ray"
    for path in ("z.html", "trip/topics/bees.html", "trip/events/index.html"):
        assert "ld+json" not in built.out(path)


def properties(built: Built, path: str) -> dict[str, str]:
    """What previews of links to a page show."""
    return dict(re.findall(r'<meta property="([^"]*)" content="([^"]*)"', built.out(path)))


def test_previews_of_links(build: Build) -> None:
    built = build(project(MYST), CONF)
    assert properties(built, "a.html") == {
        "og:title": "A",
        "og:type": "article",
        "og:url": "https://s.example/x/a.html",
        "og:site_name": "Trips",
        "og:image": "https://s.example/x/_images/p.png",
        "og:description": "Text.",
        "article:published_time": "2024-05-09",
    }
    assert properties(built, "trip/speakers/ann-lee.html")["og:type"] == "profile"
    assert properties(built, "trip/topics/bees.html")["og:type"] == "website"
    assert properties(built, "z.html") == {}


def test_beside_opengraph_it_gets_ours(build: Build) -> None:
    pytest.importorskip("sphinxext.opengraph")
    built = build(
        project(MYST),
        f'{CONF}extensions.append("sphinxext.opengraph")\nogp_site_url = "https://s.example/x/"\n'
        'ogp_social_cards = {"enable": False}\n',
    )
    page = built.out("a.html")
    assert page.count('property="og:title"') == page.count('property="og:image"') == 1
    said = properties(built, "a.html")
    assert said["og:type"] == "article"
    assert said["og:image"] == "https://s.example/x/_images/p.png"
    assert thing_on(built, "a.html")["headline"] == "A"


def test_what_a_page_says_is_never_stale(build: Build) -> None:
    built = build(project(MYST, "Bees"), CONF)
    text = str(project(MYST, "Bees")["a.md"])
    built.rebuild({"a.md": text.replace("rating: 4", "rating: 2").replace("10:00", "11:00")})
    talk = thing_on(built, "trip/talks/meet/bees.html")
    assert talk["review"][0]["reviewRating"]["ratingValue"] == 2
    assert (
        thing_on(built, "trip/speakers/ann-lee.html")["mainEntity"]["performerIn"][0]["startDate"]
        == "2024-05-07T11:00:00+00:00"
    )
    built.rebuild({"event.md": str(project(MYST)["event.md"]).replace("Basel", "Bern")})
    assert thing_on(built, "a.html")["about"]["location"]["name"] == "Bern"


def test_only_if_wanted_and_only_what_is_known(build: Build) -> None:
    built = build(project(MYST), CONF + "tripreport_structured_data = False\n")
    for path in ("a.html", "trip/speakers/ann-lee.html"):
        assert "ld+json" not in built.out(path)
        assert properties(built, path) == {}
        assert 'name="description"' in built.out(path)
    built.rebuild({"conf.py": (built.source / "conf.py").read_text(encoding="utf-8").replace(
        "structured_data = False", "structured_data = True").replace(
        "https://s.example/x", "")})  # fmt: skip
    report = thing_on(built, "a.html")
    assert "url" not in report
    assert "image" not in report
    assert "og:url" not in properties(built, "a.html")


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "dirhtml"])
def test_in_other_builders(build: Build, builder: str) -> None:
    built = build(project(MYST), CONF, builder=builder)
    said = [path for path in built.outdir.rglob("*html") if b"ld+json" in path.read_bytes()]
    if builder == "dirhtml":
        assert thing_on(built, "a/index.html")["url"] == "https://s.example/x/a/"
    else:
        assert said == []
