"""Projects that Sphinx translates: texts of authors in another language, keys as they are."""

from __future__ import annotations

import gettext
import json
from collections.abc import Mapping

import pytest

from tests.tools.building import Build, Built
from tests.tools.markup import MYST, RST, Markup

CONF = "language = 'es'\nlocale_dirs = ['locale']\ngettext_compact = False\n"
TRANSLATIONS = {
    "a": {
        "A trip": "Un viaje",
        "Bees & wax": "Abejas y cera",
        "Honey talk": "La miel",
        "Mead": "Hidromiel",
        "Big hall": "Sala grande",
        "for beginners": "para principiantes",
        "my photos": "mis fotos",
        "Bee lab": "Laboratorio de abejas",
    },
    "b": {"Queens, by Bob Ray": "Reinas, by Bob Ray", "10:00 Drones": "10:00 Zánganos"},
    "c": {"Wax": "Cera", "Big hall": "Sala grande"},
    "index": {
        "Nothing here.": "Nada aquí.",
        "Con of bees": "Congreso de abejas",
        "Old Town": "Ciudad Vieja",
        "University of Bees": "Universidad de las Abejas",
        "Ann Lee": "Ana Lee",
    },
}


def catalogue(messages: Mapping[str, str]) -> str:
    """A catalogue of translations as gettext has it."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    quoted = (
        (json.dumps(one, ensure_ascii=False), json.dumps(other, ensure_ascii=False))
        for one, other in messages.items()
    )
    return head + "".join(f"\nmsgid {one}\nmsgstr {other}\n" for one, other in quoted)


def catalogues(**changed: Mapping[str, str]) -> dict[str, str]:
    """The files of all translations."""
    return {
        f"locale/es/LC_MESSAGES/{name}.po": catalogue(messages)
        for name, messages in {**TRANSLATIONS, **changed}.items()
    }


def sources(markup: Markup) -> dict[str, str]:
    """Talks of every form, roles and a list."""
    options = {
        "speakers": "Ann Lee (Bee lab)",
        "room": "Big hall",
        "level": "for beginners",
        "links": "my photos <https://x.org>",
    }
    roles = (
        markup.role("talk", "con/bees-and-wax"),
        markup.role("talk", "Honey talk"),
        markup.role("talk", "Wax"),
        markup.role("event", "Con of bees"),
        markup.role("speaker", "Ann Lee"),
    )
    item = markup.talk("Mead").replace("\n", "\n  ")
    front = "---\nevent: con\ntalks:\n- title: Wax\n  room: Big hall\n---\n\n# C\n\nWords.\n"
    patterns = 'talk-patterns:\n- "## {title}, by {speakers}"\n- "* {time} {title}"\n'
    found = "## Queens, by Bob Ray\n\nWords.\n\n## Others\n\n* 10:00 Drones\n"
    return {
        markup.file("a"): markup.document(
            "A trip",
            markup.talk("Bees & wax", options),
            markup.heading("Honey talk", 2),
            markup.directive("talk"),
            f"* {item}",
            metadata={"event": "con"},
        ),
        "b.md": f"---\nevent: con\n{patterns}---\n\n# B\n\n{found}",
        "c.md": front,
        markup.file("index"): markup.document(
            "Home",
            markup.directive("talklist", options={"kind": "panel"}, content="Nothing here."),
            markup.directive("talklist"),
            ", ".join(roles) + ".\n",
            markup.heading("Con of bees", 2),
            markup.directive("event", options={"key": "con", "place": "Old Town"}),
            markup.heading("Ann Lee", 2),
            markup.directive("speaker", options={"affiliation": "University of Bees"}),
            "```{toctree}\n:hidden:\na\nb\nc\n```\n"
            if markup is MYST
            else ".. toctree::\n   :hidden:\n\n   a\n   b\n   c\n",
        ),
    }


def words(built: Built, name: str) -> str:
    return built.page(f"{name}.html").main.words


def test_titles_and_options_are_translated(build: Build, markup: Markup) -> None:
    built = build({**sources(markup), **catalogues()}, CONF)
    assert built.warnings == []
    page = words(built, "a")
    for text in ("Abejas y cera", "La miel", "Hidromiel", "Sala grande", "mis fotos"):
        assert text in page
    assert "Ana Lee (Laboratorio de abejas)" in page
    assert "para principiantes" in page
    titles = ["Abejas y cera", "La miel", "Hidromiel", "Reinas", "Zánganos", "Cera"]
    index = words(built, "index")
    for text in (*titles, "Congreso de abejas", "Ciudad Vieja", "Universidad de las Abejas"):
        assert text in index
    assert "Nada aquí." in index
    for original in ("Bees", "Honey", "Queens", "Drones", "Wax", "Old Town", "Con of bees"):
        assert original not in index
    (talks,) = built.page("trip-talks.html").by_class("trip-index")
    assert all(title in talks.words for title in titles)
    assert "Sala grande" in words(built, "c")


def test_keys_stay_as_they_are(build: Build, markup: Markup) -> None:
    plain = build(sources(markup), CONF, folder="plain")
    built = build({**sources(markup), **catalogues()}, CONF)
    for before, after in zip(plain.talks_json()["talks"], built.talks_json()["talks"], strict=True):
        for name in ("key", "event", "speakers", "start"):
            assert after[name] == before[name]
        assert after["title"] in {"Abejas y cera", "La miel", "Hidromiel", "Reinas", "Zánganos",
                                  "Cera"}  # fmt: skip
        assert [note["anchor"] for note in after["notes"]] == [
            note["anchor"] for note in before["notes"]
        ]
        assert before["room"] != "Big hall" or after["room"] == "Sala grande"
    for kind in ("trip:talk", "trip:speaker", "trip:event"):
        names = {name: place[0] for name, place in plain.inventory()[kind].items()}
        assert names == {name: place[0] for name, place in built.inventory()[kind].items()}
    assert built.talks_json()["events"][0]["name"] == "Congreso de abejas"
    links = built.page("index.html").main.links
    assert links["La miel"] == plain.page("index.html").main.links["Honey talk"]
    assert links["Congreso de abejas"] == plain.page("index.html").main.links["Con of bees"]


def test_a_translated_name_is_sorted_as_it_is_written(build: Build, markup: Markup) -> None:
    people = markup.document(
        "People",
        markup.heading("Ann Lee", 2),
        markup.directive("speaker", options={"sort": "Lee, Ann"}),
        markup.heading("Bo Cy", 2),
        markup.directive("speaker", options={"sort": "Xu, Bo"}),
        markup.talk("Bees", {"speakers": "Ann Lee, Bo Cy"}),
    )
    built = build(
        {markup.file("people"): people, **catalogues(people={"Ann Lee": "Анна Ли"})}, CONF
    )
    assert built.warnings == []
    (index,) = built.page("trip-speakers.html").by_class("trip-index")
    assert "Л" in index.words
    assert "L" not in index.words
    assert "X" in index.words


def test_everything_is_extracted(build: Build, markup: Markup) -> None:
    built = build(sources(markup), "gettext_compact = False", builder="gettext")
    assert built.warnings == []
    for name, messages in TRANSLATIONS.items():
        extracted = built.out(f"{name}.pot")
        for message in messages:
            assert f'msgid "{message}"' in extracted
    # The same doctrees serve other builders.
    assert "Queens" in build(sources(markup), builder="text").out("b.txt")


def test_a_new_translation_is_shown_everywhere(build: Build, markup: Markup) -> None:
    built = build({**sources(markup), **catalogues()}, CONF)
    changed = catalogues(
        a={**TRANSLATIONS["a"], "Bees & wax": "Cera y abejas", "Big hall": "Sala mayor"}
    )
    # Within one process, gettext reads a file only once.
    gettext._translations.clear()  # type: ignore[attr-defined]
    path = "locale/es/LC_MESSAGES/a.po"
    built.rebuild({path: changed[path]})
    clean = build({**sources(markup), **changed}, CONF, folder="clean")
    assert built.warnings == clean.warnings == []
    assert "Cera y abejas" in words(built, "index")
    assert "Sala mayor" in words(built, "a")
    for file in clean.outdir.rglob("*.html"):
        name = file.relative_to(clean.outdir).as_posix()
        assert built.out(name) == clean.out(name), name
    assert built.out("talks.json") == clean.out("talks.json")


def test_a_translation_that_no_pattern_matches(build: Build) -> None:
    broken = catalogues(b={"Queens, by Bob Ray": "Reinas, de Bob Ray"})
    built = build({**sources(MYST), **broken}, CONF)
    (warning,) = built.warnings
    assert warning == (
        "b.md:10: WARNING: The translation of the talk “Queens” does not match the pattern that the"
        " original matches: expected the same signs around its parts; what it does not tell"
        " is taken from the original. [tripreport.pattern]"
    )
    assert "Reinas, de Bob Ray" in words(built, "b")


@pytest.mark.parametrize("parallel", [0, 2])
def test_a_translated_report_speaks_the_language(build: Build, parallel: int) -> None:
    built = build({**sources(RST), **catalogues()}, CONF, parallel=parallel)
    assert built.warnings == []
    assert 'lang="' not in "".join(str(p.attributes) for p in built.page("a.html").main.walk())


def english(markup: Markup) -> dict[str, str]:
    """Two reports in English, in a project that is in Spanish."""
    front = {"event": "con", "lang": "en"}
    options = {"speakers": "Ann Lee", "slides": "https://x.org/s", "start": "2020-07-23 09:00"}
    return {
        markup.file("a"): markup.document(
            "A trip", markup.talk("Bees & wax", options), "Honey.\n", metadata=front
        ),
        markup.file("b"): markup.document(
            "My way", markup.talk("Honey talk", options), metadata=front
        ),
        "index.rst": "Home\n====\n\n.. reportlist::\n\n.. talklist::\n\n"
        ".. toctree::\n   :hidden:\n\n   a\n   b\n",
    }


def foreign(built: Built, name: str) -> set[str]:
    """What a page says to be in another language than its own."""
    parts = built.page(name).main.walk()
    return {part.words for part in parts if "lang" in part.attributes}


def test_a_translated_report_is_in_the_projects_language(build: Build, markup: Markup) -> None:
    built = build(english(markup), CONF)
    assert foreign(built, "index.html") == {"A trip", "My way", "Bees & wax", "Honey talk"}
    path = "locale/es/LC_MESSAGES/a.po"
    translated = {path: catalogue({**TRANSLATIONS["a"], "Honey.": "Miel."})}
    gettext._translations.clear()  # type: ignore[attr-defined]
    built.rebuild(translated)
    assert built.warnings == []
    assert foreign(built, "a.html") == set()
    (byline,) = built.page("a.html").main.by_id("talk-bees-and-wax").by_class("trip-byline")
    assert "Diapositivas" in byline.words
    assert "Slides" in words(built, "b")
    assert foreign(built, "index.html") == {"My way", "Honey talk"}
    # What the report was written in is still known.
    assert {report["language"] for report in built.talks_json()["reports"]} == {"en"}
    clean = build({**english(markup), **translated}, CONF, folder="clean")
    # Neighbours in a theme's links, as in b.html, are for Sphinx to renew.
    for page in ("a.html", "index.html", "trip-talks.html"):
        assert built.out(page) == clean.out(page)


def test_a_skipped_heading_is_skipped_in_every_language(build: Build) -> None:
    source = (
        '---\nevent: con\ntalk-patterns: "## {title}, by {speakers}"\n'
        "skip-headings: [Lunch, Links/*]\n---\n\n# B\n\n## Queens, by Bob Ray\n\nWords.\n\n"
        "## Lunch, by the lake\n\nSoup.\n\n# Links\n\n## Films, by us\n\nNone.\n"
    )
    spanish = {
        "Queens, by Bob Ray": "Reinas, by Bob Ray",
        "Lunch, by the lake": "Almuerzo, by el lago",
        "Links": "Enlaces",
        "Films, by us": "Películas, by nosotros",
    }
    built = build({"b.md": source, "locale/es/LC_MESSAGES/b.po": catalogue(spanish)}, CONF)
    assert built.warnings == []
    assert "Almuerzo, by el lago" in words(built, "b")
    assert [talk["title"] for talk in built.talks_json()["talks"]] == ["Reinas"]
