"""The import document as a file of the module: plain JSON, or a template of Terraform where expressions stand in it.

In a template an expression is a call of jsonencode, so its value cannot break the document; every `${` and `%{` of
the document itself is escaped. A part that hangs on a condition is followed by a comma and a line break; a comma
before a closing bracket is taken out again after rendering, which no string can be hurt by: JSON strings hold no line
break.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from specforge.ir import Data, Text
from specforge.render import encode_hcl
from specforge.source import branches
from specforge.targets.terraform.blocks import Choice, Code, Listed, Literal, Quoted, Value, listed, mapped
from specforge.targets.terraform.spelling import Speller

_ABSENT = {"Ref": "AWS::NoValue"}


class Hole(str):
    """A text of the document that holds expressions; a string to everybody who only passes it on."""

    __slots__ = ("text",)
    text: Text

    @classmethod
    def of(cls, text: Text) -> Data:
        """Returns a hole for a text with expressions, the plain text for any other."""
        if text.literal is not None:
            return text.literal
        hole = cls(str(text))
        hole.text = text
        return hole


class Body:
    """Writes one document; afterwards `variables` says what its template asks for."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._names: dict[str, str] = {}
        self.has_conditions = False

    @property
    def variables(self) -> Mapping[str, Code]:
        """Returns the template's variables with the expressions that they stand for."""
        return {name: Code(code) for code, name in self._names.items()}

    @property
    def is_template(self) -> bool:
        """Tells whether any expression was written."""
        return bool(self._names)

    def write(self, document: Data) -> str:
        """Returns the document as a template."""
        return self._value(document, "") + "\n"

    def _value(self, value: Data, indent: str) -> str:
        if isinstance(value, Hole):
            return self._hole(value)
        if isinstance(value, dict) and value:
            return "{\n" + self._lines([*value.items()], indent + "  ") + indent + "}"
        if isinstance(value, list) and value:
            return "[\n" + self._lines([(None, item) for item in value], indent + "  ") + indent + "]"
        return literal_json(value)

    def _lines(self, members: list[tuple[str | None, Data]], indent: str) -> str:
        """Returns the members of an object, or without names the items of a list, a line each."""
        last = len(members) - 1
        conditional = any(self._branches(value) is not None for _, value in members)
        return "".join(
            self._member(name, value, indent, comma="," if conditional or number < last else "")
            for number, (name, value) in enumerate(members)
        )

    def _member(self, name: str | None, value: Data, indent: str, *, comma: str) -> str:
        choice = self._branches(value)
        if choice is None:
            key = f"{literal_json(name)}: " if name is not None else ""
            return f"{indent}{key}{self._value(value, indent)}{comma}\n"
        self.has_conditions = True
        condition = self._variable(self._speller.condition(choice[0]))
        then, otherwise = ("" if arm == _ABSENT else self._member(name, arm, indent, comma=comma) for arm in choice[1:])
        return f"%{{ if {condition} }}\n{then}%{{ else }}\n{otherwise}%{{ endif }}\n"

    def _branches(self, value: Data) -> tuple[str, Data, Data] | None:
        """Returns the condition and the branches of an Fn::If, as the document has it or as a text."""
        if isinstance(value, Hole):
            if len(value.text.parts) != 1:
                return None
            part = value.text.parts[0]
            value = part.source if not isinstance(part, str) else None
        choice = branches(value)
        return None if choice is None else (choice.condition, choice.then, choice.otherwise)

    def _hole(self, hole: Hole) -> str:
        value = self._speller.body_value(hole.text)
        if isinstance(value, Literal):
            return literal_json(value.value)
        return "${jsonencode(" + self._expression(value) + ")}"

    def _expression(self, value: Value) -> str:
        match value:
            case Literal(value=plain):
                return encode_hcl(plain)
            case Code():
                return self._variable(value)
            case Quoted(parts=parts):
                return '"' + "".join(map(self._quoted_part, parts)) + '"'
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return f"{self._variable(condition)} ? {self._expression(then)} : {self._expression(otherwise)}"
            case Listed(items=items):
                return f"[{', '.join(map(self._expression, items))}]"
            case _:
                raise TypeError(f"no text of a document becomes {type(value).__name__}")

    def _quoted_part(self, part: Literal | Code | Choice) -> str:
        return encode_hcl(part.value)[1:-1] if isinstance(part, Literal) else "${" + self._expression(part) + "}"

    def _variable(self, code: Code) -> str:
        """Returns the name by which the template knows an expression of the module."""
        if code.code not in self._names:
            name = code.code.removeprefix("var.").replace(".", "_")
            while name in self._names.values():
                name += "_"
            self._names[code.code] = name
        return self._names[code.code]


def argument(data: Data, speller: Speller) -> Value:
    """Returns a part of the document as an argument of a resource."""
    choice = branches(data)
    if choice is not None:
        then, otherwise = (
            Literal(None) if arm == _ABSENT else argument(arm, speller) for arm in (choice.then, choice.otherwise)
        )
        return Choice(speller.condition(choice.condition), then, otherwise)
    match data:
        case Hole(text=text):
            return speller.value(text)
        case dict():
            return mapped({name: argument(value, speller) for name, value in data.items()})
        case list():
            return listed(*(argument(each, speller) for each in data))
        case _:
            return Literal(data)


def literal_json(value: Data) -> str:
    """Returns JSON in which no interpolation and no directive starts."""
    return json.dumps(value, ensure_ascii=False).replace("${", "$${").replace("%{", "%%{")
