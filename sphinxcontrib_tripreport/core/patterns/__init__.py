"""The pattern language: from what an author wrote to the fields of a line."""
