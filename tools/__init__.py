"""What stands behind ./dev; nothing but Python's standard library."""
