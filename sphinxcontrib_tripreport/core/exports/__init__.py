"""One writer a format, from the catalogue to text."""
