"""Parses Terraform again, with tree-sitter."""

from __future__ import annotations

from specforge.verify.treesitter import find_error


def find_fault(text: str) -> str | None:
    """Returns where a text is not well-formed; None when it is."""
    import tree_sitter_hcl as grammar  # lazy: native module
    from tree_sitter import Language  # lazy: native module

    return find_error(text, Language(grammar.language()))
