"""Api → what the templates print: every text, anchor and file name decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from specforge.clients.grouping import OperationGroup, group_operations, report_branches
from specforge.diagnostics import Report
from specforge.ir import Api, Operation, Schema, Server
from specforge.ir.walk import walk_schema
from specforge.targets.docs.access import SIGNATURE, Scheme, schemes_of
from specforge.targets.docs.anchors import Anchors, SchemaAnchors, file_names
from specforge.targets.docs.bodies import Bodies, shared_name
from specforge.targets.docs.browsers import browsers
from specforge.targets.docs.gateway_errors import GatewayError, errors_of
from specforge.targets.docs.operations import Operations, OperationView, domain_url, link
from specforge.targets.docs.prose import Prose, Words, code
from specforge.targets.docs.quotas import Limit, limits_of
from specforge.targets.docs.shapes import Shape, Shapes

MOST_INLINED = 3_000
"""Above as many properties, bodies link to the shared schemas instead of repeating them."""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The operations of a tag, and the file that holds them as Markdown."""

    name: str
    anchor: str
    file: str
    words: Words
    operations: tuple[OperationView, ...]


class SchemaView(msgspec.Struct, frozen=True, kw_only=True):
    """A shared schema."""

    name: str
    anchor: str
    shape: Shape


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The whole documentation; `facts` are contact, licence and the like."""

    title: str
    version: str
    internal: bool
    words: Words
    facts: tuple[tuple[str, Words], ...]
    servers: tuple[tuple[str, Words], ...]
    schemes: tuple[Scheme, ...]
    limits: tuple[Limit, ...]
    browsers: Words
    errors: tuple[GatewayError, ...]
    groups: tuple[Group, ...]
    schemas: tuple[SchemaView, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The documentation with the HTML page's own style and script; the hashes are for its security policy."""

    view: View
    style: str
    script: str
    style_hash: str
    script_hash: str


def view_of(api: Api, *, title: str | None, internal: bool, report: Report) -> View:
    """Returns the view of an API; reports the schemas that are not shown whole."""
    prose, anchors = Prose(), Anchors()
    scheme_anchors = _scheme_anchors(api, anchors)
    schema_anchors = SchemaAnchors(api.schemas, anchors)
    shapes = Shapes(api.schemas, schema_anchors, prose, report)
    groups = group_operations(api)
    report_branches(api, report)
    bodies = Bodies(shapes, api.schemas, prose, inlined=_fits(groups, api.schemas))
    operations = Operations(api, shapes, bodies, prose, schemes=scheme_anchors, internal=internal)
    shown = tuple(_groups(groups, operations, anchors, prose))
    return View(
        title=title or api.title or "API",
        version=api.version,
        internal=internal,
        words=prose.words(api.description),
        facts=tuple((name, prose.own(words)) for name, words in _facts(api)),
        servers=tuple(_servers(api, prose)),
        schemes=schemes_of(api, scheme_anchors, prose),
        limits=limits_of(api, prose),
        browsers=prose.own(browsers(api)),
        errors=errors_of(api),
        groups=shown,
        schemas=_schemas(api, shapes, schema_anchors),
    )


def _schemas(api: Api, shapes: Shapes, anchors: SchemaAnchors) -> tuple[SchemaView, ...]:
    """Returns the shared schemas; showing one may lead to further ones, in other files of the document."""
    shown: dict[str, SchemaView] = {}
    while waiting := [name for name in api.schemas if name not in shown]:
        for name in waiting:
            shown[name] = SchemaView(name=name, anchor=anchors.find(name) or "", shape=shapes.of_named(name))
    return tuple(shown.values())


def _scheme_anchors(api: Api, anchors: Anchors) -> Mapping[str, str]:
    found = {name: anchors.take("auth", name) for name in api.security_schemes}
    if any(operation.auth is not None for operation in api.operations):
        found[SIGNATURE] = anchors.take("auth", "aws-signature")
    return found


def _groups(
    groups: tuple[OperationGroup, ...], operations: Operations, anchors: Anchors, prose: Prose
) -> Iterator[Group]:
    for group, file in zip(groups, file_names(group.name for group in groups), strict=True):
        yield Group(
            name=group.name,
            anchor=anchors.take("tag", group.name),
            file=f"{file}.md",
            words=prose.words(group.description),
            operations=tuple(operations.of(each, anchors.of_operation(each)) for each in group.operations),
        )


def _servers(api: Api, prose: Prose) -> Iterator[tuple[str, Words]]:
    """Yields the base URLs; one with an expression of the deployment in it says nothing to a caller."""
    known = [server for server in api.servers if "${" not in server.url]
    for server in known:
        yield server.url, prose.words(_described(server))
    url = domain_url(api)
    if url is not None and not known:
        yield url, prose.words(None)


def _described(server: Server) -> str:
    defaults = [f"{code('{' + name + '}')} is {code(value)} by default" for name, value in server.variables.items()]
    return "; ".join(part for part in (server.description, *defaults) if part)


def _facts(api: Api) -> Iterator[tuple[str, str]]:
    contact = api.contact
    if contact is not None:
        if contact.url:
            yield "Contact", link(contact.name, contact.url)
        if contact.email:
            yield "E-mail", link(contact.email, f"mailto:{contact.email}")
        if contact.license_name or contact.license_url:
            yield "Licence", link(contact.license_name, contact.license_url or "")
        if contact.terms_of_service:
            yield "Terms of service", link(None, contact.terms_of_service)
    url = api.external_docs.get("url")
    if isinstance(url, str):
        yield "More", link(api.external_docs.get("description"), url)


def _fits(groups: tuple[OperationGroup, ...], schemas: Mapping[str, Schema]) -> bool:
    """Tells whether shared schemas can be shown at every body that uses them, the page staying small."""
    count = 0
    for group in groups:
        for operation in group.operations:
            for schema in _bodies_of(operation):
                name = shared_name(schema)
                count += sum(1 for _ in walk_schema(schemas[name])) if name is not None and name in schemas else 0
                if count > MOST_INLINED:
                    return False
    return True


def _bodies_of(operation: Operation) -> Iterator[Schema]:
    requests = operation.body.content if operation.body is not None else ()
    answers = (content for response in operation.responses for content in response.content)
    yield from (content.schema for content in (*requests, *answers) if content.schema is not None)
