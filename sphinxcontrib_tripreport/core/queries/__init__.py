"""What a listing asks, and what it gets."""
