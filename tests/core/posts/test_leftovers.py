"""Leftovers of template languages in posts: what becomes of them, and that all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.core.posts.leftovers.code_spans import code_spans
from sphinxcontrib_tripreport.core.posts.leftovers.held import Held

DAY_1 = Held("/_posts/2020-07-23-day-1.md", "_posts/2020-07-23-day-1")
HELD = {
    "/images/x.png": Held("/images/x.png"),
    "x.pdf": Held("/files/x.pdf"),
    "a b.png": Held("/files/a b.png"),
    "2020-07-23-day-1": DAY_1,
    "_posts/2020-07-23-day-1.md": DAY_1,
    "day-1.md": DAY_1,
    "/": Held("/index.md", "index"),
}
NOWHERE: tuple[str, ...] = ()
TAG, VALUE, INCLUDE = "Liquid does not run here", "Write the value", "cannot be included"
SHORTCODE, LISTING, LOST = "Shortcodes", "old site's page", "does not hold"
ATTRIBUTES, UNCLOSED = "kramdown", "has no end"

MARKDOWN = [
    # Liquid
    ("{% for x in y %}\n- {{ x }}\n{% endfor %}\nend", "\n\n\nend", (TAG,)),
    ("a {% if x %}b{% else %}c{% endif %} d", "a b d", (TAG,)),
    ("{%- if x -%}\nb\n{%- elsif y -%}\nc\n{%- endif -%}\nd", "\nb\n\n\n\nd", (TAG,)),
    ("{% for a in b %}{% if a %}x{% endif %}{% endfor %}y", "y", (TAG,)),
    ("{% case x %}{% when 1 %}a{% endcase %}b", "b", (TAG,)),
    ("{% details More %}\ntext\n{% enddetails %}", "\ntext\n", (TAG,)),
    ("{% comment %}a\nb{% endcomment %}c", "\nc", NOWHERE),
    ("{% raw %}{{ x }} {% y %}{% endraw %}", "{{ x }} {% y %}", NOWHERE),
    ("{% highlight python linenos %}\n1\n{% endhighlight %}", "```python\n1\n```", NOWHERE),
    ("{% highlight md %}\n```\n{% endhighlight %}", "````md\n```\n````", NOWHERE),
    ("see {% highlight c %}int x{% endhighlight %}", "see ``int x``", NOWHERE),
    ("{% highlight c %}a\nb{% endhighlight %}", "    a\n    b", NOWHERE),
    ("{{ site.baseurl }}/about {{ page.title }}", "/about", (VALUE,)),
    ("{{ sub }} {{ other | upper }}", "{{ sub }}", (VALUE,)),
    ("{% include a.html %}\n{% include b.html %}", "\n", (INCLUDE,)),
    ('{% include alert.html text="Beware of *this*" %}', "> Beware of *this*", NOWHERE),
    ('So: {% include info.html text="yes" %}', "So: yes", NOWHERE),
    ('{% include figure image_path="/images/x.png" alt="A" %}', "![A](/images/x.png)", NOWHERE),
    ('{% include youtube.html id="ab_c" %}', "<https://www.youtube.com/watch?v=ab_c>", NOWHERE),
    ('{% include video id="1" provider="vimeo" %}', "<https://vimeo.com/1>", NOWHERE),
    ("{% img left /images/x.png 300 'T' %}", "![T](/images/x.png)", NOWHERE),
    ("{% youtube abc %}", "<https://www.youtube.com/watch?v=abc>", NOWHERE),
    ("{% gist 1a2b file.py %}", "<https://gist.github.com/1a2b>", NOWHERE),
    ("{{ youtube(id='abc') }}", "<https://www.youtube.com/watch?v=abc>", NOWHERE),
    ("{% post_url 2020-07-23-day-1 %}", f"[2020-07-23-day-1]({DAY_1.path})", NOWHERE),
    ("{% seo %}", "", (TAG,)),
    # what has no end, or no beginning
    ("{% if x %} a", "a", (UNCLOSED,)),
    ("{{ a\n\nb {% x", "{{ a\n\nb {% x", (UNCLOSED,)),
    ("a {% endif %}", "a", (UNCLOSED,)),
    ("{% if %}{% for %}x{% endif %}y{% else %}", "xy", (TAG, UNCLOSED)),
    ("{% raw %} a", "a", (UNCLOSED,)),
    # links and images
    ("![a]({{ site.baseurl }}/images/x.png)", "![a](/images/x.png)", NOWHERE),
    ("![a]({{ '/images/x.png' | relative_url }} 't')", "![a](/images/x.png 't')", NOWHERE),
    ('![a]({{ "images/x.png" | absolute_url }})', "![a](/images/x.png)", NOWHERE),
    ("![a]({{ '/images/x.png' | prepend: site.baseurl }})", "![a](/images/x.png)", NOWHERE),
    ("![a]({{ site.url }}/none.png)", "![a](/none.png)", NOWHERE),
    ("[a]({% post_url 2020-07-23-day-1 %})", f"[a]({DAY_1.path})", NOWHERE),
    ("[a]({% link _posts/2020-07-23-day-1.md %}#x)", f"[a]({DAY_1.path}#x)", NOWHERE),
    ("[a]({{ site.baseurl }})", "[a](/index.md)", NOWHERE),
    ("[a](https://x.org/?u={{ page.url }}) b", "a b", (VALUE,)),
    ("[*a* b]({{ site.url }}/none/)", "*a* b", (LOST,)),
    ("[![a]({{ site.url }}/images/x.png)]({{ site.url }}/no)", "![a](/images/x.png)", (LOST,)),
    ("[a][r]\n\n[r]: {{ site.url }}/images/x.png", "[a][r]\n\n[r]: /images/x.png", NOWHERE),
    ("[a][r] or [r]\n\n[r]: {static}none.pdf", "a or r\n\n", (LOST,)),
    ("![a](/images/x.png) [b](/elsewhere)", "![a](/images/x.png) [b](/elsewhere)", NOWHERE),
    # HTML
    ('<img src="{{ site.url }}/images/x.png" alt="A">', "![A](/images/x.png)", NOWHERE),
    ('a <img alt="A"\n src="/images/x.png"> b', "a ![A](/images/x.png)\n b", NOWHERE),
    ("<a href='{{ site.url }}/'>home</a>", "[home](/index.md)", NOWHERE),
    ('<p>\n<img src="/images/x.png">\n</p>', '<p>\n<img src="/images/x.png">\n</p>', NOWHERE),
    ('<img src="/none.png">', '<img src="/none.png">', NOWHERE),
    ('<img src="https://x.org/x.png">', '<img src="https://x.org/x.png">', NOWHERE),
    # Hugo
    (
        '{{< figure src="/images/x.png" alt="A" caption="See *it*" >}}',
        "![A](/images/x.png) See *it*",
        NOWHERE,
    ),
    (
        '{{< figure\n  src="/images/x.png"\n  link="https://x.org" >}}',
        "[![](/images/x.png)](https://x.org)\n\n",
        NOWHERE,
    ),
    ('[a]({{< ref "day-1.md#top" >}})', f"[a]({DAY_1.path}#top)", NOWHERE),
    ('[a]({{% relref "day-1.md" %}})', f"[a]({DAY_1.path})", NOWHERE),
    ('[a]({{< relref "none" >}})', "a", (LOST,)),
    ('{{< ref "none" >}}', "none", (LOST,)),
    ("{{< youtube abc >}}", "<https://www.youtube.com/watch?v=abc>", NOWHERE),
    ("{{< vimeo 12 >}}", "<https://vimeo.com/12>", NOWHERE),
    ("{{< gist ann 1a >}}", "<https://gist.github.com/ann/1a>", NOWHERE),
    ('{{< tweet user="ann" id="9" >}}', "<https://twitter.com/ann/status/9>", NOWHERE),
    ("{{< highlight go >}}\nx\n{{< /highlight >}}", "```go\nx\n```", NOWHERE),
    ("{{% notice tip %}}\ntext\n{{% /notice %}}", "\ntext\n", (SHORTCODE,)),
    ("{{</* x */>}}", "{{< x >}}", NOWHERE),
    # Pelican
    ("![a]({static}/images/x.png)", "![a](/images/x.png)", NOWHERE),
    ("[a]({attach}x.pdf) [b](|filename|day-1.md)", f"[a](/files/x.pdf) [b]({DAY_1.path})", NOWHERE),
    ("[a](<{static}a b.png>)", "[a](</files/a b.png>)", NOWHERE),
    ("[a]({tag}x), [b]({author}me), [c]({category}d), [d]({index})", "a, b, c, d", (LISTING,)),
    # marks
    ("a\n\n<!-- more -->\n\nb <!--more-->", "a\n\n\n\nb", NOWHERE),
    ("<!-- TEASER_END -->\n\n.. TEASER_END: on\n", "\n\n\n", NOWHERE),
    ("<!--truncate-->", "", NOWHERE),
    ("<!-- a note -->", "<!-- a note -->", NOWHERE),
    ("> youtube: https://youtu.be/x", "<https://youtu.be/x>", NOWHERE),
    # kramdown
    ("text {: .x }\n{:.y #z}", "text\n", (ATTRIBUTES,)),
    ("a\n\n* TOC\n{:toc}\n\nb", "a\n\n\n\n\nb", (ATTRIBUTES,)),
    ("# H\n{:.no_toc}\n", "# H\n\n", (ATTRIBUTES,)),
    ("[a](https://x.org){:target='_blank'}", "[a](https://x.org)", (ATTRIBUTES,)),
    ("{::comment}x{:/comment}y", "y", NOWHERE),
    ("{.c}\nx{#id} {ref}`x` {:d} {:>10}", "{.c}\nx{#id} {ref}`x` {:d} {:>10}", NOWHERE),
]
RST = [
    ("`a <{static}x.pdf>`_ `b\n<{filename}day-1.md>`__", None, NOWHERE),
    ("`u <{tag}x>`_ `v <{author}y>`_", "u v", (LISTING,)),
    ("`u <|filename|x.pdf>`_", ":download:`u </files/x.pdf>`", NOWHERE),
    (".. figure:: {static}/images/x.png\n\n   A", ".. figure:: /images/x.png\n\n   A", NOWHERE),
    (
        ".. image:: {static}/images/x.png\n   :target: {static}x.pdf\n   :alt: a\n",
        ".. image:: /images/x.png\n   :alt: a\n\n",
        NOWHERE,
    ),
    (".. figure:: {{ page.image }}\n   :alt: x\n\n   Text\n\nEnd", "\n\n\n\n\nEnd", (VALUE,)),
    (
        ".. _The Doc: {filename}day-1.md\n\n`The doc`_, `a doc <The Doc_>`_\n",
        f"\n\n:doc:`The doc </{DAY_1.document}>`, :doc:`a doc </{DAY_1.document}>`\n",
        NOWHERE,
    ),
    (".. _doc: {filename}none.md\n\nA doc_.\n", "\n\nA doc.\n", (LOST,)),
    (
        "{% highlight python %}\n1\n\n2\n{% endhighlight %}",
        ".. code-block:: python\n\n   1\n\n   2",
        NOWHERE,
    ),
    ("{% highlight c %}a\nb{% endhighlight %}", "``a b``\n", NOWHERE),
    ("{% youtube abc %}", "https://www.youtube.com/watch?v=abc", NOWHERE),
    ("`a </images/x.png>`_", ":download:`a </images/x.png>`", NOWHERE),
]  # fmt: skip


def cleaned(text: str, markup: str) -> tuple[str, list[str]]:
    done = clean(text, markup, HELD.get, frozenset({"sub"}))
    assert done.text.count("\n") == text.count("\n")
    return done.text, [problem.text for problem in done.problems]


@pytest.mark.parametrize(("before", "after", "said"), MARKDOWN)
def test_markdown(before: str, after: str, said: tuple[str, ...]) -> None:
    text, problems = cleaned(before, "markdown")
    assert text == after
    assert len(problems) == len(said), problems
    assert all(any(words in problem for problem in problems) for words in said), problems


@pytest.mark.parametrize(("before", "after", "said"), RST)
def test_rst(before: str, after: str | None, said: tuple[str, ...]) -> None:
    text, problems = cleaned(before, "restructuredtext")
    if after is None:
        after = f":download:`a </files/x.pdf>` :doc:`b </{DAY_1.document}>`\n"
    assert text == after
    assert len(problems) == len(said), problems
    assert all(any(words in problem for problem in problems) for words in said), problems


CODE = {
    "markdown": (
        "`{{ x }}`",
        "``a ` {% if %} b``",
        "```\n{% if %}\n{{< x >}}\n```",
        "~~~jinja\n{:.x} <!-- more -->\n~~~",
        "- a\n\n  ```\n  {{ x }}\n  ```",
        "> ```\n> {{ x }}\n> ```",
        "a\n\n    {{ x }}\n    [a]({tag}b)",
        "```{code-block} jinja\n{{ x }}\n```",
        ":::{note}\n```\n{{ x }}\n```\n:::",
        "````{note}\n```\n{{ x }}\n```\n````",
        "<pre>\n{{ x }}\n\n{% if %}</pre>",
        "<!-- {% if x %} -->",
        "$\\frac{{a}}{b}$ and $$\nx_{{1}}\n$$",
        "---\ntitle: '{{ x }}'\n---",
    ),
    "restructuredtext": (
        "``{{ x }}``",
        ":code:`{{ x }}`",
        "So::\n\n   {{ x }}\n\n   {% if %}",
        "::\n\n  {{ x }}",
        ".. code-block:: jinja\n   :linenos:\n\n   {{ x }}\n",
        ".. note::\n\n   .. code::\n\n      {{ x }}",
        ".. raw:: html\n\n   {{ x }}",
        ">>> '{{ x }}'\n'{{ x }}'",
        ".. {{ a comment }}",
    ),
}


@pytest.mark.parametrize(("markup", "text"), [(m, t) for m, texts in CODE.items() for t in texts])
def test_code_is_left_alone(markup: str, text: str) -> None:
    assert cleaned(text, markup) == (text, [])


def test_content_of_a_directive_is_no_code() -> None:
    text = "```{note}\n{% seo %}\n```\n\n:::{talk} X\n{% seo %}\n:::"
    after, (problem,) = cleaned(text, "markdown")
    assert after == "```{note}\n\n```\n\n:::{talk} X\n\n:::"
    assert "and 1 more" in problem


def test_without_a_sign_nothing_is_read() -> None:
    assert clean("# A {title}\n\n[x](y.md) `a`\n", "markdown", HELD.get).problems == ()
    assert clean("{{ x }}", "myst-nb", HELD.get).text == "{{ x }}"


def test_lines_and_numbers_of_problems() -> None:
    done = clean("a\n\n{% x %}\n\n{{< y >}}\n{% z %}\n", "markdown", HELD.get)
    assert [problem.line for problem in done.problems] == [3, 5]
    assert "“{% x %}” and 1 more" in done.problems[0].text


PIECES = (
    "{% if x %}", "{% else %}", "{% endif %}", "{% for %}", "{% endfor %}", "{% raw %}",
    "{% endraw %}", "{% comment %}", "{% endcomment %}", "{% highlight c %}", "{% endhighlight %}",
    "{{", "}}", "{%", "%}", "{{ site.url }}", "{{< x >}}", "{{% /x %}}", "{{< highlight go >}}",
    "{{< /highlight >}}", "[a](", ")", "![b](", "{tag}", "{static}", "/images/x.png", "x.pdf",
    "|filename|", "{:.x}", "* TOC\n{:toc}", "<!-- more -->", "<!--", "-->", "[r]: ", "[r]",
    "[", "]", "`", "``", "```", "~~~", "---", "::", ".. image:: ", ".. _a: ", "a_", "`a <", ">`_",
    "\n", "\n\n", "    ", "   ", " ", "text", ">", "\x0c", "\u2028", "\\", "<pre>",
    "</pre>", "```{note}",
)  # fmt: skip
MARKUPS = st.sampled_from(("markdown", "restructuredtext"))
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)


@pytest.mark.parametrize("markup", ["markdown", "restructuredtext"])
@pytest.mark.parametrize(
    "text",
    ["{% highlight c %}\n{% endhighlight %}\n\nx", "{{< highlight c >}}\n{{< /highlight >}}"],
)
def test_code_that_is_empty(text: str, markup: str) -> None:
    assert clean(text, markup, HELD.get).text.count("\n") == text.count("\n")


def test_directives_nested_too_deep_are_not_looked_into() -> None:
    text = "```{note}\n" * 2000 + "{{< x >}}\n"
    assert clean(text, "markdown", HELD.get).text.count("\n") == 2001


def test_each_definition_has_its_own_references() -> None:
    markdown = "[A], [a][], [b][A], [a](/x), [a]: x\n\n[a]: {{ x }}\n[c]: {{ x }}\n"
    cleaned = clean(markdown, "markdown", HELD.get)
    assert cleaned.text == "A, a, b, [a](/x), [a]: x\n\n\n\n"
    rst = "`A B`_ a.b_ `c <a b_>`__ `d`_\n\n.. _a  b: {filename}y\n.. _d: /no\n"
    assert clean(rst, "restructuredtext", HELD.get).text.startswith("A B a.b_ c `d`_\n")


@given(TEXTS.map(lambda text: text.replace("\r", " ")), MARKUPS)
def test_any_text_keeps_its_lines(text: str, markup: str) -> None:
    cleaned(text, markup)


PARTS = st.lists(
    st.sampled_from([p for p, _, _ in MARKDOWN if not p.startswith("{% raw %} a")]), max_size=4
)


@given(PARTS, PARTS)
def test_a_block_of_code_is_never_changed(before: list[str], after: list[str]) -> None:
    code = "```jinja\n{% if x %}{{ y }}\n\n{{< z >}} [a]({tag}b) {:.c} <!-- more -->\n```"
    # An item each, so that what has no end ends there.
    top = "".join(f"{part}\n\n" for part in before if _is_whole(part))
    text = f"{top}{code}\n\n" + "\n\n".join(part for part in after if _is_whole(part))
    done, _ = cleaned(text, "markdown")
    first, last = top.count("\n"), top.count("\n") + code.count("\n")
    assert done.split("\n")[first : last + 1] == code.split("\n")


def _is_whole(part: str) -> bool:
    _, problems = cleaned(part, "markdown")
    return not any(UNCLOSED in problem for problem in problems)


@pytest.mark.parametrize("sign", ["```", "~~~~"])
@pytest.mark.parametrize(
    "tags",
    [
        ("{% highlight md %}", "{% endhighlight %}"),
        ("{%- highlight md linenos -%}", "{%- endhighlight -%}"),
        ("{% codeblock md %}", "{% endcodeblock %}"),
        ("{{< highlight md >}}", "{{< /highlight >}}"),
    ],
)
def test_fences_in_highlighted_code_are_no_fences(tags: tuple[str, str], sign: str) -> None:
    """However many there are; a tag in code is one line of it."""
    code = "```jinja\n{{ y }}\n{% highlight c %}\n```"
    text = f"{tags[0]}\n{sign}py\n{tags[1]}\n\n{{{{ z }}}}\n\n{code}\n\n```{{python}}\n1\n```\n"
    done = clean(text, "markdown", HELD.get).text
    fence = "```" if sign == "~~~~" else "````"
    assert done == f"{fence}md\n{sign}py\n{fence}\n\n\n\n{code}\n\n```python\n1\n```\n"


def test_highlighted_code_without_an_end_ends_nothing() -> None:
    text = "{% highlight md %}\n\n```\n{{ x }}\n```\n{% highlight md %}\n"
    assert "{{ x }}" in clean(text, "markdown", HELD.get).text


def test_spans_of_code_are_where_it_is() -> None:
    text = "a `b` c\n\n```\nd\n```\ne"
    assert [text[slice(*span)] for span in code_spans(text, "markdown")] == ["`b`", "```\nd\n```"]
