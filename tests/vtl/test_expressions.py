from __future__ import annotations

from specforge.vtl import ast, parse


def test_operators_bind_as_in_velocity() -> None:
    (node,) = parse("#set($x = 1 + 2 * 3 == 7 && !$a or $b)").ast

    assert isinstance(node, ast.Set)
    assert shape(node.value) == "((((1 + (2 * 3)) == 7) && !a) || b)"


def shape(node: ast.Expression) -> str:
    match node:
        case ast.Binary(operator=operator, left=left, right=right):
            return f"({shape(left)} {operator} {shape(right)})"
        case ast.Not(operand=operand):
            return f"!{shape(operand)}"
        case ast.Reference(name=name):
            return name
        case ast.IntegerLiteral(spelling=spelling):
            return spelling
        case _:
            raise AssertionError(node)
