"""Models as the templates see them: every name, default and import decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from specforge.clients.python.annotations import annotate, class_head
from specforge.clients.python.definitions import Alias, EnumClass, ModelClass, ModelField, ModelModule
from specforge.clients.python.layout import WIDTH, Bracket, Node, assign, call, lay_out, literal, wrap
from specforge.clients.python.schema_types import TypeBook
from specforge.render import encode_py
from specforge.targets.python_client.text import Docstring, docstring, export_order, import_lines, import_order, natural

TYPING = frozenset({"Annotated", "Any", "Literal"})
RUNTIME = frozenset({"Discriminator", "File", "UNSET", "Unknown", "Unset"})


class FieldView(NamedTuple):
    """A line of a dataclass and the lines that describe it."""

    line: str
    doc: Docstring | None


class DefinitionView(NamedTuple):
    """A class or an alias; `kind` is model, enum or alias."""

    kind: str
    name: str
    base: str
    doc: Docstring
    fields: tuple[FieldView, ...]
    wire_names: str | None
    text: str
    read_only: str | None = None


class ModuleView(NamedTuple):
    """A module of models."""

    doc: Docstring
    imports: tuple[str, ...]
    relative: tuple[str, ...]
    typing_imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]


class IndexView(NamedTuple):
    """The package of all models: which module holds which name."""

    imports: tuple[str, ...]
    modules: Mapping[str, str]
    table: str
    names: str


def models_index(book: TypeBook) -> IndexView:
    """Returns the view of `models/__init__.py`."""
    by_module = sorted(
        ((module.name, sorted((d.name for d in module.definitions), key=import_order)) for module in book.modules),
        key=lambda entry: natural(entry[0]),
    )
    modules = {name: module for module, names in by_module for name in names}
    imports = tuple(
        line
        for module, names in by_module
        for name in names
        for line in import_lines(f".{module}", [f"{name} as {name}"], indent=4)
    )
    ordered = sorted(modules, key=export_order)
    table = {name: modules[name] for name in sorted(modules)}
    return IndexView(
        imports=imports,
        modules=modules,
        table=lay_out(literal(table), before="_MODULES: dict[str, str] = "),
        names=lay_out(literal(ordered), before="__all__ = "),
    )


def module_view(module: ModelModule, index: IndexView) -> ModuleView:
    """Returns the view of one module of models."""
    uses = set().union(*(_uses(definition) for definition in module.definitions))
    own = {definition.name for definition in module.definitions}
    others: dict[str, list[str]] = {}
    for name in uses - own:
        if name in index.modules:
            others.setdefault(index.modules[name], []).append(name)
    return ModuleView(
        doc=docstring(f"The model {module.definitions[0].name}.", indent=0),
        imports=_standard_imports(module, uses, has_others=bool(others)),
        relative=import_lines(".._runtime", _runtime_names(module, uses)),
        typing_imports=tuple(
            line
            for source in sorted(others, key=natural)
            for line in import_lines(f".{source}", others[source], indent=4)
        ),
        definitions=tuple(_definition_view(definition) for definition in module.definitions),
    )


def _uses(definition: ModelClass | EnumClass | Alias) -> set[str]:
    match definition:
        case ModelClass(fields=fields, extra=extra):
            used: set[str] = set().union(*(field.type.uses for field in fields), extra.uses if extra else ())
            variables = {"ClassVar"} if _wire_names(fields) or _read_only(fields) else set[str]()
            return used | variables | ({"Mapping"} if _wire_names(fields) else set[str]())
        case EnumClass():
            return set()
        case Alias():
            union = {"Union"} if len(definition.members) > 1 else set()
            annotated = {"Annotated", "Discriminator"} if definition.property is not None else set()
            return {"TypeAlias"} | union | annotated | set().union(*(member.uses for member in definition.members))


def _standard_imports(module: ModelModule, uses: set[str], *, has_others: bool) -> tuple[str, ...]:
    models = [definition for definition in module.definitions if isinstance(definition, ModelClass)]
    typing = uses & {"Annotated", "Any", "ClassVar", "Literal", "TypeAlias", "Union"}
    typing |= {"TYPE_CHECKING"} if has_others else set()
    typing |= {"Any"} if any(model.extra for model in models) else set()
    dataclass = {"dataclass"} if models else set()
    dataclass |= {"field"} if any(model.extra for model in models) else set()
    return (
        *(("import datetime as dt",) if "dt" in uses else ()),
        *import_lines("collections.abc", uses & {"Mapping"}),
        *import_lines("dataclasses", dataclass),
        *import_lines("typing", typing),
        *import_lines("uuid", uses & {"UUID"}),
    )


def _runtime_names(module: ModelModule, uses: set[str]) -> set[str]:
    bases = {definition.base for definition in module.definitions if isinstance(definition, EnumClass)}
    bases |= {"Model" for definition in module.definitions if isinstance(definition, ModelClass)}
    return (uses & RUNTIME) | bases


def _definition_view(definition: ModelClass | EnumClass | Alias) -> DefinitionView:
    match definition:
        case ModelClass():
            return _model_view(definition)
        case EnumClass():
            members = tuple(
                FieldView(assign(name, encode_py(value), indent=4), None) for name, value in definition.members
            )
            doc = docstring(definition.description, indent=4, fallback=f"Values of {definition.name}.")
            return DefinitionView(
                "enum",
                definition.name,
                definition.base,
                doc,
                members,
                None,
                class_head(definition.name, definition.base),
            )
        case Alias():
            doc = docstring(definition.description, indent=0, fallback=f"The schema {definition.name}.")
            node = _alias_node(definition)
            target = f"{definition.name}: TypeAlias"
            text = assign(target, node) if isinstance(node, str) else _bracketed(target, node)
            return DefinitionView("alias", definition.name, "", doc, (), None, text)


def _bracketed(target: str, node: Bracket) -> str:
    """Returns an assignment; a bracket that cannot open beside a long name is put into parentheses if it fits there."""
    inside = f"    {lay_out(node, indent=4)}"
    opens_late = len(f"{target} = {node.opening}") > WIDTH >= len(f"{target} = (")
    if opens_late and all(len(line) <= WIDTH for line in inside.splitlines()):
        return f"{target} = (\n{inside}\n)"
    return lay_out(node, before=f"{target} = ")


def _model_view(model: ModelClass) -> DefinitionView:
    fields = [_field_view(field) for field in model.fields]
    if model.extra is not None:
        default = call("field", ["default_factory=dict[str, Any]", "repr=False"])
        line = lay_out(default, indent=4, before=f"extra: dict[str, {model.extra.text}] = ")
        fields.append(FieldView(line, None))
    wire = _wire_names(model.fields)
    names = lay_out(literal(wire), indent=4, before="wire_names: ClassVar[Mapping[str, str]] = ") if wire else None
    doc = docstring(model.description, indent=4, fallback=f"The schema {model.name}.")
    head = class_head(model.name, "Model")
    return DefinitionView("model", model.name, "Model", doc, tuple(fields), names, head, _read_only_line(model))


def _read_only_line(model: ModelClass) -> str | None:
    """Returns the class variable that keeps what only the server sets out of requests."""
    names = _read_only(model.fields)
    if not names:
        return None
    given = Bracket("frozenset({", tuple(map(literal, names)), "})")
    return lay_out(given, indent=4, before="read_only: ClassVar[frozenset[str]] = ")


def _read_only(fields: tuple[ModelField, ...]) -> tuple[str, ...]:
    return tuple(sorted(field.wire for field in fields if field.schema.annotations.read_only))


def _wire_names(fields: tuple[ModelField, ...]) -> dict[str, str]:
    return {field.attribute: field.wire for field in fields if field.attribute != field.wire}


def _field_view(field: ModelField) -> FieldView:
    doc = docstring(field.description, indent=4) if wrap(field.description, indent=4) else None
    return FieldView(annotate(field.attribute, field.type.text, field.default, indent=4), doc)


def _alias_node(alias: Alias) -> Node:
    """Returns the right side of an alias: models quoted, so that importing one imports no other."""
    if len(alias.members) == 1:
        return literal(alias.members[0].text)
    members = tuple(member.text if member.text == "Unknown" else encode_py(member.text) for member in alias.members)
    union = Bracket("Union[", members, "]")
    if alias.property is None:
        return union
    discriminator = call("Discriminator", [literal(alias.property), literal(dict(alias.mapping))])
    return Bracket("Annotated[", (union, discriminator), "]")
