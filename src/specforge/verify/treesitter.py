"""Finds the first syntax error in a tree-sitter tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Language, Node


def find_error(text: str, language: Language) -> str | None:
    """Returns where a text breaks the grammar of a language; None when it does not."""
    from tree_sitter import Parser  # lazy: native module

    root = Parser(language).parse(text.encode("utf-8")).root_node
    if not root.has_error:
        return None
    node = _deepest_error(root)
    return f"line {node.start_point.row + 1}, column {node.start_point.column + 1}"


def _deepest_error(node: Node) -> Node:
    while not (node.is_error or node.is_missing):
        node = next(child for child in node.children if child.has_error or child.is_missing)
    return node
