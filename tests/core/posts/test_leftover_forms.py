"""Leftovers in every form: links that lead to an address, tags that lead nowhere, both markups."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from tests.core.posts.test_leftovers import HELD, LOST, UNCLOSED

SITE = "{{ site.url }}"
AT = "https://a.example"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Hugo
        ('{{< ref "day-1.md#late" >}}', "[day-1.md#late](/_posts/2020-07-23-day-1.md#late)"),
        ("{{< comment >}}a{{< /comment >}}b", "b"),
        ("{{< raw >}}{{< x >}}{{< /raw >}}", "{{< x >}}"),
        ('{{< youtube id="https://v.example/1" >}}', "<https://v.example/1>"),
        ("{{< tweet user=ann id=12 >}}", "<https://twitter.com/ann/status/12>"),
        # Links and HTML that stay as they are
        (f'[a]({{{{ "{AT}" }}}})', f"[a]({AT})"),
        (f'<a href="{AT}">a</a>', f'<a href="{AT}">a</a>'),
        ('<div>\n<a href="/images/x.png">a</a>', '<div>\n<a href="/images/x.png">a</a>'),
        ("<a name='x'>a</a>", "<a name='x'>a</a>"),
        ("[a]: other.html\n\n[a]", "[a]: other.html\n\n[a]"),
        ("[a]: b.html\n[x]: {static}x.pdf", "[a]: b.html\n[x]: /files/x.pdf"),
        ("`{:.x}` `<!-- more -->`", "`{:.x}` `<!-- more -->`"),
        ("`<a href='/images/x.png'>a</a>`", "`<a href='/images/x.png'>a</a>`"),
    ],
)
def test_markdown(before: str, after: str) -> None:
    done = clean(before, "markdown", HELD.get)
    assert (done.text, done.problems) == (after, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'`a <{{{{ "{AT}" }}}}>`_', f"`a <{AT}>`_"),
        (f'.. _b: {{{{ "{AT}" }}}}', f".. _b: {AT}"),
        (
            f'.. image:: /images/x.png\n   :target: {{{{ "{AT}" }}}}',
            f".. image:: /images/x.png\n   :target: {AT}",
        ),
        ('{{< figure src="/images/x.png" >}}', ".. image:: /images/x.png"),
        ('{% include alert.html text="Beware" %}', "   Beware"),
        (".. _d: {static}x.pdf\n\n``d_`` d_", "\n\n``d_`` :download:`d </files/x.pdf>`"),
        (
            ".. _d: {static}x.pdf\n\nSee d_.\n\n::\n\n   d_\n",
            "\n\nSee :download:`d </files/x.pdf>`.\n\n::\n\n   d_\n",
        ),
    ],
)
def test_rst(before: str, after: str) -> None:
    done = clean(before, "restructuredtext", HELD.get)
    assert (done.text, done.problems) == (after, ())


def test_code_of_restructuredtext_stays() -> None:
    code = (
        "::\n\n   `a <{static}/x.pdf>`_\n   .. image:: {static}/images/x.png\n"
        "      :target: {static}/x.pdf\n   .. _d: {static}x.pdf"
    )
    assert clean(code, "restructuredtext", HELD.get).text == code


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("{% post_url 2019-01-01-no %}", "2019-01-01-no", LOST),
        ("{% if a %}b{% else %}c", "bc", UNCLOSED),
    ],
)
def test_what_is_lost(before: str, after: str, said: str) -> None:
    done = clean(before, "markdown", HELD.get)
    assert done.text == after
    assert any(said in problem.text for problem in done.problems)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{% asset_path x.pdf %}", "/files/x.pdf"),
        ("{% asset_path no.png %}", "no.png"),
        # Front matter is not touched, whatever is in it.
        (
            "---\ntitle: '!!! a'\n---\n\n!!! note\n    A\n",
            "---\ntitle: '!!! a'\n---\n\n:::{note}\nA\n:::",
        ),
        ('::: {.callout-tip title="So"}\n:::', "**So**\n"),
        ("::: {.callout-tip}\n\n\n:::", "**Tip**\n\n\n"),
        ("::: {.callout-tip}\n\n:::", "**Tip**\n\n"),
        ("::: !!\nA\n:::", "::: !!\nA\n:::"),
        ("```{#id}\na\n```", "```\na\n```"),
        ("> [!note] A\n> !!! tip\n>     b\n", "::::{admonition} A\n:::{tip}\nb\n::::"),
        ("a [[day-1]] ==b== %%c%%", "a [day-1](/_posts/2020-07-23-day-1.md) **b**"),
    ],
)
def test_dialects_of_markdown(before: str, after: str) -> None:
    done = clean(before, "markdown", {**HELD, "day-1": HELD["day-1.md"]}.get)
    assert (done.text, done.problems) == (after, ())


def test_blocks_in_blocks_have_a_deepest() -> None:
    text = "\n".join(f"{'> ' * depth}[!note]" for depth in range(1, 40))
    assert clean(text, "markdown", HELD.get).text.count("{note}") == 8


@pytest.mark.parametrize(
    "target",
    ["{{ x }}", "{{ 'x' | append: y }}", "{{ 'x' }}{{y", "<{{ y>", "{% foo bar %}", "{% link %}"],
)
def test_targets_that_only_the_engine_knows(target: str) -> None:
    done = clean(f"[a]({target})", "markdown", HELD.get)
    assert "](" not in done.text.replace("]()", "")
    assert done.problems


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<pre>{{ x }}<pre>{{ y }}</pre>", "<pre>{{ x }}<pre>{{ y }}</pre>"),
        ("<code>a <code>b {{ x }}", "<code>a <code>b"),
        ("::: note!\n:::", "::: note!\n:::"),
        ("a ::: b", "a ::: b"),
        ("[a]({{ 'x' }}{{ y)", "[a](x{{ y)"),
    ],
)
def test_what_has_no_end(before: str, after: str) -> None:
    assert clean(before, "markdown", HELD.get).text == after


def test_code_of_restructuredtext_ends_with_its_margin() -> None:
    text = "  ::\n\n    {{ a }}\n\n  {{ b }}\n"
    assert clean(text, "restructuredtext", HELD.get).text == "  ::\n\n    {{ a }}\n\n\n"
