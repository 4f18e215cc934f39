"""What every way of writing a talk, a speaker or an event has in common."""
