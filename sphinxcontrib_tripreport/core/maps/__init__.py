"""Maps of events: which part of the world, how it is made flat, and what is drawn on it."""
