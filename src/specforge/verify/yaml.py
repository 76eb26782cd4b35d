"""Parses YAML again, with libyaml."""

from __future__ import annotations


def find_fault(text: str) -> str | None:
    """Returns why a text is no YAML; None when it is."""
    import yaml  # lazy: 20 ms

    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        return str(error)
    return None
