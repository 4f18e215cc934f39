"""What differs between human languages."""
