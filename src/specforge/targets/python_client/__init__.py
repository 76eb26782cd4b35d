"""The Python client: an installable package without dependencies."""
