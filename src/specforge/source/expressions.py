"""Deploy-time expressions: values of which a document says only how they will be found.

CloudFormation's functions and `${...}` placeholders are kept as they stand and never guessed at;
the literal parts around them stay known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Generic, Literal, NamedTuple, TypeVar

import msgspec

from specforge.source.model import Data

Tool = Literal["cloudformation", "terraform", "aws", "stage", "need", "input"]
T = TypeVar("T")

NO_VALUE = "AWS::NoValue"
_PSEUDO = re.compile(r"AWS::[A-Za-z]+")
_IDENTIFIER = re.compile(r"[^A-Za-z0-9_.:-]+")
# Beyond these an expression stays whole: nobody reads it, and its parts could be without number.
_MOST_LEVELS = 16
_MOST_PARTS = 10_000
_SUB_NAME = re.compile(r"[A-Za-z0-9_.:\s]+")


class Deferred(msgspec.Struct, frozen=True):
    """One value that only the deployment knows; `source` is the expression as the document has it.

    The tool `need` is our own: the value is an attribute of something that the deployment creates (`ir.needs`), `name`
    is `<need>.<attribute>`. So is `input`: a value that somebody has to give, of which the document says nothing.
    """

    tool: Tool
    name: str
    source: str | dict[str, Data]

    def __str__(self) -> str:
        return self.source if isinstance(self.source, str) else "${" + self.name + "}"


class Text(msgspec.Struct, frozen=True):
    """A text whose parts are literal or deferred; no two literal parts stand side by side."""

    parts: tuple[str | Deferred, ...]

    @property
    def literal(self) -> str | None:
        """Returns the text when all of it is known."""
        if not self.parts:
            return ""
        first = self.parts[0]
        return first if len(self.parts) == 1 and isinstance(first, str) else None

    @property
    def deferred(self) -> tuple[Deferred, ...]:
        """Returns the parts that only the deployment knows."""
        return tuple(part for part in self.parts if isinstance(part, Deferred))

    @property
    def prefix(self) -> str:
        """Returns the literal text it begins with."""
        return self.parts[0] if self.parts and isinstance(self.parts[0], str) else ""

    @property
    def suffix(self) -> str:
        """Returns the literal text it ends with."""
        return self.parts[-1] if self.parts and isinstance(self.parts[-1], str) else ""

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def startswith(self, start: str) -> bool | None:
        """Tells whether the text begins so; None when that depends on the deployment."""
        literal = self.literal
        if literal is not None:
            return literal.startswith(start)
        if self.prefix.startswith(start):
            return True
        return None if start.startswith(self.prefix) else False

    def endswith(self, end: str) -> bool | None:
        """Tells whether the text ends so; None when that depends on the deployment."""
        literal = self.literal
        if literal is not None:
            return literal.endswith(end)
        if self.suffix.endswith(end):
            return True
        return None if end.endswith(self.suffix) else False

    def contains(self, part: str) -> bool | None:
        """Tells whether a literal text occurs; None when that depends on the deployment."""
        if any(isinstance(own, str) and part in own for own in self.parts):
            return True
        return None if self.literal is None else False

    def matches(self, pattern: re.Pattern[str]) -> bool | None:
        """Tells whether the whole text matches; None when that depends on the deployment."""
        literal = self.literal
        return None if literal is None else pattern.fullmatch(literal) is not None

    def split_once(self, separator: str) -> tuple[Text, Text] | None:
        """Returns what stands before and after the first literal separator."""
        for number, part in enumerate(self.parts):
            if isinstance(part, str) and separator in part:
                before, _, after = part.partition(separator)
                return _text((*self.parts[:number], before)), _text((after, *self.parts[number + 1 :]))
        return None

    def split(self, separator: str) -> tuple[Text, ...]:
        """Returns the pieces between all literal separators."""
        pieces: list[Text] = []
        rest = self
        while (halves := rest.split_once(separator)) is not None:
            pieces.append(halves[0])
            rest = halves[1]
        return (*pieces, rest)

    def removeprefix(self, start: str) -> Text:
        """Returns the text without the literal start, or as it is."""
        return _text((self.prefix[len(start) :], *self.parts[1:])) if self.prefix.startswith(start) else self

    def __add__(self, other: Text | str) -> Text:
        return _text((*self.parts, *((other,) if isinstance(other, str) else other.parts)))


class Conditional(msgspec.Struct, Generic[T], frozen=True):
    """Two alternatives of which a condition of the deployment takes one; both are always kept."""

    condition: str
    then: T
    otherwise: T


class Branches(NamedTuple):
    """The arguments of Fn::If; a branch that is `Ref: AWS::NoValue` says that nothing stands here."""

    condition: str
    then: Data
    otherwise: Data

    @property
    def then_absent(self) -> bool:
        """Tells whether nothing stands here when the condition holds."""
        return is_no_value(self.then)

    @property
    def otherwise_absent(self) -> bool:
        """Tells whether nothing stands here when the condition does not hold."""
        return is_no_value(self.otherwise)


def intrinsic_of(value: Data) -> str | None:
    """Returns the function that a value calls: "Ref", "Condition", "Fn::Sub" and so on."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    (name,) = value
    if name in ("Ref", "Condition"):
        return name if isinstance(value[name], str) else None
    return name if name.startswith("Fn::") else None


