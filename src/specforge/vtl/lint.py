"""Finds what API Gateway would refuse in a mapping template, and the names in it that do not exist.

In: the text of a template. Out: problems with character offsets. It evaluates nothing, and where a name may come from
elsewhere it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from specforge.vtl import ast, names
from specforge.vtl.errors import UNCLOSED_DIRECTIVE
from specforge.vtl.parser import parse
from specforge.vtl.references import assigned_names, references, walk
from specforge.vtl.tokens import Span

UNKNOWN_REFERENCE = "unknown-reference"
UNKNOWN_MEMBER = "unknown-member"

# A whole file can be passed through Fn::Sub; what Velocity would refuse anyway is meant for CloudFormation.
_PSEUDO_PARAMETER = re.compile(r"\$\{AWS::[A-Za-z]+\}")


class VtlProblem(Struct, frozen=True):
    """Is a defect of a template; offsets count characters of the template."""

    kind: str
    message: str
    start: int
    end: int
    near: str = ""
    """The name that a misspelt one at the end of the stretch was meant to be."""


def check(template: str, deferred: Sequence[tuple[int, int]] = ()) -> tuple[VtlProblem, ...]:
    """Returns the problems of a template, in its order; never raises.

    `deferred` are the ranges that another tool fills in before API Gateway sees the template (`${AWS::Region}` inside
    `Fn::Sub`): each is taken for a value about which nothing is known. CloudFormation's pseudo parameters always are.
    """
    deferred = (*deferred, *(match.span() for match in _PSEUDO_PARAMETER.finditer(template)))
    parsed = parse(_mask(template, deferred))
    problems = [VtlProblem(error.kind, error.message, error.start, error.end) for error in parsed.errors]
    problems.extend(_open_comments(parsed.ast))
    assigned = assigned_names(parsed.ast)
    context_members = names.CONTEXT_MEMBERS | _own_context_members(parsed.ast)
    is_whole = not parsed.errors and not _has_evaluate(parsed.ast)
    for reference in references(parsed.ast):
        if reference.name in assigned or _overlaps(reference.span, deferred):
            continue
        if reference.name in names.ROOTS:
            problems.extend(_member_problems(reference, context_members))
        else:
            problems.extend(_root_problems(reference, is_whole=is_whole))
    return tuple(sorted(problems, key=lambda problem: (problem.start, problem.end, problem.kind)))


def _overlaps(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in ranges)


def _mask(template: str, deferred: Sequence[tuple[int, int]]) -> str:
    masked = template
    for start, end in deferred:
        inside = "x" * (end - start)
        if end - start > 3:
            inside = "${" + inside[3:] + "}"
        masked = masked[:start] + inside + masked[end:]
    return masked


def _open_comments(nodes: tuple[ast.Statement, ...]) -> list[VtlProblem]:
    return [
        VtlProblem(UNCLOSED_DIRECTIVE, "#* is never closed: what follows is lost", *node.span)
        for node in walk(nodes)
        if isinstance(node, ast.Comment) and not node.closed
    ]


def _has_evaluate(nodes: tuple[ast.Statement, ...]) -> bool:
    return any(isinstance(node, ast.Call) and node.name == "evaluate" for node in walk(nodes))


def _root_problems(reference: ast.Reference, *, is_whole: bool) -> list[VtlProblem]:
    """Judges a name that the template never assigns.

    API Gateway prints nothing for it. A plain `$name` may be meant so (`$x == $null`), a quiet one is; a formal one may
    be a placeholder of a deployment tool. What remains is a name near a known one, and a member of nothing.
    """
    name = reference.name
    if reference.quiet or name in names.VELOCITY_NAMES or (reference.formal and not reference.path):
        return []
    near = names.find_near(name, names.ROOTS, 1 if len(name) <= 5 else 2)
    if name in names.APPSYNC_ROOTS and reference.path:
        return [_unknown(UNKNOWN_REFERENCE, f"${name} is AppSync's; API Gateway has $context and $input", reference)]
    if reference.formal and len(name) <= len("inputs"):
        return []
    if near and (reference.path or names.find_near(name, (near,), 1)):
        problem = _unknown(UNKNOWN_REFERENCE, f"${name} has no value; did you mean ${near}?", reference)
        return [replace(problem, near=near)]
    if reference.path and not reference.formal and is_whole:
        return [_unknown(UNKNOWN_REFERENCE, f"${name} is never assigned: this prints nothing", reference)]
    return []


def _unknown(kind: str, message: str, reference: ast.Reference, last: ast.Step | None = None) -> VtlProblem:
    return VtlProblem(kind, message, reference.span.start, last.span.end if last else reference.name_span.end)


def _member_problems(reference: ast.Reference, context_members: frozenset[str]) -> list[VtlProblem]:
    if not reference.path:
        return []
    first = reference.path[0]
    match reference.name:
        case "input":
            return _input_problems(reference)
        case "util":
            return _unknown_member(reference, first, names.UTIL_MEMBERS, _appsync_hint(first))
        case "context":
            return [] if isinstance(first, ast.Method) else _unknown_member(reference, first, context_members, "")
        case _:
            return []


def _input_problems(reference: ast.Reference) -> list[VtlProblem]:
    first = reference.path[0]
    problems = _unknown_member(reference, first, names.INPUT_MEMBERS, "")
    if problems or len(reference.path) < 2 or not isinstance(second := reference.path[1], ast.Property):
        return problems
    if second.name in names.OBJECT_MEMBERS:
        return []
    if isinstance(first, ast.Method) and first.name == "params" and not first.arguments:
        return _unknown_member(reference, second, names.INPUT_PARAMS, "")
    if isinstance(first, ast.Property) and first.name == "body":
        hint = f"$input.body is text without members; $input.path('$.{second.name}') reads one"
        return [_unknown(UNKNOWN_MEMBER, hint, reference, second)]
    return []


def _unknown_member(reference: ast.Reference, step: ast.Step, known: frozenset[str], hint: str) -> list[VtlProblem]:
    name = _name_of(step)
    if name is None or name in known or name in names.OBJECT_MEMBERS:
        return []
    near = names.find_near(name, known)
    hint = f"; did you mean {near}?" if near else hint
    owner = f"${reference.name}" if step is reference.path[0] else f"${reference.name}.params()"
    return [_unknown(UNKNOWN_MEMBER, f"{owner} has no {name}{hint}", reference, step)]


def _name_of(step: ast.Step) -> str | None:
    match step:
        case ast.Property(name=name) | ast.Method(name=name):
            return name
        case ast.Index(key=ast.StringLiteral(value=value, parts=None)):
            return value
        case _:
            return None


def _appsync_hint(step: ast.Step) -> str:
    return ": that is a utility of AppSync" if _name_of(step) in names.APPSYNC_UTILITIES else ""


def _own_context_members(nodes: tuple[ast.Statement, ...]) -> frozenset[str]:
    """Returns the members of $context that the template sets itself."""
    own = {
        _name_of(node.target.path[0])
        for node in walk(nodes)
        if isinstance(node, ast.Set) and node.target.name == "context" and node.target.path
    }
    return frozenset(name for name in own if name is not None)
