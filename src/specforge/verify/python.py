"""Parses Python again, with tree-sitter, which is fast; where its grammar stumbles Python itself has the last word."""

from __future__ import annotations

from specforge.verify.treesitter import find_error


def find_fault(text: str) -> str | None:
    """Returns where a text is not well-formed; None when it is."""
    import tree_sitter_python as grammar  # lazy: native module
    from tree_sitter import Language  # lazy: native module

    fault = find_error(text, Language(grammar.language()))
    return _confirmed(text) if fault is not None else None


def _confirmed(text: str) -> str | None:
    """The grammar takes some names that Python allows, such as a module `print`, for words of Python 2."""
    import ast  # lazy: error path

    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return str(error)
    return None
