"""The words of pages in every language that we have: complete, current, and shown."""

from __future__ import annotations

import ast
import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import sphinxcontrib_tripreport
from sphinxcontrib_tripreport.core.languages.locales import find_locale
from sphinxcontrib_tripreport.messages import CATALOGUE, LOCALE_DIR, languages, translator_for
from tests.tools.babel_data import by_babel
from tests.tools.building import Build, Built

PACKAGE = Path(sphinxcontrib_tripreport.__file__).parent
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "_n": (1, 2), "translatable": None}
GAP = re.compile(r"%\(\w+\)[a-z]")

LANGUAGES = {
    # The kind, the heading of the index, the days of the event, what is said of the rating, the
    # other reports.
    "es": ("Charla magistral", "Charlas", "9–11 de febrero de 2018", "4 de 5", "B y C (Ann y Bo)"),
    "zh_CN": ("主题演讲", "演讲", by_babel("2018年2月9日至11日", "2018年2月9日 – 11日"),
              "评分：4/5", "B和C（Ann和Bo）"),
    "zh_TW": ("主題演講", "演講", "2018年2月9日至11日", "評分：4/5", "B和C（Ann和Bo）"),
    "de": ("Keynote", "Vorträge", "9.–11. Februar 2018", "4 von 5", "B und C (Ann und Bo)"),
    "fr": ("Conférence plénière", "Conférences", "9–11 février 2018", "4 sur 5",
           "B et C (Ann et Bo)"),
    "pt_BR": ("Keynote", "Palestras", "9 – 11 de fevereiro de 2018", "4 de 5", "B e C (Ann e Bo)"),
    "it": ("Keynote", "Interventi", "9–11 febbraio 2018", "4 su 5", "B e C (Ann e Bo)"),
    "ja": ("基調講演", "発表", "2018年2月9日～11日", "5点中4点", "B、C（Ann、Bo）"),
    "ko": ("기조연설", "발표", "2018년 2월 9일~11일", "5점 만점에 4점", "B 및 C(Ann 및 Bo)"),
    "ru": ("Ключевой доклад", "Доклады",
           by_babel("9–11 февраля 2018 г.", "9—11 февраля 2018 г."), "4 из 5",
           "B и C (Ann и Bo)"),
    "gl": ("Charla maxistral", "Charlas", "9–11 de febreiro de 2018", "4 de 5",
           "B e C (Ann e Bo)"),
    "ca": ("Xerrada magistral", "Xerrades", "9–11 de febrer del 2018", "4 de 5",
           "B i C (Ann i Bo)"),
    "pl": ("Prelekcja główna", "Prelekcje", "9–11 lutego 2018", "4 na 5", "B i C (Ann i Bo)"),
    "nl": ("Keynote", "Lezingen", "9–11 februari 2018", "4 van 5", "B en C (Ann en Bo)"),
    "uk": ("Ключова доповідь", "Доповіді", "9–11 лютого 2018 р.", "4 з 5", "B і C (Ann і Bo)"),
    "ar": ("محاضرة رئيسية", "المحاضرات", "9–11 فبراير 2018", "4 من 5", "B وC (Ann وBo)"),
}  # fmt: skip


def messages_in(words: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in words if message.id]


