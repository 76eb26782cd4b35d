"""What `specforge vtl test` prints: for people, as JSON, and as JUnit XML."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from specforge.cli.terminal import harmless, visible

FORMATS = ("text", "json", "junit")


class Judged(NamedTuple):
    """One fixture: its state is passed, failed, updated or broken; `line` is 0 where no line is known."""

    path: str
    state: str
    line: int = 0
    message: str = ""
    difference: tuple[str, ...] = ()


def shown(results: Sequence[Judged], form: str) -> str:
    """Returns the results in one of the formats."""
    return {"text": _text, "json": _json, "junit": _junit}[form](results)


def _text(results: Sequence[Judged]) -> str:
    lines: list[str] = []
    for one in results:
        if one.state == "broken":
            lines.append(harmless(f"{visible(one.message)}"))
        elif one.state != "passed":
            lines.append(harmless(f"{visible(one.path)}:{one.line}: {visible(one.message)}"))
            lines += [f"  {visible(line)}" for line in one.difference]
    return "".join(f"{line}\n" for line in [*lines, _summary(results)])


def _summary(results: Sequence[Judged]) -> str:
    counted = [
        f"{number} {state}"
        for state in ("passed", "failed", "updated", "broken")
        if (number := sum(one.state == state for one in results))
    ]
    return ", ".join(counted) if counted else "no fixtures"


def _json(results: Sequence[Judged]) -> str:
    listed = [
        {"file": one.path, "state": one.state, "line": one.line, "message": one.message, "difference": one.difference}
        for one in results
    ]
    return json.dumps({"version": 1, "tests": listed}, indent=2) + "\n"


def _junit(results: Sequence[Judged]) -> str:

    failures = sum(one.state == "failed" for one in results)
    errors = sum(one.state == "broken" for one in results)
    cases = "".join(_case(one) for one in results)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="specforge vtl test">\n'
        f'  <testsuite name="mapping templates" tests="{len(results)}" failures="{failures}" errors="{errors}">\n'
        f"{cases}  </testsuite>\n</testsuites>\n"
    )


def _case(one: Judged) -> str:
    from specforge.cli.format.markup import attribute, content  # lazy: for one format

    start = f'    <testcase classname="mapping templates" name={attribute(one.path)}'
    if one.state not in ("failed", "broken"):
        return f"{start}/>\n"
    element = "failure" if one.state == "failed" else "error"
    text = "\n".join(map(content, [f"{one.path}:{one.line}", *one.difference]))
    return f"{start}>\n      <{element} message={attribute(one.message)}>{text}</{element}>\n    </testcase>\n"
