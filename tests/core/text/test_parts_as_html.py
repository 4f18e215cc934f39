"""Texts of strangers as HTML for other programs."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_tripreport.core.text.parts_as_html import parts_as_html
from sphinxcontrib_tripreport.core.text.rich_text import read_rich_text

TEXT = """
# Why

One *two* **three** `four <b>` [five](https://five.example/?a&b) [six](javascript:alert(1))\\
seven

> quoted

1. first

- item

```
a < b
```
"""


def test_everything() -> None:
    html = parts_as_html(read_rich_text(TEXT, "markdown"))
    assert html == (
        "<p><strong>Why</strong></p>"
        "<p>One <em>two</em> <strong>three</strong> <code>four &lt;b&gt;</code>"
        ' <a href="https://five.example/?a&amp;b">five</a> six<br>seven</p>'
        "<blockquote><p>quoted</p></blockquote>"
        "<ol><li><p>first</p></li></ol>"
        "<ul><li><p>item</p></li></ul>"
        "<pre>a &lt; b</pre>"
    )


@given(
    st.text(alphabet="<>/&\"'`*_[]()#> \nascriptp:=", max_size=80),
    st.sampled_from(("html", "rst", "")),
)
def test_nothing_acts(text: str, markup: str) -> None:
    html = parts_as_html(read_rich_text(text, markup))
    allowed = "p|blockquote|ul|ol|li|em|strong|code|sub|sup|pre|br|a"
    assert "<" not in re.sub(rf'</?(?:{allowed})>|<a href="https?://[^"]*">', "", html)
