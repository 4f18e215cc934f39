"""The domain ``trip``: roles, indices and the inventory."""
