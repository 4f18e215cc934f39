"""A project's own templates for pages: what they include, what is wrong with them, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.test_pages import ALL, POSTS, TestTemplates, index, made
from tests.tools.building import Build, Built

CONF = TestTemplates.CONF
SPEAKER = TestTemplates.PATH
HEAD = "{{ name | heading }}\n\n"
ZOE = "trip/speakers/zoe-nunez"
PAGES = ("trip/speakers/zoe-nunez.html", "trip/speakers/李-雷.html")


def words(built: Built, docname: str = ZOE) -> str:
    """What a page says."""
    return built.page(f"{docname}.html").main.words


def shows_ours(built: Built) -> bool:
    """Whether every speaker's page is made with our template."""
    return all(built.page(page).main.by_class("trip-title") for page in PAGES)


class TestWhatTemplatesInclude:
    @pytest.mark.parametrize(
        ("template", "part", "text"),
        [
            ('{% include "parts/foot.rst" %}\n', "parts/foot.rst", "Foot."),
            (
                '{% import "parts/words.rst" as words %}\n{{ words.foot() }}\n',
                "parts/words.rst",
                "{% macro foot() %}Foot.{% endmacro %}",
            ),
            ('{% include "parts/" ~ kind ~ ".rst" %}\n', "parts/speaker.rst", "Foot."),
            ('{% include ["parts/none.rst", "parts/foot"] %}\n', "parts/foot", "Foot."),
        ],
    )
    def test_is_never_stale(self, build: Build, template: str, part: str, text: str) -> None:
        sources = {**POSTS, **index(), SPEAKER: HEAD + template, f"_templates/{part}": text}
        built = build(sources, CONF)
        assert built.warnings == []
        assert words(built).endswith("Foot.")
        built.rebuild({f"_templates/{part}": text.replace("Foot", "Other")})
        assert words(built).endswith("Other.")

    def test_is_found_when_it_comes_later(self, build: Build) -> None:
        own = HEAD + 'Hello. {% include "parts/foot.rst" ignore missing %}\n'
        built = build({**POSTS, **index(), SPEAKER: own}, CONF)
        assert words(built).endswith("Hello.")
        path = "_templates/parts/foot.rst"
        built.rebuild({path: '{% include "parts/two.rst" %}'})
        assert "no template is called “parts/two.rst”" in built.warnings[0]
        assert shows_ours(built)
        assert words(built.rebuild({"_templates/parts/two.rst": "Two."})).endswith("Hello. Two.")
        assert words(built.rebuild({path: None})).endswith("Hello.")

    def test_nothing_is_read_without_a_change(self, build: Build) -> None:
        own = HEAD + '{% include "parts/" ~ kind ~ ".rst" %}\n'
        sources = {SPEAKER: own, "_templates/parts/speaker.rst": "Foot."}
        built = build({**POSTS, **index(), **sources}, CONF)
        before = built.written()
        after = built.rebuild().written()
        assert [name for name in PAGES if before[name] != after[name]] == []


class TestPagesThatComeAndGo:
    PATH = "_templates/tripreport/speakers.rst"
    THREE = "---\nevent: e\ntalks:\n  - {title: A, speakers: Ann Lee}\n---\n# T\n\nW.\n"

    @pytest.mark.parametrize(
        ("text", "warnings"),
        [
            (".. toctree::\n   :glob:\n\n   *\n", 0),
            (".. toctree::\n\n   ann-lee\n", 1),
            (":doc:`/trip/speakers/ann-lee`\n", 1),
        ],
    )
    def test_are_in_toctrees_and_links(self, build: Build, text: str, warnings: int) -> None:
        tree = {"index.rst": "Home\n====\n\n.. toctree::\n   :glob:\n\n   *\n"}
        built = build({**POSTS, **tree, self.PATH: f"Speakers\n========\n\n{text}"}, CONF)
        for _time in range(2):
            assert len(built.warnings) == warnings
            assert all(line.startswith(f"{self.PATH}:4: WARNING") for line in built.warnings)
            assert "Ann Lee" not in words(built, "trip/speakers/index")
            built.rebuild({"three.md": self.THREE})
            assert built.warnings == []
            links = built.page("trip/speakers/index.html").main.links
            assert links["Ann Lee"] == "ann-lee.html"
            built.rebuild({"three.md": None})


