"""Everything that is known, put together once."""
