"""Walks a syntax tree: the references that are evaluated, and the names that the template itself assigns."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.vtl import ast

Node = ast.Statement | ast.Expression | ast.Branch | ast.Property | ast.Method | ast.Index


def walk(nodes: tuple[ast.Statement, ...]) -> Iterator[Node]:
    """Yields every node that can be evaluated, in the order of the template; the inside of #literal is text."""
    pending: list[Node] = list(reversed(nodes))
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(_children(node)))


def references(nodes: tuple[ast.Statement, ...]) -> tuple[ast.Reference, ...]:
    r"""Returns the references of a template, those inside strings and arguments too, but not an escaped `\$x`."""
    return tuple(node for node in walk(nodes) if isinstance(node, ast.Reference) and _is_evaluated(node))


def assigned_names(nodes: tuple[ast.Statement, ...]) -> frozenset[str]:
    """Returns the names that #set, #foreach, #define and #macro give a value."""
    names: set[str] = set()
    for node in walk(nodes):
        match node:
            case ast.Set(target=ast.Reference(path=()) as target):
                names.add(target.name)
            case ast.Foreach(item=ast.Reference() as item):
                names.add(item.name)
            case ast.Define(target=ast.Reference() as target):
                names.add(target.name)
            case ast.Macro(parameters=parameters):
                names.update(one.name for one in parameters if isinstance(one, ast.Reference))
            case _:
                pass
    return frozenset(names)


def _is_evaluated(reference: ast.Reference) -> bool:
    backslashes = reference.prefix.rstrip("{!$")
    return "$" in reference.prefix and (len(backslashes) - len(backslashes.rstrip("\\"))) % 2 == 0


def _children(node: Node) -> list[Node]:
    match node:
        case ast.Reference():
            return list(node.path)
        case ast.StringLiteral():
            return list(node.parts or ())
        case ast.Method() | ast.Call():
            return [*(node.arguments or ()), *(getattr(node, "body", None) or ())]
        case ast.Index():
            return [node.key]
        case ast.ListLiteral():
            return list(node.items)
        case ast.RangeLiteral():
            return [node.first, node.last]
        case ast.MapLiteral():
            return [part for entry in node.entries for part in entry]
        case ast.Not():
            return [node.operand]
        case ast.Binary():
            return [node.left, node.right]
        case _:
            return _children_of_block(node)


def _children_of_block(node: Node) -> list[Node]:
    match node:
        case ast.Set():
            return [node.target, node.value]
        case ast.If():
            return list(node.branches)
        case ast.Branch():
            return [*_present(node.condition), *node.body]
        case ast.Foreach():
            return [*_present(node.item), *_present(node.source), *node.body]
        case ast.Define():
            return [*_present(node.target), *node.body]
        case ast.Macro():
            return [*node.parameters, *node.body]
        case _:
            return []


def _present(node: ast.Expression | None) -> list[Node]:
    return [] if node is None else [node]