class TestUnusable:
    def test_files_beside_templates_do_not_matter(self, build: Build) -> None:
        folder = Path(str(build(POSTS, folder="other").source.parent.parent)) / "project"
        beside = folder / "source" / "_templates" / "tripreport"
        (beside / "old.rst").mkdir(parents=True)
        (beside / ".#speaker.rst").symlink_to("ann@host.1234:5678")
        built = build({**POSTS, **index(), SPEAKER: HEAD + "Mine."}, CONF)
        assert built.warnings == []
        assert words(built).endswith("Mine.")

    @pytest.mark.parametrize("is_link", [True, False])
    def test_no_file(self, build: Build, is_link: bool) -> None:
        folder = Path(str(build(POSTS, folder="other").source.parent.parent)) / "project"
        path = folder / "source" / SPEAKER
        path.parent.mkdir(parents=True)
        if is_link:
            path.symlink_to("nowhere")
        else:
            path.mkdir()
        built = build({**POSTS, **index()}, CONF)
        (warning,) = built.warnings
        assert warning.startswith(f"{SPEAKER}:1: WARNING: The template cannot be used: it is no f")
        assert shows_ours(built)
        path.unlink() if is_link else path.rmdir()
        assert words(built.rebuild({SPEAKER: HEAD + "Mine."})).endswith("Mine.")

    def test_in_another_encoding(self, build: Build) -> None:
        built = build(
            {**POSTS, **index(), SPEAKER: "{{ name | heading }}\n\nÜ.".encode("cp1252")}, CONF
        )
        (warning,) = built.warnings
        assert warning.startswith(
            f"{SPEAKER}:1: WARNING: The template cannot be used: 'utf-8' codec"
        )
        assert shows_ours(built)
        assert words(built.rebuild({SPEAKER: HEAD + "Ü."})).endswith("Ü.")

    def test_what_it_includes_is_named(self, build: Build) -> None:
        sources = {
            SPEAKER: HEAD + '{% include "foot.rst" %}',
            "_templates/foot.rst": "\n\n{{ nme }}",
        }
        built = build({**POSTS, **index(), **sources}, CONF)
        (warning,) = built.warnings
        assert warning.startswith(
            "_templates/foot.rst:3: WARNING: The template cannot be used: 'nme'"
        )

    @pytest.mark.parametrize(
        "template",
        ["No heading {{ name }}.\n", "", "# {{ name }}\n\n```{talklist}\n:speaker: x\n```\n"],
    )
    def test_without_a_heading(self, build: Build, template: str) -> None:
        tree = index("trip/speakers/index")
        built = build({**POSTS, **tree, SPEAKER: template}, CONF)
        (warning,) = built.warnings
        assert warning.startswith(
            f"{SPEAKER}:1: WARNING: The template cannot be used: it makes no h"
        )
        assert shows_ours(built)
        assert built.page(PAGES[0]).main.by_tag("h1")[0].words == "Zoë Núñez"
        # Neither is it made again, nor forgotten.
        before = built.written()
        after = built.rebuild().written()
        assert built.warnings == []
        assert [name for name in PAGES if before[name] != after[name]] == []
        built.rebuild(
            {"one.md": f"{POSTS['one.md']!s}\n```{{talk}} More\n:speakers: Ann Lee\n```\n"}
        )
        assert len(built.warnings) == 1
        assert built.page("trip/speakers/ann-lee.html").main.by_tag("h1")[0].words == "Ann Lee"
        assert shows_ours(built)
        built.rebuild({SPEAKER: HEAD + template})
        assert not shows_ours(built)

    def test_only_some_without_a_heading(self, build: Build) -> None:
        own = "{% if talks > 1 %}{{ name | heading }}\n\n{% endif %}Mine.\n"
        built = build({**POSTS, **index(), SPEAKER: own}, CONF)
        assert [SPEAKER in line for line in built.warnings] == [True]
        assert words(built).endswith("Mine.")
        assert "Waggle" in words(built, "trip/speakers/李-雷")

    def test_a_heading_comes_from_a_file_of_documents(self, build: Build) -> None:
        sources = {SPEAKER: ".. include:: /head.inc\n", "head.inc": "Words.\n"}
        built = build({**POSTS, **index(), **sources}, CONF)
        assert len(built.warnings) == 1
        assert shows_ours(built)
        built.rebuild({"head.inc": "Included\n========\n"})
        assert built.warnings == []
        assert words(built) == "Included"


