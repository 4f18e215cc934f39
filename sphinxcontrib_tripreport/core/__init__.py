"""What the package knows without docutils and Sphinx; nothing in here loads them."""
