"""Short texts that could make a function slow, or break it, where they are repeated.

They hold the signs of all that is read of posts: half a pair, a separator, a mark that opens.
"""

from __future__ import annotations

from typing import Final


def _units(written: str) -> tuple[str, ...]:
    """The texts in a list with ``¦`` after each, written with the escapes of Python."""
    parts = written.replace("\n", "").removesuffix("¦").split("¦")
    return tuple(part.encode().decode("unicode_escape") for part in parts)


TEMPLATES: Final = _units(
    r"""{{¦{%¦{% raw %}¦{% raw %}{{ a }}¦{{ a ¦{{ a }} ¦{% a %} ¦{{< a >}} ¦{{% a %}} ¦{% if a %}¦
{% if a %}{% endif %}¦{% endif %}¦{% else %}¦{% if a %}{% for b %}¦{% comment %}¦
{{< highlight a >}}¦{{< highlight a >}}\n{{< /highlight >}}\n¦
{% highlight a %}\n{% endhighlight %}\n¦{% highlight a %}¦{{ a |                    ¦
{{ 'a' | append: 'b' }}¦{% include a b='c' %}¦{% include a b=¦\n{{\n¦{{\n\n¦{: .a}\n¦{:¦
{::comment}¦* a\n{:toc}\n¦{::comment}a{:/}¦{:a b=¦<!--¦<!-- more -->¦<!-- a¦<!--more¦--¦
<pre>¦<code>¦<script¦<pre>a</pre>¦<a href='/x'>¦<a href='/x'>a</a> ¦<a ¦<img src='/a'>¦
<img ¦<img {{<¦<img src='¦<img src='/a' alt='¦<a href='/b'>b</a>¦<img src='/b'>\n\n¦<a\n¦
<img {{< a >}} ¦[a](/b) ¦[a](¦[¦[a](/b ¦](/a¦](/b)¦![a](/b)¦[a]: /b\n¦[a]: /c\n[a] ¦[a][b] ¦
(¦](((¦[a](/b 'c¦[a](/b "c" ¦](<¦](</¦]({{¦]({{<¦[a]({{ a }})¦](a{¦](|a|¦](/a()¦`¦``¦` ¦
`a` ¦```\n¦``a¦`a\n\n¦$¦$$¦$$a¦$a\\¦$ $¦$a\\b¦$\\¦> youtube: https://a.example\n¦
> youtube: ¦\n\n¦\n¦ ¦\t¦a¦{static}/a ¦|static|¦](|static|a)¦```{note}\n¦:::\n¦> ¦- ¦1. ¦
  - a\n¦* * ¦&¦\\¦\\[¦<¦</¦<a¦~~~\n¦<b>\n¦="/¦: /¦.. _a: /b\n¦.. _a: /b\n`a`_ ¦
.. image:: /a\n¦.. image:: /a\n   :target: /b\n¦`a </b>`_ ¦`a <¦`a </b¦``a``¦``a\n¦:a:`b` ¦
:a:`¦:a:¦.. |a| image:: /b\n¦.. |¦.. code::\n¦::\n¦a::\n\n¦   a\n¦.. a\n¦>>> a\n¦.. more\n¦
.. _`a¦.. figure:: /a\n\n   b\n¦   :target: /b\n¦   :target: ¦\n   :a: b¦.. _a:¦`{{< a¦
`a <{{<¦{{< ref a >}}¦
"""
)
YAML: Final = _units(
    r"""a: b\n¦a:\n  - b\n¦- a\n¦  - a\n¦talks:\n- title: a\n¦talk-patterns: a\n¦  a\n¦a¦{¦[¦'¦
"¦#¦
? ¦: ¦&a ¦*a ¦a: &a [*a]\n¦\n¦tags: [a]\n¦!!a ¦|\n¦talk-patterns:\n¦
"""
)
POSTS: Final = (
    *YAML,
    *_units(
        r"""title: a\n¦:a: b\n¦:a:¦:¦.. a: b\n¦.. ¦..\n¦ a\n¦    a\n¦<!--\n¦# a\n¦#a\n¦###¦
<b>\n#a\n¦
<b>\n¦a\n# b\n¦a\n=\n¦= ¦===\n¦```\n¦``` a\n¦`````¦:::{post}\n¦
```{post} 2020-01-01\n:tags: a\n```\n¦```{post}\n¦```{post}\n---\n¦.. post:: a\n¦
.. post::\n   :a: b\n¦   b\n¦---\n¦+++\n¦...\n¦\t¦#a ¦#a,¦a: ¦Title: a\n¦  b\n¦date: 2020\n¦
skip-headings: [a]\n¦skip-headings: ["a"¦talks: [a¦a ¦'¦"¦\\¦
"""
    ),
)
TOML: Final = _units(
    r"""a = [\n¦a = 1\n¦[a]\n¦[[a]]\n¦[[a]]\nb = 1\n¦[a.b]\n¦a.¦a = {¦[¦\x27\x27\x27\n¦
\x22\x22\x22\n¦[1],\n¦'a]',\n¦
a\n¦#\n¦1,\n¦]\n¦[[a.b]]\n¦[a¦  ¦"¦'¦a=[[¦}\n¦\n¦a¦
"""
)
WORDS: Final = _units(
    r"""a¦ ¦,¦a,¦, ¦;¦a;¦(¦)¦a (¦(a) ¦a (b), ¦[¦[a](¦<¦>¦<a¦a <¦a <b>, ¦<<¦><¦\n¦a\n¦- a ¦- ¦ - ¦
[a, ¦&¦&amp;¦&amp¦amp;¦@a¦@¦@a ¦@a, ¦@a.¦.¦a.¦and ¦a and ¦ and¦by ¦www.¦https://¦https://a ¦
https://a,¦http:¦//¦/¦%¦%2¦?¦#¦:¦a:¦::¦-¦--¦'¦"¦a' ¦1¦12¦1 ¦1,¦1:¦1.¦1-¦1/¦2020-¦
2020-01-01 ¦10:30 ¦h¦1h¦1h ¦at ¦day ¦e\u0301¦\u0301¦\u0301\u0316¦
\u0149¦\u200b¦\xe9¦\u3042¦\uff0c¦\u3099¦
\ufdfa¦\U0001f600¦\x00¦\x85¦\u2028¦\x1b¦Dr. ¦Jr., ¦y ¦van ¦+¦|¦| ¦\\¦{¦{a} ¦`¦C++ ¦C# ¦a@b¦
a@b.¦a.b@¦_¦a_¦utc¦z¦+0¦(utc¦p1d¦t¦m¦min ¦and¦, and ¦de ¦of ¦
"""
)
