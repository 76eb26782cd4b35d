"""Breaks rules on purpose and counts how many of their examples notice: `make mutation`.

Every rule is tried without its body; then each comparison, number and boolean operator of its file is moved, one at
a time. A mutant that no example of the rule notices is listed.
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from specforge.compiler import diagnose  # noqa: E402
from specforge.rules import check as checking  # noqa: E402 (the project is on the path only here)
from specforge.rules.examples import failures  # noqa: E402
from specforge.rules.registry import load  # noqa: E402
from specforge.rules.rule import Rule  # noqa: E402
from tools.rules_index import FOLDER, rules  # noqa: E402

ENOUGH = 0.9
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


class Mutant(NamedTuple):
    """A changed rule file and what was changed; `removal` when the body is gone."""

    rule: Rule
    tree: ast.Module
    change: str
    removal: bool


def main() -> int:
    """Tries every mutant; returns 1 when a removal survives or fewer than nine tenths of the others are noticed."""
    counts = {True: [0, 0], False: [0, 0]}
    survivors: list[str] = []
    for rule in rules():
        if rule.check is not None and is_noticed(unchanged(rule)):
            raise SystemExit(f"{rule.id} fails its examples unchanged; the figures would mean nothing")
        for mutant in mutants(rule) if rule.check is not None else ():
            noticed = is_noticed(mutant)
            counts[mutant.removal][noticed] += 1
            if not noticed:
                survivors.append(f"{rule.id}: {mutant.change}")
    print("\n".join(survivors))
    for removal, name in ((True, "bodies removed"), (False, "bounds, comparisons and operators moved")):
        alive, dead = counts[removal]
        print(f"{name}: {dead} of {alive + dead} noticed ({dead / max(1, alive + dead):.0%})")
    alive, dead = counts[False]
    return 0 if counts[True][0] == 0 and dead >= ENOUGH * (alive + dead) else 1


def unchanged(rule: Rule) -> Mutant:
    """Returns a rule as it is: the control."""
    return Mutant(rule, tree_of(rule), "nothing", removal=False)


def tree_of(rule: Rule) -> ast.Module:
    """Returns the syntax tree of a rule's file."""
    path = FOLDER / rule.family / f"{rule.id.replace('-', '_')}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def mutants(rule: Rule) -> Iterator[Mutant]:
    """Yields the changed forms of a rule file."""
    tree = tree_of(rule)
    removed = copy.deepcopy(tree)
    check = next(node for node in removed.body if isinstance(node, ast.FunctionDef) and node.name == "check")
    check.body = ast.parse("def f():\n    return\n    yield").body[0].body  # type: ignore[attr-defined]
    yield Mutant(rule, ast.fix_missing_locations(removed), "body removed", removal=True)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    spots = [node for function in functions for node in ast.walk(function) if is_spot(node)]
    for index in range(len(spots)):
        yield moved(rule, tree, index)


def is_spot(node: ast.AST) -> bool:
    """Tells whether a node is a comparison, a boolean operator or a whole number."""
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in SWAPS
    return isinstance(node, ast.BoolOp) or (isinstance(node, ast.Constant) and type(node.value) is int)


def moved(rule: Rule, tree: ast.Module, index: int) -> Mutant:
    """Returns the rule with one spot changed."""
    changed = copy.deepcopy(tree)
    functions = [node for node in ast.walk(changed) if isinstance(node, ast.FunctionDef)]
    spot = [node for function in functions for node in ast.walk(function) if is_spot(node)][index]
    before = ast.unparse(spot)
    if isinstance(spot, ast.Compare):
        spot.ops[0] = SWAPS[type(spot.ops[0])]()
    elif isinstance(spot, ast.BoolOp):
        spot.op = ast.Or() if isinstance(spot.op, ast.And) else ast.And()
    elif isinstance(spot, ast.Constant) and isinstance(spot.value, int):
        spot.value += 1
    return Mutant(rule, changed, f"{before}  ->  {ast.unparse(spot)}", removal=False)


def is_noticed(mutant: Mutant) -> bool:
    """Tells whether an example of the rule fails with the mutant in its place."""
    name = f"specforge.rules.{mutant.rule.family}.{mutant.rule.id.replace('-', '_')}"
    module = ModuleType(name, mutant.rule.documentation)
    original, sys.modules[name] = sys.modules[name], module
    try:
        exec(compile(mutant.tree, name, "exec"), module.__dict__)
        changed: Rule = module.check
        with patch.object(checking, "load", lambda rule_id: changed if rule_id == changed.id else load(rule_id)):
            return bool(failures(changed, diagnose))
    except Exception:  # noqa: BLE001 (a mutant that breaks the rule is noticed, however it breaks)
        return True
    finally:
        sys.modules[name] = original


if __name__ == "__main__":
    sys.exit(main())
