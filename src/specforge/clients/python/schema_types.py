"""Python types of schemas.

Input: the schemas of an API. Output: for each use the text of a type, and the classes and aliases that these
texts name, in modules. Decides every name; knows nothing of layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specforge.clients.naming import UniqueNames, split_words
from specforge.clients.python.definitions import (
    ANY,
    Alias,
    Context,
    Definition,
    EnumClass,
    ModelClass,
    ModelField,
    ModelModule,
    Type,
    enum_base,
    join,
    literal_type,
    scalar_type,
    unique_types,
)
from specforge.clients.python.naming import constant, module, pascal, snake
from specforge.clients.python.shapes import Merging, TooLargeError, is_object, names_below
from specforge.clients.python.unions import UnionBook, target
from specforge.diagnostics import Origin, Report
from specforge.ir import (
    AllOf,
    Annotations,
    Anything,
    Api,
    Array,
    Discriminator,
    Enum,
    InvalidSchema,
    Named,
    Not,
    Nothing,
    Object,
    OneOf,
    Property,
    Scalar,
    Schema,
)
from specforge.render import encode_py

RESERVED = (
    *("Annotated", "Any", "ClassVar", "Client", "Credentials", "Discriminator", "Enum", "File", "Literal", "Mapping"),
    *("Model", "OpenIntEnum", "OpenStrEnum", "Operation", "RequestOptions", "Response", "Style", "SyncClient"),
    *("TYPE_CHECKING", "TypeAlias", "UNSET", "UUID", "Union", "Unknown", "Unset", "Self", "Type", "Transport"),
)
"""Names that generated modules use; a schema called so becomes `<Name>Model`."""

FIELDS_TAKEN = (
    "extra",
    "from_dict",
    "to_dict",
    "wire_names",
    "read_only",
    "dt",
    "self",
    "bool",
    "bytes",
    "dict",
    "float",
    "int",
    "list",
    "str",
)
LONGEST_INLINE = 40


class TypeBook:
    """Knows the Python type of every schema of an API; collects the definitions as types are asked for."""

    def __init__(self, api: Api, report: Report, reserved: Iterable[str] = ()) -> None:
        self._schemas = api.schemas
        self._unions = UnionBook(api.schemas)
        self._merging = Merging(api.schemas)
        self._sent = names_below(_bodies(api), api.schemas)
        self._is_sent = False
        self._report = report
        self._names = UniqueNames((*RESERVED, *reserved))
        self._classes: dict[str, str] = {}
        self._written: set[str] = set()
        self._open: list[Definition] = []
        self._inline: dict[int, tuple[Schema, Type]] = {}
        self._defined: dict[str, str] = {}
        self._modules = UniqueNames()
        self.fields: dict[str, ModelClass] = {}
        self.enums: dict[str, EnumClass] = {}
        self.modules: list[ModelModule] = []
        for name in api.schemas:
            self._name_schema(name)

    def define_all(self) -> None:
        """Writes the modules of the named schemas that are more than another word for a plain type.

        To be called again at the end: schemas that references find outside the components get their names late.
        """
        while fresh := [name for name in self._schemas if name not in self._written]:
            self._written.update(fresh)
            for name in fresh:
                schema = self._schemas[name]
                if not self._is_plain(schema):
                    start = len(self._open)
                    self._define_named(name, schema)
                    self._close(self.class_name(name), start)

    def type_of(self, schema: Schema | None, context: Context) -> Type:
        """Returns the type of a schema; what it defines in passing is named after `context`."""
        if schema is None:
            return ANY
        return self._bare(schema, context).optional(nullable=self._unions.is_nullable(schema))

    def type_in_module(self, schema: Schema | None, context: str, *, is_sent: bool = False) -> Type:
        """Returns the type of a schema that stands outside the named ones; its classes get a module of their own.

        `is_sent` tells that the value is part of requests, so that what is read-only in it may be absent.
        """
        start = len(self._open)
        self._is_sent = is_sent
        type_ = self.type_of(schema, Context(context))
        self._close(context, start)
        return type_

    def class_name(self, name: str) -> str:
        """Returns the class of a named schema."""
        if name not in self._classes:
            self._name_schema(name)
        return self._classes[name]

    def module_of(self, class_name: str) -> str | None:
        """Returns the module that defines a class or alias."""
        return self._defined.get(class_name)

    def _close(self, context: str, start: int) -> None:
        definitions, self._open[start:] = tuple(self._open[start:]), []
        if definitions:
            name = self._modules.take(module(snake(split_words(context), "model")))
            self.modules.append(ModelModule(name, definitions))
            self._defined.update({definition.name: name for definition in definitions})

    def _name_schema(self, name: str) -> None:
        wanted = pascal(name, "Model")
        taken = self._names.take(wanted, "")
        if taken != wanted and wanted in RESERVED:
            taken = self._names.take(wanted + "Model", "")
        if taken not in (wanted, wanted + "Model"):
            message = f"the schema {name} is called {taken} in Python: {wanted} is another one's name"
            self._report.add("model-name-clash", self._origin(name), message, on_key=True)
        self._classes[name] = taken

    def _origin(self, name: str) -> Origin:
        return self._schemas[name].origin

    def _is_plain(self, schema: Schema) -> bool:
        """Tells whether a named schema is only another word for a type that stands inline."""
        schema = target(schema, self._schemas)
        if isinstance(schema, Scalar | Anything | InvalidSchema | Not | Nothing):
            return True
        if isinstance(schema, Enum):
            return enum_base(schema) is None
        return isinstance(schema, Object) and not is_object(schema) and isinstance(schema.additional, bool)

    def _bare(self, schema: Schema, context: Context) -> Type:
        match schema:
            case Named(name=name):
                return self._named(name, context)
            case Scalar():
                return scalar_type(schema)
            case Enum():
                return self._enum(schema, context)
            case Array():
                return self._array(schema, context)
            case Object() if is_object(schema):
                return self._class(schema, schema.properties, context)
            case Object():
                return self._mapping(schema, context)
            case OneOf():
                return self._union(schema, context)
            case AllOf():
                return self._all_of(schema, context)
            case Anything() | Not() | Nothing() | InvalidSchema():
                return ANY

    def _named(self, name: str, context: Context) -> Type:
        schema = self._schemas.get(name)
        if schema is None:
            return ANY
        settled = target(schema, self._schemas)
        if self._is_plain(schema):
            return ANY if isinstance(settled, Named) else self._bare(settled, context)
        class_name = self.class_name(name)
        return Type(class_name, frozenset({class_name}))

    def _define_named(self, name: str, schema: Schema) -> None:
        taken = self.class_name(name)
        self._is_sent = name in self._sent
        type_ = self._bare(schema, Context(taken, owned=True))
        if type_.text != taken:
            self._open.append(Alias(taken, schema.annotations.description, (type_,)))

    def _take(self, context: Context) -> str:
        """Returns the name of a class: the schema's own, else a free one."""
        return context.name if context.owned else self._names.take(context.name, "")

    def _array(self, schema: Array, context: Context) -> Type:
        if schema.prefix_items:
            members = tuple(self.type_of(item, context.child("Item")) for item in (*schema.prefix_items, schema.items))
            item = join(members)
        else:
            item = self.type_of(schema.items, context.child("Item"))
        return Type(f"list[{item.text}]", item.uses)

    def _mapping(self, schema: Object, context: Context) -> Type:
        if isinstance(schema.additional, bool):
            return Type("dict[str, Any]", ANY.uses)
        value = self.type_of(schema.additional, context.child("Value"))
        return Type(f"dict[str, {value.text}]", value.uses)

    def _all_of(self, schema: AllOf, context: Context) -> Type:
        telling = [m for m in schema.members if not isinstance(m, Anything | InvalidSchema | Not)]
        if len(telling) == 1:
            return self._bare(telling[0], context)
        try:
            properties = self._merging.find_merged(schema)
        except TooLargeError:
            self._give_up(schema)
            return Type("dict[str, Any]", ANY.uses)
        if properties is not None:
            return self._class(schema, properties, context)
        return self._bare(telling[0], context) if telling else ANY

    def _give_up(self, schema: Schema) -> None:
        message = "schemas that use each other without end; the Python client takes any value here"
        self._report.add("schema-too-large-for-client", schema.origin, message)

    def _enum(self, schema: Enum, context: Context) -> Type:
        values = [value for value in schema.values if value is not None]
        base = enum_base(schema)
        if base is None:
            return literal_type(values)
        name = self._take(context)
        names = UniqueNames(("NAME", "VALUE"))
        unique: dict[str | int, str] = {}
        for value in values:
            if isinstance(value, str | int) and value not in unique:
                unique[value] = names.take(constant(str(value), "VALUE"))
        members = tuple((member, value) for value, member in unique.items())
        definition = EnumClass(name, schema.annotations.description, base, members)
        self._open.append(definition)
        self.enums[name] = definition
        return Type(name, frozenset({name}))

    def _class(self, schema: Schema, properties: Iterable[Property], context: Context) -> Type:
        name = self._take(context)
        position = len(self._open)
        attributes = UniqueNames(FIELDS_TAKEN)
        fields = []
        seen: dict[str, Property] = {prop.name: prop for prop in properties}
        for prop in seen.values():
            attribute = attributes.take(snake(split_words(prop.name), "field"), "_")
            fields.append(self._field(prop, attribute, Context(name + pascal(prop.name, "Field"))))
        additional = schema.additional if isinstance(schema, Object) else True
        extra = None if isinstance(additional, bool) else self.type_of(additional, Context(f"{name}Value"))
        if extra is not None and extra.text == "Any":
            extra = None
        definition = ModelClass(name, schema.annotations.description, tuple(fields), extra)
        self._open.insert(position, definition)
        self.fields[name] = definition
        return Type(name, frozenset({name}))

    def _field(self, prop: Property, attribute: str, context: Context) -> ModelField:
        type_ = self.type_of(prop.schema, context)
        default = None
        if not prop.required or (self._is_sent and prop.schema.annotations.read_only):
            type_ = Type(f"{type_.text} | Unset", type_.uses | {"Unset", "UNSET"})
            default = "UNSET"
        elif prop.schema.annotations.write_only:
            type_ = Type(f"{type_.text} | Unset", type_.uses | {"Unset"})
        elif type_.text.startswith("Literal[") and isinstance(prop.schema, Enum):
            default = encode_py(prop.schema.values[0]) if len(prop.schema.values) == 1 else None
        description = prop.schema.annotations.description
        return ModelField(attribute, prop.name, type_, default, description, prop.schema)

    def _union(self, schema: OneOf, context: Context) -> Type:
        found = self._unions.members_of(schema)
        if found is None:
            self._give_up(schema)
            return ANY
        members = unique_types(
            self._bare(member, context.child(variant(member, number))) for number, member in enumerate(found, 1)
        )
        if not members:
            return Type("None")
        if any(member.text == "Any" for member in members):
            return ANY
        if len(members) == 1:
            return members[0]
        classes = {name for member in members for name in member.uses if name[:1].isupper()} - {"UUID", "Literal"}
        if classes:
            members = (*members, Type("Unknown", frozenset({"Unknown"})))
        joined = join(members)
        discriminator = schema.discriminator
        if not context.owned and discriminator is None and len(joined.text) <= LONGEST_INLINE:
            return joined
        name = self._take(context)
        self._open.append(self._union_alias(name, schema.annotations, members, discriminator))
        return Type(name, frozenset({name}))

    def _union_alias(
        self, name: str, annotations: Annotations, members: tuple[Type, ...], discriminator: Discriminator | None
    ) -> Alias:
        if discriminator is None:
            return Alias(name, annotations.description, members)
        texts = {member.text for member in members}
        mapping = {schema: class_name for schema, class_name in self._classes.items() if class_name in texts}
        for value, schema in discriminator.mapping.items():
            if self._classes.get(schema) in texts:
                mapping[value] = self._classes[schema]
        return Alias(name, annotations.description, members, discriminator.property, tuple(sorted(mapping.items())))


def _bodies(api: Api) -> Iterator[Schema]:
    for operation in api.operations:
        for content in operation.body.content if operation.body is not None else ():
            if content.schema is not None:
                yield content.schema


def variant(schema: Schema, number: int) -> str:
    """Returns what is added to a union's name to name one of its members."""
    title = schema.annotations.title
    return pascal(title, "Variant") if title else f"Variant{number}"
