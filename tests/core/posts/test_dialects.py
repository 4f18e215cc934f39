"""What other engines write: what says the same here, and that no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.core.posts.leftovers.held import Held

DAY = Held("/_posts/day-1.md", "_posts/day-1")
HELD = {
    "x.png": Held("/images/x.png"),
    "/images/x.png": Held("/images/x.png"),
    "x.pdf": Held("/files/x.pdf"),
    "day-1.md": DAY,
}
NOWHERE: tuple[str, ...] = ()
LOST, TAG, ATTRIBUTES = "does not hold", "Liquid does not run", "Attributes of kramdown"
COMPONENT, DIV, EMBED = "Components do not run", "Divs of Pandoc", "cannot be embedded"
DIRECTIVE = "another engine's"

MARKDOWN = [
    # Material for MkDocs
    ("!!! note\n    A\n\n    B\n\nC", ":::{note}\nA\n\nB\n:::\nC", NOWHERE),
    ('!!! info "So"\n    A\n', ":::{admonition} So\nA\n:::", NOWHERE),
    ("??? success\n\n    A\n", ":::{admonition} Success\n:class: tip\nA\n:::", NOWHERE),
    (
        '!!! tip inline end "So"\n    !!! bug\n        A\n\nB',
        "::::{admonition} So\n:::{admonition} Bug\nA\n::::\nB",
        NOWHERE,
    ),
    ("- x\n\n    !!! tip\n        A\n\n    y", "- x\n\n    :::{tip}\n    A\n    :::\n    y", ()),
    ("!!! note\n    A\nB", "**Note**\nA\nB", NOWHERE),
    ('!!! tip "Only this"\n\nA', "**Only this**\n\nA", NOWHERE),
    ("    !!! note\n        A", "    !!! note\n        A", NOWHERE),
    ("```\n!!! note\n    A\n```", "```\n!!! note\n    A\n```", NOWHERE),
    ('=== "One"\n\n    A\n\n=== "Two"\n\n    B', "**One**\n\nA\n\n**Two**\n\nB", NOWHERE),
    ('=== "One"\n    !!! note\n        A\n\nB', "**One**\n:::{note}\nA\n:::\nB", NOWHERE),
    # Obsidian and GitHub
    ("> [!NOTE]\n> A\n> B\n\nC", ":::{note}\nA\nB\n:::\nC", NOWHERE),
    ("> [!faq]- So\n> > [!tip]\n> > A\n\nB", "::::{admonition} So\n:::{tip}\nA\n::::\nB", NOWHERE),
    ("> [!quote] Ann\n> A\nB", "**Ann**\nA\nB", NOWHERE),
    ("> A\n> B", "> A\n> B", NOWHERE),
    ("[[day-1|the first]] [[day-1]]", f"[the first]({DAY.path}) [day-1]({DAY.path})", NOWHERE),
    ("## Bees - [[Ann Lee]]", "## Bees - Ann Lee", NOWHERE),
    ("[[talks/none.pdf|slides]]", "slides", (LOST,)),
    ("| [[day-1\\|x]] |", f"| [x]({DAY.path}) |", NOWHERE),
    ("![[x.png]] ![[x.png|300]]", "![](/images/x.png) ![](/images/x.png)", NOWHERE),
    ("![[x.png|A hall]] ![[no.png]]", "![A hall](/images/x.png) ![](no.png)", NOWHERE),
    ("![A hall|300x200](/images/x.png)", "![A hall](/images/x.png)", NOWHERE),
    ("![[Ants]]", "Ants", (EMBED,)),
    ("`[[x]]` [[text]](u) [[ -f x ]]", "`[[x]]` [[text]](u) [[ -f x ]]", NOWHERE),
    ("a ==b c== d; a == b; c==d==e", "a **b c** d; a == b; c==d==e", NOWHERE),
    ("a %%b c%% d, 5%% of 6%%", "a  d, 5%% of 6%%", NOWHERE),
    ("%%\na\n\nb\n%%\nc", "\n\n\n\n\nc", NOWHERE),
    # Docusaurus, VitePress, Astro
    (":::tip\n\nA\n\n:::", ":::{tip}\n\nA\n\n:::", NOWHERE),
    (":::tip[So]\n\nA\n:::", ":::{admonition} So\n:class: tip\nA\n:::", NOWHERE),
    (":::info So **x**\nA\n:::", ":::{admonition} So **x**\nA\n:::", NOWHERE),
    (":::details Show\nA\n:::", ":::{admonition} Show\nA\n:::", NOWHERE),
    (":::{note}\n::: tip\nA\n:::\n:::", "::::{note}\n:::{tip}\nA\n:::\n::::", NOWHERE),
    (":::{note}\nA\n:::", ":::{note}\nA\n:::", NOWHERE),
    (":::tip[So] it is\nA\n:::", ":::{admonition} So it is\nA\n:::", NOWHERE),
    (":::tip\nA", "\nA", (DIV,)),
    ("::: tip    bees.\nA", "bees.\nA", (DIV,)),
    (":::tip[So]\nA", "So\nA", (DIV,)),
    (":::honey\nA", "honey\nA", (DIV,)),
    ("import T from '@x/T';\nimport {\n a } from 'x';\n\nA", "\n\n\n\nA", NOWHERE),
    ("export const x = {\n  a: 1,\n};\n\nA", "\n\n\n\nA", NOWHERE),
    ("import this, and\n\nexport it", "import this, and\n\nexport it", NOWHERE),
    ("a {/* b\nc */}d", "a\nd", NOWHERE),
    (
        '<Tabs>\n<TabItem value="a" label="One">\n\nA\n\n</TabItem>\n</Tabs>',
        "\n**One**\n\nA\n\n\n",
        (COMPONENT,),
    ),
    ('<YouTube id="ab" />', "<https://www.youtube.com/watch?v=ab>", NOWHERE),
    ('<Image\n  src="/images/x.png"\n  alt="A" />', "![A](/images/x.png)\n\n", NOWHERE),
    ("import h from './x.png'\n\n<Image src={h} />", "\n\n![](./x.png)", NOWHERE),
    (
        '<Aside type="tip" title="So">\n\nA\n\n</Aside>',
        ":::{admonition} So\n:class: tip\nA\n\n:::",
        NOWHERE,
    ),
    ("<Foo x={() => y}>a *b* c</Foo> d", "a *b* c d", (COMPONENT,)),
    ("<Foo x={{ a: { b: '>' } }}\n y={[1]}\n/>a", "\n\na", (COMPONENT,)),
    ("<Foo x={<Bar/>} />a", "a", (COMPONENT,)),
    ("<Ann <b>Lee</b>", "<Ann <b>Lee</b>", NOWHERE),
    ("<Ann Lee> said, <Bob", "<Ann Lee> said, <Bob", NOWHERE),
    ("List<String>, <Name>, `<Tag/>`", "List<String>, <Name>, `<Tag/>`", NOWHERE),
    # Hexo
    ("{% asset_img x.png 300 A hall %}", "![A hall](/images/x.png)", NOWHERE),
    ("{% post_link day-1 The first %}", f"[The first]({DAY.path})", NOWHERE),
    ("{% post_link none 'The last' true %}", "The last", (LOST,)),
    ('{% asset_link x.pdf "My paper" %}', "[My paper](/files/x.pdf)", NOWHERE),
    ("[a]({% asset_path x.pdf %})", "[a](/files/x.pdf)", NOWHERE),
    ("{% link My site https://x.org external %}", "[My site](<https://x.org>)", NOWHERE),
    ("{% iframe https://x.org 300 %}", "<https://x.org>", NOWHERE),
    (
        "{% blockquote Ann Lee %}\nA\n\nB\n{% endblockquote %}",
        "\n> A\n>\n> B\n> — Ann Lee",
        NOWHERE,
    ),
    ("{% note info %}\nA\n{% endnote %}", ":::{admonition} Info\nA\n:::", NOWHERE),
    # Quarto and Pandoc
    ("::: {.callout-note}\n## So\n\nA\n:::", ":::{admonition} So\n:class: note\n\nA\n:::", NOWHERE),
    ('::: {.callout-tip title="So"}\nA\n:::', ":::{admonition} So\nA\n:::", NOWHERE),
    (
        ":::: {.columns}\n::: {.column}\nA\n:::\n\n::: {.callout-tip}\nB\n:::\n::::\nC",
        "\n\nA\n\n\n:::{tip}\nB\n:::\n\nC",
        (DIV,),
    ),
    ("::: incremental\n- a\n:::", "\n- a\n", (DIV,)),
    ("![a](/images/x.png){width=50%}", "![a](/images/x.png)", (ATTRIBUTES,)),
    ('[a](u){.ext target="_blank"} {x}', "[a](u) {x}", (ATTRIBUTES,)),
    ("[a b]{.small}, f(x){y}", "a b, f(x){y}", (ATTRIBUTES,)),
    ("## [Bees](u){#id}", "## [Bees](u){#id}", NOWHERE),
    ("```{python}\nx\n```", "```python\nx\n```", NOWHERE),
    ("```{.python .numberLines}\n```", "```python\n```", NOWHERE),
    ("```{note}\nA\n```", "```{note}\nA\n```", NOWHERE),
    (":::{update} 1 May\nA\n:::", ":::{admonition} 1 May\nA\n:::", NOWHERE),
    ("```md\n:::{update}\n```", "```md\n:::{update}\n```", NOWHERE),
    ("{{< video https://x.org/v >}}", "<https://x.org/v>", NOWHERE),
]

RST = [
    (".. youtube:: ab\n   :width: 3\n\nA", "https://www.youtube.com/watch?v=ab\n\n\nA", NOWHERE),
    (".. vimeo:: 12", "https://vimeo.com/12", NOWHERE),
    (".. gist:: 34", "https://gist.github.com/34", NOWHERE),
    (".. media:: https://x.org/v", "https://x.org/v", NOWHERE),
    (
        ".. thumbnail:: /images/x.png\n   :alt: A\n\n   Words",
        ".. figure:: /images/x.png\n   :alt: A\n\n   Words",
        NOWHERE,
    ),
    (
        ".. slides::\n\n   /images/x.png\n   /b.png\n\nA",
        "\n\n.. image:: /images/x.png\n.. image:: /b.png\n\nA",
        NOWHERE,
    ),
    (".. listing:: a.py python\n\nA", "\n\nA", (DIRECTIVE,)),
    (".. more::\n\nA", "\n\nA", NOWHERE),
    (".. update:: 20 Apr, 2014\n\n   A", ".. admonition:: 20 Apr, 2014\n\n   A", NOWHERE),
    (".. update::\n\n   A", ".. note::\n\n   A", NOWHERE),
    ("* a\n\n  .. vimeo:: 12\n\n  b", "* a\n\n  https://vimeo.com/12\n\n  b", NOWHERE),
    ("So::\n\n   .. youtube:: ab", "So::\n\n   .. youtube:: ab", NOWHERE),
]


def check(text: str, markup: str, expected: str, said: tuple[str, ...]) -> None:
    """Compare what is left of *text*."""
    cleaned = clean(text, markup, HELD.get)
    assert cleaned.text.rstrip("\n") == expected.rstrip("\n")
    assert len(cleaned.problems) == len(said)
    for problem, words in zip(cleaned.problems, said, strict=True):
        assert words in problem.text
    # What a line says is said on that line.
    for word in ("A", "B", "C"):
        lines = [line for line in text.split("\n") if re.fullmatch(rf"[\s>*]*{word}", line)]
        if len(lines) == 1:
            below = [bool(re.fullmatch(rf"[\s>*]*{word}", n)) for n in cleaned.text.split("\n")]
            assert below.index(True) == text.split("\n").index(lines[0])


@pytest.mark.parametrize(("text", "expected", "said"), MARKDOWN)
def test_markdown(text: str, expected: str, said: tuple[str, ...]) -> None:
    check(text, "markdown", expected, said)


@pytest.mark.parametrize(("text", "expected", "said"), RST)
def test_restructuredtext(text: str, expected: str, said: tuple[str, ...]) -> None:
    check(text, "restructuredtext", expected, said)


def test_what_the_project_has_itself_stays() -> None:
    text = ".. youtube:: ab"
    assert clean(text, "restructuredtext", HELD.get, has=lambda name: True).text == text
    text = "![a](u){width=50%}"
    assert clean(text, "markdown", HELD.get, has_attributes=True).text == text


_PIECES = st.sampled_from(
    ["!!! note", "    ", '=== "T"', "> [!tip] ", "> ", ":::", "::: tip", "::: {.x}", ":::{note}",
     "```", "~~~", "\n", "\n\n", "<Foo>", "</Foo>", "<Foo/>", '<Aside type="x">', "</Aside>", "- ",
     "[[", "]]", "==", "%%", "{/*", "*/}", "import x", " word", "bee.", "{.a}", "[b]", "(c)", "#"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_lines_keep_their_numbers(text: str) -> None:
    cleaned = clean(text, "markdown", HELD.get).text
    more = cleaned.count("\n") - text.count("\n")
    assert more in (0, 1)
    clean(text, "restructuredtext", HELD.get)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_word_is_lost(text: str) -> None:
    if any(mark in text for mark in ("%%", "{/*", "import")):
        return  # comments and code
    cleaned = clean(text, "markdown", HELD.get).text
    assert cleaned.count("bee.") >= text.count("bee.")
