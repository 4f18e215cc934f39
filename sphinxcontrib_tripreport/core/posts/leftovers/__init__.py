"""What template languages leave in a post."""
