"""Operations with their parameters, bodies and responses."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.ir.authorizer import Iam, SecurityRequirement
from specforge.ir.integration import Integration
from specforge.ir.lazy import Lazy
from specforge.ir.schema import NOTHING, Schema
from specforge.source import Data


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A named example; `value` is None with `external` set when it stands elsewhere."""

    name: str
    value: Data
    summary: str | None = None
    external: str | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """A body in one media type."""

    media_type: str
    lazy_schema: Lazy[Schema] | None = None
    examples: tuple[Example, ...] = ()
    encoding: Mapping[str, Data] = NOTHING
    origin: Origin

    @property
    def schema(self) -> Schema | None:
        """Returns the schema, built on first use; None when the document gives none."""
        return None if self.lazy_schema is None else self.lazy_schema.get()


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter; `location` is path, query, header or cookie.

    A path parameter that only the path names has `declared` false. `content` replaces the schema
    for parameters that are serialised by a media type.
    """

    name: str
    location: str
    required: bool = False
    declared: bool = True
    lazy_schema: Lazy[Schema] | None = None
    content: tuple[Content, ...] = ()
    description: str | None = None
    deprecated: bool = False
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    allow_empty_value: bool = False
    examples: tuple[Example, ...] = ()
    extra: Mapping[str, Data] = NOTHING
    origin: Origin

    @property
    def schema(self) -> Schema | None:
        """Returns the schema, built on first use; None when the document gives none."""
        return None if self.lazy_schema is None else self.lazy_schema.get()


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A request body; form parameters of OpenAPI 2.0 are read as one."""

    content: tuple[Content, ...] = ()
    required: bool = False
    description: str | None = None
    origin: Origin


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """A response header."""

    name: str
    required: bool = False
    lazy_schema: Lazy[Schema] | None = None
    description: str | None = None
    deprecated: bool = False
    origin: Origin

    @property
    def schema(self) -> Schema | None:
        """Returns the schema, built on first use; None when the document gives none."""
        return None if self.lazy_schema is None else self.lazy_schema.get()


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """A response; `status` is as the document has it: 200, 4XX or default."""

    status: str
    description: str = ""
    headers: tuple[Header, ...] = ()
    content: tuple[Content, ...] = ()
    links: Mapping[str, Data] = NOTHING
    origin: Origin


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A CloudFormation condition under which a part exists: the branch of an Fn::If that `holds` names."""

    condition: str
    holds: bool


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one path, as API Gateway sees it.

    `method` is upper case, ANY for `x-amazon-apigateway-any-method`. An `Fn::If` around the path
    item, the operation or the integration yields one Operation per branch, told apart by `when`.
    `security` is what applies (the operation's own, else the document's); None when neither says
    anything. `security_inherited` tells the two apart. `auth` is `x-amazon-apigateway-auth`: Iam,
    or None when absent or NONE (`auth_declared`). `validator` is the name that applies.
    """

    method: str
    path: str
    operation_id: str | None = None
    summary: str | None = None
    description: str | None = None
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[SecurityRequirement, ...] | None = None
    security_inherited: bool = False
    auth: Iam | None = None
    auth_declared: bool = False
    validator: str | None = None
    validator_origin: Origin | None = None
    integration: Integration | None = None
    is_default_route: bool = False
    api_key_required: bool = False
    when: tuple[When, ...] = ()
    allow: Mapping[str, Data] = NOTHING
    extra: Mapping[str, Data] = NOTHING
    origin: Origin

    def __str__(self) -> str:
        """Returns `GET /orders`, the way AWS and our messages name a method."""
        return f"{self.method} {self.path}"

    def parameters_in(self, location: str) -> tuple[Parameter, ...]:
        """Returns the parameters of one location: path, query, header or cookie."""
        return tuple(parameter for parameter in self.parameters if parameter.location == location)
