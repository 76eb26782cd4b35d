"""A rule and a target of our own for specforge."""
