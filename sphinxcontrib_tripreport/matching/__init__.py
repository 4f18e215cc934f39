"""Patterns tried on a document."""
