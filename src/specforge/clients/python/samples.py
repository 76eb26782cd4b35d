"""How an operation is called, as Python source: for the README and the documentation."""

from __future__ import annotations

from collections.abc import Mapping

from specforge.clients.python.calls import Argument, Call, CallGroup
from specforge.clients.python.definitions import Alias, EnumClass, ModelClass, Type
from specforge.clients.python.layout import WIDTH, Bracket, Node, call, lay_out, literal, prefixed
from specforge.clients.python.schema_types import TypeBook
from specforge.clients.sampling import sample_content, sample_parameter, weigh
from specforge.ir import Content, Data, Schema

Schemas = Mapping[str, Schema]
MOST_OPTIONAL = 2
LONGEST_OPTIONAL = 8
DATES = {"dt.datetime": "dt.datetime.fromisoformat", "dt.date": "dt.date.fromisoformat", "UUID": "UUID"}


class Sampler:
    """Writes calls with example values; remembers which names the samples import."""

    def __init__(self, book: TypeBook, schemas: Schemas) -> None:
        self._schemas = schemas
        self._definitions = {d.name: d for module in book.modules for d in module.definitions}
        self._aliases: set[tuple[str, int]] = set()
        self.imports: set[str] = set()

    def call_of(self, call_: Call, group: CallGroup) -> str:
        """Returns the statement that calls an operation with what it requires."""
        self.imports = set()
        arguments = [self._argument(argument, call_) for argument in call_.arguments if argument.required]
        called = call(f"client.{group.attribute}.{call_.name}", arguments)
        if call_.result.text == "None":
            return lay_out(called)
        if len("result = " + called.opening) > WIDTH >= 4 + len(called.opening):
            return f"result = (\n    {lay_out(called, indent=4)}\n)"
        return lay_out(called, before="result = ")

    def _argument(self, argument: Argument, call_: Call) -> Node:
        if argument.location == "method":
            return '"GET"'
        if argument.location == "body" and call_.content is not None:
            value = self._body(call_.content)
        elif argument.source is not None:
            value = sample_parameter(argument.source, self._schemas)
        else:
            value = "path"
        node = self.expression(argument.type.text, value)
        return node if argument.location in ("path", "body") else prefixed(f"{argument.name}=", node)

    def _body(self, content: Content) -> Data:
        """Returns what a body requires; where that is nothing, a few of its properties show what it is for."""
        required = sample_content(content, self._schemas, optional=False)
        if required != {}:
            return required
        whole = sample_content(content, self._schemas)
        if not isinstance(whole, dict):
            return required
        brief = [(name, value) for name, value in whole.items() if weigh(value) <= LONGEST_OPTIONAL]
        return dict(brief[:MOST_OPTIONAL])

    def expression(self, type_: str, value: Data) -> Node:
        """Returns the Python expression of a JSON value, as a type wants it."""
        if value is None:
            return "None"
        definition = self._definitions.get(type_)
        match definition:
            case ModelClass() if isinstance(value, dict):
                return self._model(definition, value)
            case EnumClass():
                return self._member(definition, value)
            case Alias():
                return self._alias(definition, value)
            case _:
                return self._inline(type_, value)

    def _model(self, definition: ModelClass, value: Mapping[str, Data]) -> Node:
        self.imports.add(definition.name)
        items: list[Node] = []
        for field in definition.fields:
            if field.wire in value and field.default in (None, "UNSET"):
                type_ = field.type.text.removesuffix(" | Unset").removesuffix(" | None")
                items.append(prefixed(f"{field.attribute}=", self.expression(type_, value[field.wire])))
        return call(definition.name, items)

    def _member(self, definition: EnumClass, value: Data) -> Node:
        self.imports.add(definition.name)
        names = [name for name, known in definition.members if known == value]
        return f"{definition.name}.{names[0]}" if names else call(definition.name, [literal(value)])

    def _alias(self, definition: Alias, value: Data) -> Node:
        """Returns a value as the member that fits; as plain data where aliases only lead to each other."""
        step = (definition.name, id(value))
        if step in self._aliases:
            return literal(value)
        self._aliases.add(step)
        try:
            return self._member_of(definition, value)
        finally:
            self._aliases.discard(step)

    def _member_of(self, definition: Alias, value: Data) -> Node:
        if isinstance(value, dict) and definition.property in value:
            named = dict(definition.mapping).get(str(value[definition.property]))
            if named is not None:
                return self.expression(named, value)
        best = max(definition.members, key=lambda member: self._fit(member, value))
        return self.expression(best.text, value)

    def _fit(self, type_: Type, value: Data) -> int:
        definition = self._definitions.get(type_.text)
        if isinstance(definition, ModelClass) and isinstance(value, dict):
            missing = any(field.wire not in value for field in definition.fields if field.default is None)
            return -1 if missing else 1 + sum(field.wire in value for field in definition.fields)
        return 0 if definition is None else -1

    def _inline(self, type_: str, value: Data) -> Node:
        if type_.startswith("list[") and type_.endswith("]") and isinstance(value, list):
            return Bracket("[", tuple(self.expression(type_[5:-1], item) for item in value), "]")
        if type_.startswith("dict[str, ") and type_.endswith("]") and isinstance(value, dict):
            return literal(value) if type_ == "dict[str, Any]" else self._mapping(type_[10:-1], value)
        if type_ in DATES and isinstance(value, str):
            self.imports.add(type_)
            return call(DATES[type_], [literal(value)])
        if type_.startswith("bytes") and isinstance(value, str):
            return "b" + str(literal(value)) if value.isascii() and value.isprintable() else 'b"..."'
        first = next((part for part in type_.split(" | ") if part in self._definitions and part != type_), None)
        return self.expression(first, value) if first is not None else literal(value)

    def _mapping(self, type_: str, value: Mapping[str, Data]) -> Node:
        items = (prefixed(f"{literal(key)}: ", self.expression(type_, item)) for key, item in value.items())
        return Bracket("{", tuple(items), "}")
