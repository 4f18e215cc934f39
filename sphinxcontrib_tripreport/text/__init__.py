"""Pure functions on text: slugs, names, dates, links, topics. No Sphinx and no docutils in here."""
