"""What the deployment has to be told: the expressions of a document that its output cannot work out itself.

A target makes one `Inputs`, asks it for the name of each expression it meets, and declares what was asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from specforge.diagnostics import Origin, Pointer, Report
from specforge.ir import Data, Deferred
from specforge.source import intrinsic_of, text_of

_LONGEST = 64
_LONGEST_SHOWN = 300


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A value that somebody has to give; `expression` is what the document says instead of it.

    `is_given` marks one of which the document says nothing; then `expression` tells in words what it is.
    """

    name: str
    expression: str
    is_condition: bool = False
    is_list: bool = False
    is_given: bool = False


class Inputs:
    """Collects the inputs of one output; `tool` is whose expressions need no remark, `word` what it calls an input."""

    def __init__(
        self,
        *,
        tool: str,
        word: str,
        spelled: Callable[[str], str],
        reserved: Iterable[str],
        origin: Origin,
        report: Report,
    ) -> None:
        self._tool = tool
        self._word = word
        self._spelled = spelled
        self._taken = set(reserved)
        self._origin = origin
        self._report = report
        self._places: dict[str, Pointer] | None = None
        self._found: dict[tuple[str, ...], Input] = {}

    @property
    def items(self) -> tuple[Input, ...]:
        """Returns the inputs in the order in which they were met."""
        return tuple(self._found.values())

    def name_of(self, expression: Deferred, *, is_list: bool = False) -> str:
        """Returns the name of the input that stands for an expression; the same for the same expression."""
        key = (*identity(expression), *(("list",) if is_list else ()))
        if key not in self._found:
            name = self._free_name(expression.name)
            is_given = expression.tool == "input"
            self._found[key] = Input(name=name, expression=shown(expression), is_list=is_list, is_given=is_given)
            if expression.tool not in (self._tool, "aws", "input"):
                self._remark(self._found[key], expression)
        return self._found[key].name

    def name_of_condition(self, condition: str) -> str:
        """Returns the name of the input that says whether a CloudFormation condition holds."""
        key = ("condition", condition)
        if key not in self._found:
            name = self._free_name(condition)
            self._found[key] = Input(name=name, expression=f"condition {condition}", is_condition=True)
        return self._found[key].name

    def _free_name(self, name: str) -> str:
        wanted = self._spelled(name[:_LONGEST]) or self._spelled("value")
        free, number = wanted, 2
        while free in self._taken:
            free, number = self._spelled(f"{wanted}_{number}"), number + 1
        self._taken.add(free)
        return free

    def _remark(self, made: Input, expression: Deferred) -> None:
        message = f"{made.expression} is an expression of another tool; it becomes the {self._word} {made.name}"
        self._report.add("foreign-expression-becomes-input", self._place(expression), message)

    def _place(self, expression: Deferred) -> Origin:
        if self._places is None:
            self._places = dict(reversed(list(_expressions(self._origin.value))))
        return self._origin.at(*self._places.get(_spelling(expression.source), ()))


def identity(expression: Deferred) -> tuple[str, ...]:
    """Returns what two expressions have in common when they mean the same value.

    `Ref: X` and `${X}` of an `Fn::Sub` do; two calls of another function do only when their arguments are the same.
    """
    if isinstance(expression.source, dict) and intrinsic_of(expression.source) not in ("Ref", "Fn::GetAtt"):
        return (expression.tool, expression.name, _spelling(expression.source))
    return (expression.tool, expression.name)


def shown(expression: Deferred) -> str:
    """Returns an expression as one would write it in a sentence."""
    match expression.source:
        case str(text):
            return text.replace("${", "").removesuffix("}")
        case {"Ref": str(name)}:
            return f"Ref {name}"
        case {"Fn::GetAtt": _}:
            return f"GetAtt {expression.name}"
        case call:
            return _spelling(call).replace("${", "")[:_LONGEST_SHOWN]


def _spelling(source: Data) -> str:
    return source if isinstance(source, str) else json.dumps(source, sort_keys=True)


def _expressions(root: Data) -> Iterator[tuple[str, Pointer]]:
    """Yields every expression of a document, as it is spelled, with its place."""
    for value, pointer in nodes(root):
        if isinstance(value, str) and "${" in value and (text := text_of(value)) is not None:
            yield from ((_spelling(part.source), pointer) for part in text.deferred)
        elif intrinsic_of(value) is not None:
            yield _spelling(value), pointer


def nodes(root: Data) -> Iterator[tuple[Data, Pointer]]:
    """Yields everything in a document with its place, in the order of the document."""
    pending: list[tuple[Data, Pointer]] = [(root, ())]
    while pending:
        value, pointer = pending.pop()
        yield value, pointer
        if isinstance(value, dict):
            pending.extend((child, (*pointer, key)) for key, child in reversed(value.items()))
        elif isinstance(value, list):
            pending.extend((child, (*pointer, index)) for index, child in reversed(list(enumerate(value))))


def snake_case(name: str) -> str:
    """Returns a name in the style of Terraform.

    >>> snake_case("OrdersFunction.Arn"), snake_case("userPoolId"), snake_case("AWS::StackName")
    ('orders_function_arn', 'user_pool_id', 'aws_stack_name')
    """
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", parted).strip("_").lower()


def pascal_case(name: str) -> str:
    """Returns a name in the style of CloudFormation, of letters and digits only.

    >>> pascal_case("lambda_arn"), pascal_case("OrdersFunction.Arn"), pascal_case("dev")
    ('LambdaArn', 'OrdersFunctionArn', 'Dev')
    """
    return "".join(word[0].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", name) if word)