class TestWarnings:
    @pytest.mark.parametrize("parallel", [0, 2])
    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ("By :speaker:`Nobody At All`.\n", "Nobody At All"),
            (".. trip:talklist::\n   :speaker: Nobody At All\n", "Nobody At All"),
            ("See :ref:`no-label`.\n", "undefined label: 'no-label'"),
            (".. image:: none.png\n", "image file not readable: trip/speakers/none.png"),
            (".. talk:: Mine\n   :speakers: A\n", "A “talk” is in the template of a page"),
            (".. speaker:: {{ name }}\n", "A “speaker” is in the template of a page"),
            (".. event:: {{ name }}\n", "An “event” is in the template of a page"),
            ("See nowhere_.\n", 'Unknown target name: "nowhere"'),
        ],
    )
    def test_name_the_line_of_the_template_once(
        self, build: Build, parallel: int, wrong: str, said: str
    ) -> None:
        own = f"{HEAD}{{% if talks %}}\nWords.\n{{% endif %}}\n\n{wrong}"
        sources = {**POSTS, **index(), SPEAKER: own}
        built = build(sources, CONF, parallel=parallel)
        (warning,) = built.warnings
        assert warning.startswith((f"{SPEAKER}:7: WARNING: ", f"{SPEAKER}:7: ERROR: "))
        assert said in warning

    def test_in_what_a_template_includes(self, build: Build) -> None:
        sources = {
            SPEAKER: HEAD + '{% include "foot.rst" %}',
            "_templates/foot.rst": ":speaker:`Someone`\n\n:speaker:`Nobody`\n",
            "_templates/tripreport/topic.rst": f"{HEAD}.. include:: /below.inc\n",
            "below.inc": "Below\n\n:speaker:`Nobody Else`\n\n"
            ".. trip:talklist::\n   :speaker: None\n\n.. talk:: No\n",
        }
        built = build({**POSTS, **index(), **sources}, CONF)
        assert sorted(line[:26] for line in built.warnings) == [
            "_templates/foot.rst:1: WAR",
            "_templates/foot.rst:3: WAR",
            "below.inc:3: WARNING: No s",
            "below.inc:5: WARNING: No s",
            "below.inc:8: WARNING: A “t",
        ]

    def test_of_authors_documents_stay_where_they_are(self, build: Build) -> None:
        wrong = {f"{name}.rst": f"T\n=\n\n:speaker:`Nobody`\n\n:ref:`{name}`\n" for name in "abc"}
        built = build({**POSTS, **wrong, **index("a", "b", "c"), SPEAKER: HEAD}, CONF)
        assert sorted(line[:8] for line in built.warnings) == [
            f"{name}.rst:{line}:"[:8] for name in "abc" for line in (4, 6)
        ]

    def test_entries_keep_their_text_alone(self, build: Build) -> None:
        own = f"{HEAD}.. speaker:: Someone\n   :affiliation: Hive\n\n   Their words.\n"
        built = build({**POSTS, **index(), SPEAKER: own}, CONF)
        (warning,) = built.warnings
        assert warning.endswith("[tripreport.place]")
        assert words(built) == "Zoë Núñez Someone Their words."
        assert "Someone" not in built.out("talks.json")


@pytest.mark.parametrize("name", ["Zoe-Nunez.md", "ZOE-NUNEZ.rst"])
def test_an_authors_document_in_other_case(build: Build, name: str) -> None:
    built = build(POSTS, ALL)
    own = (
        "# Mine\n\n```{trip:facts}\n```\n"
        if name.endswith("md")
        else "Mine\n====\n\n.. trip:facts::\n"
    )
    built.rebuild({f"trip/speakers/{name}": own})
    docname = f"trip/speakers/{name.partition('.')[0]}"
    assert docname in made(built)
    assert ZOE not in made(built)
    assert built.page(f"{docname}.html").main.by_tag("h1")[0].words == "Mine"
    links = built.page("one.html").main.links
    assert links["Zoë Núñez"] == f"{docname}.html"
    assert (
        links
        == build({**POSTS, f"trip/speakers/{name}": own}, ALL, folder="clean")
        .page("one.html")
        .main.links
    )
    built.rebuild({f"trip/speakers/{name}": None})
    assert built.page("one.html").main.links["Zoë Núñez"] == f"{ZOE}.html"
    assert built.page(f"{ZOE}.html").main.by_tag("h1")[0].words == "Zoë Núñez"


def test_where_pages_are_made_is_not_in_xml(build: Build) -> None:
    built = build({**POSTS, **index()}, ALL, builder="xml")
    assert "trip-pages" not in built.out(f"{ZOE}.xml")
