"""A post, from its source to its doctree."""
