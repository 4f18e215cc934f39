"""Titles in scripts that a book cannot set: one warning, with the settings to paste."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.text.engine_scripts import settings_for
from sphinxcontrib_tripreport.core.text.scripts import scripts_of
from tests.tools.building import Build
from tests.tools.markup import MYST, Markup
from tests.tools.pdf import MISSING, Pdf


def project(markup: Markup, *titles: str, speakers: str = "Ann") -> dict[str, str]:
    talks = [markup.talk(title, {"speakers": speakers}) for title in titles]
    return {markup.file("a"): markup.document("Trip", *talks)}


def test_one_warning_has_the_settings(build: Build, markup: Markup) -> None:
    built = build(project(markup, "Bees", "Пчёлы", "Осы", "李雷"), builder="latex")
    text = "\n".join(built.warnings)
    assert text.count("WARNING") == 1
    assert text.startswith(f"{markup.file('a')}:")
    assert "“Пчёлы” and 2 more titles or names" in text
    assert "pdfLaTeX has no font for Chinese characters and Cyrillic" in text
    assert 'latex_engine = "xelatex"' in text
    assert r'latex_elements = {"fontpkg": r"\usepackage{tripreport-fonts}"}' in text
    assert text.rstrip().endswith("[tripreport.fonts]")
    assert (built.outdir / "tripreport-fonts.sty").is_file()


def test_arabic_needs_another_engine(build: Build, markup: Markup) -> None:
    text = "\n".join(build(project(markup, "Bees", speakers="ليلى"), builder="latex").warnings)
    assert "“ليلى”: pdfLaTeX has no font for Arabic" in text
    assert 'latex_engine = "lualatex"' in text
    assert "bidi=basic" in text


@pytest.mark.parametrize(
    ("title", "conf"),
    [
        ("Žluťoučký kůň – “Việt”", ""),
        ("Пчёлы", 'latex_engine = "xelatex"\n'),
        ("Пчёлы", 'language = "ru"\n'),
        ("Пчёлы", 'latex_elements = {"fontenc": r"\\usepackage[X2,T1]{fontenc}"}\n'),
        ("李雷 ليلى", 'latex_elements = {"fontpkg": r"\\usepackage{mine}"}\n'),
        ("李雷", 'language = "zh_CN"\n'),
    ],
)
def test_what_a_book_can_set_is_no_matter(
    build: Build, markup: Markup, title: str, conf: str
) -> None:
    built = build(project(markup, title), conf, builder="latex")
    assert not [line for line in built.warnings if "font" in line]


def test_only_what_is_in_the_book_counts(build: Build, markup: Markup) -> None:
    sources = {"index.rst": "Home\n====\n", **project(markup, "Пчёлы")}
    built = build(sources, builder="latex")
    assert not [line for line in built.warnings if "font" in line]
    built.rebuild(builder="html")
    assert not [line for line in built.warnings if "font" in line]


SCRIPTS = {
    "xelatex": {"Пчёлы и осы", "Μέλισσες", "李雷说蜜蜂", "キーノート", "꿀벌"},
    "lualatex": {
        "Пчёлы и осы",
        "Μέλισσες",
        "李雷说蜜蜂",
        "꿀벌",
        "النحل والدبابير",
        "דבורים וצרעות",
    },
}
"""By engine, titles for which its settings are said."""


@pytest.mark.printing
@pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")
@pytest.mark.parametrize("engine", SCRIPTS)
def test_the_settings_print_all_scripts(build: Build, engine: str) -> None:
    found = set().union(*map(scripts_of, SCRIPTS[engine]))
    settings = settings_for(found)
    assert f'latex_engine = "{engine}"' in settings
    conf = f"{settings}\nlatex_use_xindy = False\n"
    built = build(project(MYST, "Bees", *sorted(SCRIPTS[engine])), conf, builder="latex")
    assert built.warnings == []
    pdf = Pdf(built.outdir, "trips", engine, is_whole=False)
    assert "Missing character" not in pdf.log
    assert "LaTeX Error" not in pdf.log
    words = set(" ".join(pdf.pages).split())
    assert {"Пчёлы", "осы", "Μέλισσες", "꿀벌", "李雷说蜜蜂"} <= words


def test_talks_of_a_programme_alone(build: Build, markup: Markup) -> None:
    event = markup.directive("event", "Con", {"programme": "con.csv", "scope": "all"})
    sources = {markup.file("a"): markup.document("Trip", event), "con.csv": "title\n李雷\nBees\n"}
    text = "\n".join(build(sources, builder="latex").warnings)
    assert "“李雷”: pdfLaTeX has no font for Chinese characters" in text
    assert text.startswith(f"{markup.file('a')}:1: ")
