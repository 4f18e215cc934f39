"""What posts of other engines bring with them."""
