"""Tests of talk patterns: the language, and what becomes of posts."""
