"""Posts of all engines."""
