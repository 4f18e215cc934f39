"""What the template languages of other engines leave in a post; pure functions."""
