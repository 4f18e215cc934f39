"""What no build may end at: names that no file can have, halves of characters, deep nesting."""

from __future__ import annotations

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, MYST_COLON, Markup

LONG = "x" * 300
BAD_PATHS = (f"/{LONG}.pdf", f"{LONG}.pdf", f"a/{LONG}/b.pdf", "/a\0b.pdf", "a\0b.pdf")
FACE = "\N{GRINNING FACE}"
HALVES = '"\\ud83d\\ude00"'


@pytest.mark.parametrize("path", BAD_PATHS)
@pytest.mark.parametrize("builder", ["html", "epub"])
def test_files_with_names_that_no_file_can_have(
    build: Build, markup: Markup, path: str, builder: str
) -> None:
    """In every option; the next build ends as well."""
    talk = markup.talk("Bees", {"slides": path, "video": path, "links": f"Notes <{path}>"})
    speaker = markup.directive("speaker", "Ann", {"photo": path})
    document = {markup.file("a"): markup.document("First", talk, speaker)}
    built = build(document, 'epub_copyright = version = "1"\n', builder=builder)
    if "\0" not in path:
        assert len([line for line in built.warnings if "[tripreport.value]" in line]) == 4
    built.rebuild()
    built.rebuild({markup.file("a"): markup.document("First", talk)})
    assert "Bees" in built.out(f"a.{'xhtml' if builder == 'epub' else 'html'}")


@pytest.mark.parametrize("path", BAD_PATHS)
def test_files_of_data_files_and_settings(build: Build, markup: Markup, path: str) -> None:
    photo = path.replace("\0", "\\0")
    sources = {
        markup.file("a"): markup.document("First", markup.talk("Bees", {"speakers": "Ann"})),
        "people.yaml": f'speakers:\n  Ann:\n    photo: "{photo}"\n',
    }
    conf = f"tripreport_data = ['people.yaml', {path!r}]\n"
    conf += f"tripreport_pages = ['speakers']\ntripreport_site_roots = [{path!r}]\n"
    conf += f"templates_path = [{path!r}]\n" if "\0" not in path else ""
    built = build(sources, conf)
    assert any("[tripreport.data]" in line for line in built.warnings)
    built.rebuild()
    assert "Bees" in built.out("trip/speakers/ann.html")


def test_metadata_with_names_that_no_file_can_have(build: Build, markup: Markup) -> None:
    link = f"![Old](/images/{LONG}.png)\n" if markup is MYST else ""
    talks = f"\n  - title: Bees\n    slides: /{LONG}.pdf"
    post = markup.document("First", link, metadata={"event": "con", "talks": talks})
    built = build({markup.file("a"): post})
    built.rebuild()
    assert "Bees" in built.out("a.html")


@pytest.mark.parametrize("markup", [MYST, MYST_COLON], ids=["colons", "block"])
@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub"])
def test_two_halves_of_a_character_in_yaml(build: Build, markup: Markup, builder: str) -> None:
    """In a block of options, in metadata and in a data file."""
    talk = f"```{{talk}} Bees\n---\nspeakers: {HALVES}\ntopics: {HALVES}\nkey: bees\n---\n```\n"
    listed = f'\n  - title: "Wasps \\ud83d\\ude00"\n    speakers: {HALVES}'
    half = '```{talk} Ants\n---\nroom: "Room \\ud83d"\n---\n```\n'
    metadata = {"event": "con", "author": HALVES, "talks": listed}
    sources = {
        "a.md": markup.metadata({}) + f"---\n{_lines(metadata)}---\n\n# First\n\n{talk}\n{half}",
        "b.md": markup.document("Second", markup.directive("talklist")),
        "people.yaml": f"speakers:\n  {HALVES}:\n    affiliation: {HALVES}\n",
    }
    conf = 'tripreport_data = ["people.yaml"]\nepub_copyright = version = "1"\n'
    built = build(sources, conf, builder=builder)
    if builder == "html":
        assert built.page("a.html").main.words.count(FACE) >= 3
        assert f"Wasps {FACE}" in built.page("b.html").main.words
        assert FACE in built.page("trip-speakers.html").main.words
    built.rebuild({"b.md": sources["b.md"] + "\nMore.\n"})


def _lines(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def test_a_template_whose_text_nests_too_deeply(build: Build, markup: Markup) -> None:
    """Our template takes its place, with one warning; also in the next build."""
    deep = "{{ name | heading }}\n\n{% for n in range(300) %}{{ '  ' * n }}* A\n\n{% endfor %}"
    sources = {
        markup.file("a"): markup.document("First", markup.talk("Bees", {"speakers": "Ann, Bo"})),
        "templates/tripreport/speaker.rst": deep,
    }
    conf = 'templates_path = ["templates"]\ntripreport_pages = ["speakers"]\n'
    built = build(sources, conf)
    for _again in range(2):
        assert "Bees" in built.page("trip/speakers/ann.html").main.words
        built.rebuild()
    built.rebuild({markup.file("a"): sources[markup.file("a")].replace("Bees", "Wasps")})
    assert "Wasps" in built.page("trip/speakers/ann.html").main.words
    (warning,) = [line for line in built.warnings if "[tripreport.template]" in line]
    assert "nests too deeply" in warning


@pytest.mark.parametrize("role", ["talk", "speaker", "event"])
def test_entries_that_nest_too_deeply(build: Build, markup: Markup, role: str) -> None:
    content = "Words at last."
    for number in range(1000 if markup is MYST else 60, 0, -1):
        content = markup.directive(role, f"Number {number}", {}, content)
    built = build({markup.file("a"): markup.document("First", content, "After.\n")})
    words = built.page("a.html").main.words
    assert "Number 12" in words
    assert "Words at last." in words
    assert "After." in words
    (warning,) = [line for line in built.warnings if "[tripreport.place]" in line]
    assert "shown as it is written" in warning