def is_no_value(value: Data) -> bool:
    """Tells whether a value is CloudFormation's way to say that there is none."""
    return isinstance(value, dict) and value == {"Ref": NO_VALUE}


def branches(value: Data) -> Branches | None:
    """Returns the arguments of a well-formed Fn::If."""
    if intrinsic_of(value) != "Fn::If":
        return None
    arguments = value["Fn::If"] if isinstance(value, dict) else None
    if not isinstance(arguments, list) or len(arguments) != 3 or not isinstance(arguments[0], str):
        return None
    return Branches(arguments[0], arguments[1], arguments[2])


def text_of(value: Data, *, placeholders: bool = True) -> Text | None:
    """Returns a scalar or an expression as text; None for null, and for what is neither.

    `placeholders=False` is for VTL, where `${x}` is the template's own.
    """
    if isinstance(value, str):
        return _text(_placeholders(value)) if placeholders else _text((value,))
    if isinstance(value, (int, float)):
        return Text((_scalar(value),))
    if isinstance(value, dict) and intrinsic_of(value) is not None:
        return _text(_intrinsic(value, _MOST_LEVELS))
    return None


def _text(parts: tuple[str | Deferred, ...] | list[str | Deferred]) -> Text:
    joined: list[str | Deferred] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    return Text(tuple(joined))


def _intrinsic(value: dict[str, Data], levels: int) -> list[str | Deferred]:
    """Takes Fn::Sub and Fn::Join apart; what nests too deep for anyone to read stays whole."""
    ((function, argument),) = value.items()
    if function == "Ref" and isinstance(argument, str):
        return [_reference(argument, value)]
    if function == "Fn::Sub" and levels:
        substituted = _sub(argument, levels - 1)
        if substituted is not None:
            return substituted
    if function == "Fn::Join" and levels:
        joined = _join(argument, levels - 1)
        if joined is not None:
            return joined
    return [Deferred("cloudformation", _name(function, argument), value)]


def _reference(name: str, source: str | dict[str, Data]) -> Deferred:
    return Deferred("aws" if _PSEUDO.fullmatch(name) else "cloudformation", name, source)


def _name(function: str, argument: Data) -> str:
    """Returns a name after which a variable or a parameter can be called."""
    short = function.removeprefix("Fn::")
    words = _words(argument)
    if short == "GetAtt":
        return ".".join(words) or short
    if short == "ImportValue" and words:
        return words[0]
    return "_".join([short, *words[:3]])


def _words(argument: Data) -> list[str]:
    found: list[str] = []
    open_: list[Data] = [argument]
    while open_ and len(found) < 8:
        value = open_.pop()
        if isinstance(value, list):
            open_.extend(reversed(value))
        elif isinstance(value, dict):
            open_.extend(reversed(value.values()))
        elif isinstance(value, str):
            word = _IDENTIFIER.sub("_", value).strip("_")
            found.extend([word[:64]] if word else [])
    return found


