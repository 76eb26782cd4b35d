"""Names, types and call samples of Python: used by its client and by the documentation."""
