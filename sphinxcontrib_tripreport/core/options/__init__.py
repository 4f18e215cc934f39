"""What authors can write as options, and the records that are made of it."""
