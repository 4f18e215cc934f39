"""One module a builder: everything that is said for it alone."""