def ids_of(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def ids_in(words: Catalog) -> set[tuple[str, ...]]:
    return {ids_of(message) for message in messages_in(words)}


def template() -> Catalog:
    with (LOCALE_DIR / f"{CATALOGUE}.pot").open("rb") as file:
        return read_po(file)


def translated(language: str) -> Catalog:
    with (LOCALE_DIR / language / "LC_MESSAGES" / f"{CATALOGUE}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms_of(message: Message) -> tuple[str, ...]:
    assert message.string is not None
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_the_template_has_every_message_of_the_code() -> None:
    methods = [("**.py", "python"), ("templates/**", "jinja2")]
    found = extract_from_dir(PACKAGE, methods, keywords=KEYWORDS)
    said = {(text,) if isinstance(text, str) else text for _, _, text, *_rest in found}
    assert said
    assert ids_in(template()) == said, "run “tox -e messages”"


def calls_at_import(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of a module that run when it is imported."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_is_translated_at_import(path: Path) -> None:
    calls = calls_at_import(ast.parse(path.read_text(encoding="utf-8")))
    names = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    assert not names & {"_", "_n"}, "mark() what is looked up later"


def test_every_language_is_tested() -> None:
    assert set(LANGUAGES) == set(languages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    words = translated(language)
    assert ids_in(words) == ids_in(template()), "run “tox -e messages”"
    assert not words.obsolete
    assert not [m.id for m in messages_in(words) if m.fuzzy or not all(forms_of(m))]
    assert all(len(forms_of(m)) == words.num_plurals for m in words if m.pluralizable)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_gaps_of_the_original(language: str) -> None:
    for message in messages_in(translated(language)):
        gaps = set(GAP.findall(ids_of(message)[-1]))
        forms = forms_of(message)
        if language == "ar" and message.pluralizable:
            # None, one and two have words of their own, without the number.
            assert all(set(GAP.findall(form)) <= gaps for form in forms[:3])
            forms = forms[3:]
        assert all(set(GAP.findall(form)) == gaps for form in forms), message.id
        for form in forms_of(message):
            assert form.strip() == form or message.id == ", ", message.id
            assert "%" not in GAP.sub("", form), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_gettext_reads_is_current(language: str) -> None:
    words = translated(language)
    folder = LOCALE_DIR / language / "LC_MESSAGES"
    with (folder / f"{CATALOGUE}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    plural = gettext.c2py(words.plural_expr)
    for message in messages_in(words):
        forms = forms_of(message)
        if not message.pluralizable:
            assert compiled.gettext(ids_of(message)[0]) == forms[0], "run “tox -e messages”"
            continue
        one, many = ids_of(message)
        for number in range(200):
            assert compiled.ngettext(one, many, number) == forms[plural(number)]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", {1: "1 доклад", 3: "3 доклада", 5: "5 докладов", 11: "11 докладов",
                21: "21 доклад", 112: "112 докладов"}),
        ("uk", {1: "1 доповідь", 4: "4 доповіді", 12: "12 доповідей", 22: "22 доповіді"}),
        ("pl", {1: "1 prelekcja", 2: "2 prelekcje", 12: "12 prelekcji", 21: "21 prelekcji",
                22: "22 prelekcje"}),
        ("ar", {1: "محاضرة واحدة", 2: "محاضرتان", 3: "3 محاضرات", 11: "11 محاضرةً",
                99: "99 محاضرةً", 100: "100 محاضرة", 103: "103 محاضرات"}),
        ("fr", {0: "0 conférence", 1: "1 conférence", 2: "2 conférences"}),
        ("es", {0: "0 charlas", 1: "1 charla", 2: "2 charlas"}),
        ("ja", {1: "発表1件", 2: "発表2件"}),
        ("en", {0: "0 talks", 1: "1 talk", 2: "2 talks"}),
    ],
)  # fmt: skip
def test_numbers_have_the_forms_of_the_language(language: str, forms: dict[int, str]) -> None:
    translate = translator_for(language).ngettext
    for number, form in forms.items():
        text = translate("%(number)d talk", "%(number)d talks", number) % {"number": number}
        assert text == form


REPORT = """\
---
title: {title}
event: Con
author: {author}
---

# {title}

Words.

:::{{keynote}} Bees
:speakers: Cy, Di
:start: 2018-02-09 09:00
:rating: 4
:status: watched

Words.
:::
"""
SOURCES = {
    "a.md": REPORT.format(title="A", author="Al"),
    "b.md": REPORT.format(title="B", author="").replace("author: \n", ""),
    "c.md": REPORT.format(title="C", author="[Ann, Bo]"),
    "index.rst": (
        "Home\n====\n\n.. toctree::\n\n   a\n   b\n   c\n\n"
        ".. event:: Con\n   :start: 2018-02-09\n   :end: 2018-02-11\n\n"
        ".. talklist::\n   :layout: table\n   :columns: title, kind, speakers, date, status\n\n"
        ".. talklist::\n   :year: 1999\n"
    ),
}


def shown(build: Build, language: str) -> Built:
    built = build(SOURCES, f"language = {language!r}\n")
    assert built.warnings == []
    return built


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_in_the_language_of_the_project(build: Build, language: str) -> None:
    kind, talks, days, rating, others = LANGUAGES[language]
    built = shown(build, language)
    translate = translator_for(language).gettext
    byline = built.page("a.html").by_class("trip-byline")[1]
    assert byline.by_class("trip-kind")[0].words == kind
    assert rating in byline.by_class("trip-rating")[0].words
    also = byline.by_class("trip-also")[0].words
    assert others in also
    assert also == translate("Also noted in %(reports)s") % {"reports": others}
    both = format_list(["Cy", "Di"], locale=find_locale(language))
    assert byline.by_class("trip-speakers")[0].words == both
    home = built.page("index.html")
    assert home.by_class("trip-byline")[0].by_class("trip-when")[0].words == days
    assert [head.words for head in home.by_tag("th")] == [
        translate(word) for word in ("Title", "Kind", "Speakers", "Date", "Status")
    ]
    assert home.by_class("trip-nothing")[0].words == translate("No talks here.")
    assert built.page("trip-talks.html").main.by_tag("h1")[0].words == talks
    names = [translate(word) for word in ("Talks", "Speakers", "Events")]
    for name, page in zip(names, ("talks", "speakers", "events"), strict=True):
        assert built.page(f"trip-{page}.html").by_tag("h1")[0].words == name
    assert json.dumps(translate("Talk")) in built.out("searchindex.js")


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("uk_UA", "uk"),
        ("pt_br", "pt_BR"),
        ("pt-BR", "pt_BR"),
        ("pt", "pt_BR"),
        ("zh-Hans", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh_HK", "zh_TW"),
        ("zh_TW.UTF-8", "zh_TW"),
        ("de_AT", "de"),
        ("ca@valencia", "ca"),
    ],
)
def test_other_spellings_of_a_language(build: Build, code: str, language: str) -> None:
    built = shown(build, code)
    assert built.page("trip-talks.html").by_tag("h1")[0].words == LANGUAGES[language][1]
    assert translator_for(code).gettext("Keynote") == LANGUAGES[language][0]


