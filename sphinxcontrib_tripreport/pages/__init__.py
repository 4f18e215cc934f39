"""Documents of their own for events, speakers, topics and years."""
