"""Which pages must be written again."""
