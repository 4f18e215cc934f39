"""Words that authors use for kinds of talks, for "and", and for labelled links. Pure."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sphinxcontrib_tripreport.core.text.slugs import fold

_KINDS: Final = {
    "keynote": (
        "keynote, keynotes, keynote talk, keynote speech, opening keynote, closing keynote,"
        " opening talk, closing talk, plenary, plenary talk, invited talk,"
        " charla magistral, conferencia magistral, ponencia magistral, conferencia inaugural,"
        " charla inaugural, conferencia de apertura, ponencia de clausura, charla plenaria,"
        " palestra de abertura, palestra principal, conférence plénière, conférence d'ouverture,"
        " discours d'ouverture, eröffnungsvortrag, hauptvortrag, abschlussvortrag,"
        " conferenza di apertura, openingslezing, wykład otwierający, ключевой доклад,"
        " пленарный доклад, пленарна доповідь, ключова доповідь, xerrada inaugural,"
        " キーノート, 基調講演, 主题演讲, 主題演講, 主旨演讲, 主旨演講, 基调演讲, 專題演講,"
        " 키노트, 기조연설, 기조 연설, 기조강연, كلمة رئيسية"
    ),
    "talk": (
        "talk, talks, session, presentation, lecture, long talk, short talk, regular talk,"
        " sponsored talk, sponsor talk, charla, charlas, ponencia, ponencias, presentación,"
        " palestra, palestras, apresentação, conférence, exposé, présentation, vortrag, vorträge,"
        " intervento, presentazione, lezing, presentatie, prelekcja, wykład, prezentacja, доклад,"
        " лекция, выступление, доповідь, лекція, xerrada, ponència, relatorio, 演讲, 演講, 讲座,"
        " 講座, 分享, 講演, 発表, トーク, セッション, 발표, 강연, 세션, محاضرة, عرض"
    ),
    "tutorial": (
        "tutorial, tutorials, tutoriel, tutoriels, tutoriales, tutoriais, samouczek, туториал,"
        " 教程, チュートリアル, 튜토리얼"
    ),
    "workshop": (
        "workshop, workshops, taller, talleres, atelier, ateliers, oficina, oficinas, minicurso,"
        " laboratorio, obradoiro, warsztat, warsztaty, мастер-класс, воркшоп, семинар,"
        " майстер-клас, воркшоп, 工作坊, ワークショップ, 워크숍, ورشة, ورشة عمل"
    ),
    "lightning": (
        "lightning talk, lightning talks, lightning, lightning session, ignite talk, ignite,"
        " charla relámpago, charlas relámpago, charla rápida, charlas rápidas, palestra relâmpago,"
        " palestras relâmpago, conférence éclair, présentation éclair, présentations éclair,"
        " blitzvortrag, blitzvorträge, interventi lampo, xerrada llampec, xerrades llampec,"
        " charla lóstrego, блиц-доклад, блиц-доклады, бліц-доповідь, 闪电演讲, 闪电讲, 閃電講,"
        " 閃電秀, ライトニングトーク, lt, 라이트닝 토크, 라이트닝토크"
    ),
    "panel": (
        "panel, panels, panel discussion, round table, roundtable, mesa redonda, table ronde,"
        " podiumsdiskussion, tavola rotonda, taula rodona, debata, dyskusja panelowa,"
        " круглый стол, панельная дискуссия, круглий стіл, 圆桌, 圆桌讨论, 圓桌, 座談,"
        " パネル, パネルディスカッション, 패널, 패널 토론, 패널토의"
    ),
    "poster": (
        "poster, posters, poster session, póster, pósters, постер, ポスター, 海报, 海報, 포스터"
    ),
    "open-space": (
        "open space, open spaces, open-space, unconference, birds of a feather, bof, espacio"
        " abierto, espacios abiertos, オープンスペース, 开放空间, 開放空間"
    ),
    "sprint": "sprint, sprints, code sprint, hackathon, спринт, スプリント, 스프린트",
}
_AND: Final = {
    "en": "and with", "es": "y e", "fr": "et", "de": "und", "pt": "e", "it": "e ed", "nl": "en",
    "ca": "i", "gl": "e", "pl": "i oraz", "ru": "и", "uk": "і та й", "ar": "و", "zh": "和 与 與 及",
    "ja": "と", "ko": "와 과 및", "sv": "och samt", "da": "og samt", "nb": "og samt",
    "no": "og samt", "nn": "og", "fi": "ja sekä", "et": "ja ning", "hu": "és meg",
    "ro": "și şi", "tr": "ve", "id": "dan", "ms": "dan", "cs": "a", "sk": "a", "sl": "in",
    "hr": "i", "bs": "i", "sr": "i и",
    "bg": "и", "lt": "ir", "lv": "un", "eu": "eta", "el": "και", "vi": "và",
}  # fmt: skip
_IN_ITS_LANGUAGE_ALONE: Final = frozenset(("dan", "in", "ir", "ja", "meg", "un", "ve"))
"""Longer words for "and" that are names or other words elsewhere."""
_LABELS: Final = {
    "slides": "slides, slide deck, deck, presentation, diapositivas, diapos, folien, transparents,"
    " slajdy, слайды, слайди, 幻灯片, 投影片, スライド, 슬라이드, pdf",
    "video": "video, vídeo, vidéo, recording, watch, youtube, grabación, enregistrement,"
    " aufzeichnung, видео, відео, 视频, 影片, 動画, 영상, talk video",
    "code": "code, source, source code, repo, repository, github, gitlab, notebook, notebooks,"
    " código, codi, 代码, コード, 코드",
    "paper": "paper, article, artículo, 论文, 論文",
    "url": "link, talk, talk page, abstract, description, details, info, page, event page,"
    " summary, resumen, enlace, lien, 链接, 概要, リンク",
    "notes": "notes, transcript, materials, material, notas, demo, tweet, thread, website, site,"
    " blog, blog post, post, writeup, docs, documentation",
}


@cache
def _kinds() -> dict[str, str]:
    return {fold(word.strip()): kind for kind, words in _KINDS.items() for word in words.split(",")}


def kind_of(words: str) -> str:
    """The kind of talk that *words* mean; empty if they are not the words for one."""
    return _kinds().get(fold(words), "")


@cache
def kind_expression() -> str:
    """A regular expression for every word for a kind, as folded text has it."""
    words = sorted(_kinds(), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _labels() -> dict[str, str]:
    return {
        fold(word.strip()): label for label, words in _LABELS.items() for word in words.split(",")
    }


def link_label(words: str) -> str:
    """The label of a link whose text is *words*: ``slides``, ``video`` …; empty for others."""
    folded = fold(words).strip("[](){}<>:.,;|- ")
    label = _labels().get(folded, "")
    return folded if label == "notes" else label


@cache
def and_expression(language: str, extra: tuple[str, ...]) -> str:
    """A regular expression for what is between names, besides punctuation.

    :param language: of the report; only there single letters and short words like ``ja`` are read
    :param extra: more words, as an author gives them
    """
    own = _AND.get(language.partition("-")[0].lower(), "").split()
    common = [word for words in _AND.values() for word in words.split()]
    words = {*own, *(word for word in common if _is_read_everywhere(word))}
    words |= {fold(word) for word in extra if word.strip()}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def between_names(language: str, extra: tuple[str, ...]) -> re.Pattern[str]:
    """What is between names in place of a comma: a word for "and", or a sign between spaces.

    :param language: of the report
    :param extra: more words, as an author gives them
    """
    # In small letters only: Ed is a person.
    words = and_expression(language, extra)
    return re.compile(rf"(?<=\s)(?:[&+/＆＋／]|{words})(?=\s)|＆")


def _is_read_everywhere(word: str) -> bool:
    if _is_ideograph(word):
        return True
    return len(word) > 1 and word not in _IN_ITS_LANGUAGE_ALONE


def _is_ideograph(word: str) -> bool:
    return "\u4e00" <= word <= "\u9fff"
