"""Compares our engine with the oracle over many random templates, and says what differs.

    python -m tests.vtl.differential [COUNT [SEED]]      make vtl-fuzz runs it under coverage

Every disagreement is put into a class. The classes below are differences that we know and keep (COMPATIBILITY.md); what
fits none of them is unexplained, and makes the run fail.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from specforge.vtl import ast, parse
from specforge.vtl.references import walk
from tests.vtl.fragments import mutate
from tests.vtl.generator import Generator
from tests.vtl.judge import Answer, Oracle, agree, ours
from tests.vtl.vocabulary import TABLE, Request

BATCH = 2000
LEAST = 500
MUTATED = 0.12
DIRECTIVES = ("set", "if", "elseif", "else", "foreach", "break", "stop", "define", "macro", "evaluate", "literal")
NODES = (
    "Text", "Verbatim", "Escapes", "EscapedDirective", "Comment", "StringLiteral", "IntegerLiteral", "FloatLiteral",
    "BooleanLiteral", "ListLiteral", "RangeLiteral", "MapLiteral", "Property", "Method", "Index", "Reference", "Not",
    "Binary", "Set", "Branch", "If", "Foreach", "Define", "Macro", "Literal", "Call",
)  # fmt: skip

_NOT_MUTATED = ("#macro", "#parse", "#include", "#{macro", "#{parse", "#{include", "foreach($a)", "foreach()")
_KNOWN = (
    # BigInteger.valueOf(0) and longValue() are small, and yet no Integer.
    ("class of a whole number", re.compile(r"longValue|12345678901234567890.*\.(?:valueOf|sum|max|min)\(", re.DOTALL)),
    (
        "value replaced while a view is gone through",
        re.compile(r"foreach[^)]*(?:values|Set|\$ks|\$es).*set", re.DOTALL),
    ),
    (
        "address of an object as text",
        re.compile(r"(?=.*(?:base64Encode|hashCode|length)\()(?=.*(?:iterator|toArray|split|\$a\b|\$t\b))", re.DOTALL),
    ),
    (
        "null as the item of a loop that is assigned to",
        re.compile(r"foreach\( *(\$\w+) in .*set\}? *\( *\1", re.DOTALL),
    ),
)


class Disagreement(NamedTuple):
    """Is a template of which the engines make different things."""

    kind: str
    request: Request
    mine: Answer
    theirs: Answer


class Result(NamedTuple):
    """Is what a run found."""

    total: int
    rendered: int
    deepest: int
    disagreements: list[Disagreement]
    used: Counter[str]

    def rare(self) -> list[str]:
        """Returns the directives, nodes and methods that occurred less often than they must."""
        methods = {method.name for methods in TABLE.values() for method in methods}
        wanted = [f"#{name}" for name in DIRECTIVES] + list(NODES) + [f".{name}()" for name in sorted(methods)]
        return [f"{name} {self.used[name]}" for name in wanted if self.used[name] < LEAST]


def requests(count: int, seed: int) -> Iterator[Request]:
    """Yields templates; some of them broken at random."""
    generator = Generator(seed)
    while count:
        request = generator.request()
        if generator.random.random() < MUTATED:
            broken = mutate(generator.random, request.template)
            if any(part in broken for part in _NOT_MUTATED):
                continue
            request = request._replace(template=broken)
        count -= 1
        yield request


def compare(count: int, seed: int, folder: Path) -> Result:
    """Renders templates with both engines."""
    used: Counter[str] = Counter()
    found: list[Disagreement] = []
    rendered = deepest = 0
    source = requests(count, seed)
    with Oracle(folder) as oracle:
        while batch := [one for one, _ in zip(source, range(BATCH), strict=False)]:
            for request, theirs in zip(batch, oracle.render(batch), strict=True):
                mine = ours(request)
                rendered += theirs.output is not None
                deepest = max(deepest, tally(request.template, used))
                if not agree(mine, theirs):
                    found.append(Disagreement(classify(request, mine, theirs), request, mine, theirs))
    return Result(count, rendered, deepest, found, used)


def tally(template: str, used: Counter[str]) -> int:
    """Counts what a template uses and returns how deep its blocks are nested."""
    nodes = parse(template).ast
    for node in walk(nodes):
        used[type(node).__name__] += 1
        match node:
            case ast.Set():
                used["#set"] += 1
            case ast.If(branches=branches):
                used["#if"] += 1
                used["#elseif"] += sum(branch.condition is not None for branch in branches[1:])
                used["#else"] += branches[-1].condition is None
            case ast.Foreach() | ast.Define() | ast.Macro() | ast.Literal():
                used["#" + type(node).__name__.lower()] += 1
            case ast.Call(name=name):
                used["#" + name] += 1
            case ast.Method(name=name):
                used[f".{name}()"] += 1
            case _:
                pass
    return _depth(nodes)


def _depth(nodes: tuple[ast.Statement, ...]) -> int:
    inner = [0]
    for node in nodes:
        bodies = (
            [branch.body for branch in node.branches] if isinstance(node, ast.If) else [getattr(node, "body", None)]
        )
        inner.extend(1 + _depth(body) for body in bodies if body is not None)
    return max(inner)


def classify(request: Request, mine: Answer, theirs: Answer) -> str:
    """Returns the class of a disagreement."""
    if mine.output is None and (
        "steps" in mine.error or "could run too long" in mine.error or "repetition" in mine.error
    ):
        return "limits of ours"
    if mine.error.startswith(("#", "the template")) and theirs.output is not None:
        return "refused before it runs"
    if "InvalidPathException" in mine.error + theirs.error:
        return "paths that only one JsonPath refuses"
    return next((name for name, pattern in _KNOWN if pattern.search(request.template)), "unexplained")


def main() -> None:
    """Compares, prints, and fails where something is unexplained or rare."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as folder:
        result = compare(count, seed, Path(folder))
    print(f"{count} templates under seed {seed}; the oracle renders {result.rendered / count:.1%} without error;")
    print(f"blocks nested up to {result.deepest} deep; {len(result.disagreements)} disagreements")
    for kind, number in Counter(one.kind for one in result.disagreements).most_common():
        print(f"  {number:5} {kind}")
    shown: Counter[str] = Counter()
    for one in sorted(result.disagreements, key=lambda one: len(one.request.template)):
        shown[one.kind] += 1
        if shown[one.kind] <= (20 if one.kind == "unexplained" else 2):
            print(f"\n{one.kind}\n  {one.request.template!r}\n  body   {one.request.body[:200]!r}")
            print(f"  oracle {one.theirs.output if one.theirs.output is not None else one.theirs.error!r}")
            print(f"  ours   {one.mine.output if one.mine.output is not None else one.mine.error!r}")
    print("\nless often than", LEAST, "times:", ", ".join(result.rare()) or "nothing")
    if shown["unexplained"] or (count >= 50_000 and result.rare()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
