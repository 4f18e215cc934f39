"""Pages of their own for events, speakers, topics and years, made from what the project knows."""
