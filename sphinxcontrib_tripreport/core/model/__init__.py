"""The records, and what can be wrong with them."""
