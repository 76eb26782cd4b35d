"""Runs the examples of rules: the public harness, also for rules of other packages.

An example may be a whole document, or a part of one: what it leaves out is filled in around it, so that
examples stay short. Words behind ```yaml steer it: `http` or `plain` for the kind of API (`inferred`
lets the document tell; else it is rest), `as-is`, `strict`, `config` for an example that is a specforge.yaml beside a
small document, `set:KEY=VALUE` for a value of specforge.yaml beside a document, `target=NAME` for what a target
reports.

`fixed` marks an example that is what the rule's fixes make of the wrong one before it.

What goes beyond a quota need not be written out: a line that ends in `# times N` stands N times, with `<n>` as the
number of each (marks stand above such lines), and `<65 x a>` is the letter a 65 times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from specforge.diagnostics import Diagnostic
from specforge.rules.fixes import MOST_PASSES, fix_once
from specforge.rules.page import Example, page_of, without_marks
from specforge.rules.rule import Rule

HEADER = "openapi: 3.0.1\n"
INFO = "info: {title: Example, version: '1'}\n"
PATHS = """paths:
  /health:
    get:
      operationId: checkHealth
      security: []
      responses: {'200': {description: healthy}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
"""
TIMES = re.compile(r"^(.*?) +# times (\d+)\n", re.MULTILINE)
LETTERS = re.compile(r"<(\d+) x (.)>")
DOCUMENT, CONFIGURATION = "example.yaml", "example.specforge.yaml"


class Failure(NamedTuple):
    """Why an example does not do what it says."""

    example: Example
    reason: str


Diagnose = Callable[[Example], Sequence[Diagnostic]]
"""Compiles an example and returns all diagnostics, with lines counted in the example: `compiler.diagnose`."""


def failures(rule: Rule, diagnose: Diagnose) -> list[Failure]:
    """Returns what is wrong with the examples of a rule; nothing when they all hold."""
    found: list[Failure] = []
    for example in page_of(rule).examples:
        found += [Failure(example, reason) for reason in _faults(rule, example, diagnose(example))]
        if example.fixed is not None and (reason := _fault_of_fix(rule, example, example.fixed, diagnose)):
            found.append(Failure(example, reason))
    return found


def aws_messages(rule: Rule, diagnose: Diagnose) -> tuple[str, ...]:
    """Returns what AWS says of the wrong examples of a rule, each text once."""
    wrong = (example for example in page_of(rule).examples if example.wrong)
    found = (one for example in wrong for one in diagnose(example) if one.rule == rule.id)
    return tuple(dict.fromkeys(one.aws_message for one in found if one.aws_message))


def _fault_of_fix(rule: Rule, example: Example, wanted: str, diagnose: Diagnose) -> str:
    """Returns why fixing an example does not give the one behind it; the marks of the wrong lines are no part of it."""
    name = CONFIGURATION if "config" in example.options else DOCUMENT
    text = files_of(example)[name]
    for _ in range(MOST_PASSES):
        found = [one for one in diagnose(example._replace(text=text)) if one.rule == rule.id]
        made = fix_once(found)
        if not made:
            break
        text = made[0][1]
    expected = files_of(example._replace(text=wanted))[name]
    return "" if without_marks(text) == without_marks(expected) else f"the fix gives:\n{text}"


def _faults(rule: Rule, example: Example, diagnostics: Sequence[Diagnostic]) -> list[str]:
    found = [diagnostic for diagnostic in diagnostics if diagnostic.rule == rule.id]
    if not example.wrong:
        return [f"a right example yields {one.message!r} at line {one.span.line}" for one in found]
    wanted = {mark.line: mark for mark in example.marks}
    faults = [f"nothing at line {line}" for line in wanted if line not in {one.span.line for one in found}]
    for one in found:
        mark = wanted.get(one.span.line)
        if mark is None:
            faults.append(f"unexpected {one.message!r} at line {one.span.line}")
        elif mark.text is not None and mark.text not in one.message:
            faults.append(f"line {mark.line}: {one.message!r} does not hold {mark.text!r}")
    return faults


def files_of(example: Example) -> dict[str, str]:
    """Returns the files of an example, completed at their ends so that its lines keep their numbers."""
    text = LETTERS.sub(lambda letters: letters[2] * int(letters[1]), example.text)
    text = TIMES.sub(_repeated, text)
    if "config" in example.options:
        return {DOCUMENT: HEADER + INFO + PATHS, CONFIGURATION: text}
    for keys, part in ((("openapi", "swagger"), HEADER), (("info",), INFO), (("paths",), PATHS)):
        if not any(line.startswith(f"{key}:") for line in text.splitlines() for key in keys):
            text += part
    return {DOCUMENT: text}


def _repeated(line: re.Match[str]) -> str:
    return "".join(line[1].replace("<n>", str(number)) + "\n" for number in range(1, int(line[2]) + 1))


def kind_of(example: Example) -> str | None:
    """Returns the kind of API an example is for; None when the document shall tell."""
    if "inferred" in example.options:
        return None
    return next((word for word in example.options if word in {"rest", "http", "plain"}), "rest")


def settings_of(example: Example) -> tuple[str, ...]:
    """Returns what an example sets in specforge.yaml, as `--set` takes it."""
    kind = kind_of(example)
    own = (word.removeprefix("set:") for word in example.options if word.startswith("set:"))
    return (*((f"api.kind={kind}",) if kind else ()), *own)
