"""What a listing asks of the catalogue: filters, order and groups, and the answers. Pure."""