def _sub(argument: Data, levels: int) -> list[str | Deferred] | None:
    """Reads the template of Fn::Sub, which may bring values of its own."""
    own: dict[str, list[str | Deferred]] = {}
    if isinstance(argument, list) and len(argument) == 2 and isinstance(argument[1], dict):
        own = {name: _own_value(name, value, levels) for name, value in argument[1].items()}
        argument = argument[0]
    if not isinstance(argument, str):
        return None
    parts: list[str | Deferred] = []
    at = 0
    for found in re.finditer(r"\$\{(!?)([^}]*)\}", argument):
        parts.append(argument[at : found.start()])
        at = found.end()
        parts.extend(_sub_reference(found, own))
        if len(parts) > _MOST_PARTS:
            return None
    return [*parts, argument[at:]]


def _own_value(name: str, value: Data, levels: int) -> list[str | Deferred]:
    if isinstance(value, dict) and intrinsic_of(value) is not None:
        return _intrinsic(value, levels)
    if value is None or isinstance(value, (dict, list)):
        return [Deferred("cloudformation", name, "${" + name + "}")]
    return [_scalar(value)]


def _sub_reference(found: re.Match[str], own: dict[str, list[str | Deferred]]) -> list[str | Deferred]:
    escaped, name = found.group(1), found.group(2).strip()
    if escaped and name.startswith("stageVariables."):
        return [_placeholder("${" + name + "}")]
    if escaped:
        return ["${" + found.group(2) + "}"]
    if name in own:
        return own[name]
    if not _SUB_NAME.fullmatch(name):
        return _placeholders(found.group())
    return [_reference(name, found.group())]


def _join(argument: Data, levels: int) -> list[str | Deferred] | None:
    if not isinstance(argument, list) or len(argument) != 2:
        return None
    separator, values = argument
    if not isinstance(separator, str) or not isinstance(values, list):
        return None
    parts: list[str | Deferred] = []
    for number, value in enumerate(values):
        if isinstance(value, dict) and intrinsic_of(value) is not None:
            inner = _intrinsic(value, levels)
        elif value is None or isinstance(value, (dict, list)):
            return None
        else:
            inner = [_scalar(value)]
        parts.extend([separator, *inner] if number else inner)
    return parts if len(parts) <= _MOST_PARTS else None


def _scalar(value: str | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _placeholders(text: str) -> list[str | Deferred]:
    """Splits a plain string at its `${...}`; `$${` is how Terraform spells a literal `${`."""
    if "${" not in text:
        return [text]
    parts: list[str | Deferred] = []
    at = 0
    for start, end in _stretches(text):
        parts.append(text[at:start].replace("$${", "${"))
        parts.append(_placeholder(text[start:end]))
        at = end
    return [*parts, text[at:].replace("$${", "${")]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (start := text.find("${", at)) >= 0:
        if start > at - 1 and text[start - 1 : start] == "$" and start - 1 >= at:
            at = start + 2
            continue
        end = _closing(text, start + 2)
        if end is None:
            return
        yield start, end
        at = end


def _closing(text: str, at: int) -> int | None:
    """Returns where the placeholder ends whose inside begins at `at`; braces in quotes do not count."""
    depth = 1
    quoted: list[int] = []
    for found in re.compile(r'\\.|"|\$\{|[{}]', re.DOTALL).finditer(text, at):
        mark = found.group()
        if mark == '"':
            if quoted and quoted[-1] == depth:
                quoted.pop()
            else:
                quoted.append(depth)
        elif mark == "${" or (mark == "{" and not (quoted and quoted[-1] == depth)):
            depth += 1
        elif mark == "}" and not (quoted and quoted[-1] == depth):
            depth -= 1
            if depth == 0:
                return found.end()
    return None


def _placeholder(text: str) -> Deferred:
    inside = text[2:-1].strip()
    if _PSEUDO.fullmatch(inside):
        return Deferred("aws", inside, text)
    if inside.startswith("stageVariables."):
        return Deferred("stage", inside.removeprefix("stageVariables."), text)
    return Deferred("terraform", _IDENTIFIER.sub("_", inside).strip("_") or "value", text)
