"""What posts bring with them: the metadata of each engine, read from their source text. Pure."""