@pytest.mark.parametrize("code", ["xx", "tlh", "eo", "en_DE", "nonsense"])
def test_other_languages_have_english_words(build: Build, code: str) -> None:
    built = shown(build, code)
    assert built.page("trip-talks.html").by_tag("h1")[0].words == "Talks"
    also = built.page("a.html").by_class("trip-also")[0].words
    assert also.startswith("Also noted in ")
    assert translator_for(code).gettext("Keynote") == "Keynote"


@pytest.mark.parametrize("code", ["", " ", "../es", "es/..", "_", "-", "\0", "zz-zz-zz"])
def test_what_is_no_language_has_english_words(code: str) -> None:
    assert translator_for(code).gettext("Keynote") == "Keynote"


def test_talks_that_only_the_metadata_has_stand_under_a_word_of_the_report(build: Build) -> None:
    text = "---\ntitle: R\nevent: Con\n{}talks:\n- title: Bees\n---\n\n# R\n\nWords.\n"
    sources = {"a.md": text.format("language: de\n"), "b.md": text.format("")}
    built = build(sources, "language = 'es'\n")
    assert built.page("a.html").by_class("trip-listed")[0].by_tag("h2")[0].words == "Vorträge"
    assert built.page("b.html").by_class("trip-listed")[0].by_tag("h2")[0].words == "Charlas"


def test_people_and_events_have_heads_of_their_own(build: Build) -> None:
    lists = (
        "\n.. speakerlist::\n   :layout: table\n   :columns: name\n"
        "\n.. eventlist::\n   :layout: table\n   :columns: name\n"
    )
    built = build(
        {**SOURCES, "lists.rst": f":orphan:\n\nLists\n=====\n{lists}"}, "language = 'ru'\n"
    )
    heads = [head.words for head in built.page("lists.html").by_tag("th")]
    assert heads == ["Имя", "Мероприятие"]


def test_the_spanish_word_between_goes_by_what_a_page_shows(build: Build) -> None:
    changed = SOURCES["c.md"].replace("# C", "# Ideas").replace("title: C", "title: Ideas")
    built = build({**SOURCES, "c.md": changed}, "language = 'es'\n")
    (also,) = built.page("a.html").by_class("trip-also")
    assert "B e Ideas (Ann y Bo)" in also.words


def test_the_order_of_projects_in_one_process_does_not_matter(build: Build) -> None:
    for language in ("es", "de", "en"):
        built = build(SOURCES, f"language = {language!r}\n", folder=language)
        title = built.page("trip-talks.html").by_tag("h1")[0].words
        assert title == translator_for(language).gettext("Talks")
