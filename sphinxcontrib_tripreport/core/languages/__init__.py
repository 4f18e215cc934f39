"""What differs between human languages.

A new language is added here, where what it needs shows in the modules below, and in ``locale/``,
whose folders are the languages that pages have words in.
"""

from __future__ import annotations

from typing import Final

WITH_LETTERS: Final = ("en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "uk", "ca", "gl")
"""The languages whose words for days, months and numbers are read in posts.

Those of East Asia, which write numbers with signs of their own, are read beside them everywhere.
"""
