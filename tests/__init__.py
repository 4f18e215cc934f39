"""What a user of the extension sees, in every markup and builder."""
