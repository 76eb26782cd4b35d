"""Walks over the model: every node of an API, every schema below a schema.

Without recursion: a walk is as deep as the document, and documents are hostile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from specforge.ir.api import Api, EndpointConfiguration, HttpCors, RequestValidator, Server, SharedIntegration, Tag
from specforge.ir.authorizer import (
    Cognito,
    Iam,
    Jwt,
    LambdaRequest,
    LambdaToken,
    SecurityRequirement,
    SecurityScheme,
    SecurityUse,
)
from specforge.ir.deployment import (
    AccessLog,
    Alarm,
    Alarms,
    Allowance,
    Cache,
    Canary,
    CorsPolicy,
    Deployment,
    Domain,
    Endpoint,
    Function,
    MethodCache,
    Quota,
    Stage,
    Throttle,
    UsagePlan,
    VpcLink,
)
from specforge.ir.documentation import Documentation, DocumentationPart
from specforge.ir.gateway_response import GatewayResponse
from specforge.ir.integration import (
    AwsService,
    Http,
    HttpProxy,
    IntegrationResponse,
    IntegrationSettings,
    Invalid,
    Lambda,
    LambdaProxy,
    Mock,
    ParameterMapping,
    ServiceProxy,
    ShortForm,
    Template,
    Tls,
)
from specforge.ir.needs import NeededBucket, NeededFunction, NeededRole
from specforge.ir.operation import Body, Content, Header, Operation, Parameter, Response
from specforge.ir.policy import Policy, Statement
from specforge.ir.schema import AllOf, Array, Discriminator, Named, Not, Object, OneOf, Property, Schema, SchemaNode

Integrated = LambdaProxy | Lambda | AwsService | ServiceProxy | HttpProxy | Http | Mock | ShortForm
Secured = SecurityScheme | SecurityUse | LambdaToken | LambdaRequest | Cognito | Jwt | Iam
Deployed = (
    Deployment
    | Endpoint
    | Stage
    | Throttle
    | Cache
    | MethodCache
    | AccessLog
    | Canary
    | Domain
    | UsagePlan
    | Quota
    | Function
    | Allowance
    | VpcLink
    | Alarms
    | Alarm
    | CorsPolicy
)
Described = (
    Api
    | Server
    | Tag
    | EndpointConfiguration
    | RequestValidator
    | HttpCors
    | GatewayResponse
    | Policy
    | Statement
    | Documentation
    | DocumentationPart
    | SharedIntegration
    | NeededRole
    | NeededFunction
    | NeededBucket
)
Called = (
    Operation
    | Parameter
    | Body
    | Content
    | Response
    | Header
    | Integrated
    | ParameterMapping
    | Template
    | IntegrationResponse
    | Tls
)
Node = Described | Called | Secured | Deployed | SchemaNode | Property | Discriminator
"""Everything of the model that has an origin, but for Invalid."""

Child = Node | Invalid | None
MOST_HOPS = 64


def nodes(api: Api, *, schemas: bool) -> Iterator[Node]:
    """Yields every node of an API, a node before its parts; Invalid ones are left out.

    Schemas, with their properties and discriminators, come only when asked for, because asking
    builds them: those of parameters and bodies at their places, the named ones at the end.
    """
    yield from _walk([api], schemas=schemas)
    if schemas:
        for name in api.schemas:
            yield from _walk([api.schemas[name]], schemas=True)


def _walk(start: list[Child], *, schemas: bool) -> Iterator[Node]:
    open_ = start
    while open_:
        node = open_.pop()
        if node is None or isinstance(node, Invalid):
            continue
        yield node
        parts = list(_parts_of(node))
        if schemas:
            parts += _schemas_of(node)
        parts.reverse()
        open_ += parts


def schema_children(schema: Schema | SchemaNode) -> tuple[Schema, ...]:
    """Returns the schemas directly inside a schema; what a Named stands for is not inside it."""
    match schema:
        case Object():
            more = (schema.additional,) if not isinstance(schema.additional, bool) else ()
            own = (*schema.properties, *schema.pattern_properties)
            return (*(property_.schema for property_ in own), *more)
        case Array():
            return (*schema.prefix_items, schema.items)
        case OneOf() | AllOf():
            return schema.members
        case Not():
            return (schema.member,)
        case _:
            return ()


def walk_schema(schema: Schema) -> Iterator[Schema]:
    """Yields a schema and all schemas inside it, each before those inside it."""
    open_ = [schema]
    while open_:
        node = open_.pop()
        yield node
        open_.extend(reversed(schema_children(node)))


def resolve(api: Api, schema: Schema) -> Schema:
    """Returns what a Named stands for, through other names; the last of them when they go in a circle."""
    for _ in range(MOST_HOPS):
        target = api.schemas.get(schema.name) if isinstance(schema, Named) else None
        if target is None:
            break
        schema = target
    return schema


def _parts_of(node: Node) -> Iterable[Child]:
    parts = _PARTS.get(type(node))
    return () if parts is None else parts(node)


def _schemas_of(node: Node) -> Iterable[Child]:
    match node:
        case Parameter() | Content() | Header():
            return (node.schema,)
        case Property():
            return (node.schema,)
        case Object():
            more = (node.additional,) if not isinstance(node.additional, bool) else ()
            return (*node.properties, *node.pattern_properties, *more)
        case OneOf() | AllOf():
            return (*node.members, node.discriminator)
        case SchemaNode():
            return schema_children(node)
        case _:
            return ()


def _uses(security: Iterable[SecurityRequirement] | None) -> Iterator[SecurityUse]:
    for requirement in security or ():
        yield from requirement


def _of_api(api: Api) -> Iterable[Child]:
    return (
        *api.servers,
        api.endpoint,
        *api.tags,
        *_uses(api.security),
        *api.operations,
        *api.security_schemes.values(),
        *api.shared_integrations,
        *api.validators.values(),
        *api.gateway_responses,
        api.policy,
        api.cors,
        api.documentation,
        api.deployment,
        *api.needs,
    )


def _of_operation(operation: Operation) -> Iterable[Child]:
    return (
        *operation.parameters,
        operation.body,
        *operation.responses,
        *(_uses(operation.security) if not operation.security_inherited else ()),
        operation.auth,
        operation.integration,
    )


def _of_integration(integration: IntegrationSettings) -> Iterable[Child]:
    return (
        *integration.request_parameters,
        *integration.request_templates,
        *integration.responses,
        *(mapping for _, mappings in integration.response_parameters for mapping in mappings),
        integration.tls,
    )


def _of_deployment(deployment: Deployment) -> Iterable[Child]:
    return (
        deployment.endpoint,
        *deployment.stages,
        deployment.domain,
        deployment.policy,
        *deployment.usage_plans,
        *deployment.functions,
        *deployment.vpc_links,
        deployment.alarms,
        deployment.cors,
    )


def _of_throttle(throttle: Throttle) -> Iterable[Child]:
    return (limits for _, limits in throttle.methods)


_PARTS: dict[type, Callable[..., Iterable[Child]]] = {
    Api: _of_api,
    Operation: _of_operation,
    Parameter: lambda parameter: parameter.content,
    Body: lambda body: body.content,
    Response: lambda response: (*response.headers, *response.content),
    SharedIntegration: lambda shared: (shared.integration,),
    IntegrationResponse: lambda response: (*response.parameters, *response.templates),
    GatewayResponse: lambda response: (*response.parameters, *response.templates),
    SecurityScheme: lambda scheme: (scheme.authorizer,),
    Policy: lambda policy: policy.statements,
    Documentation: lambda documentation: documentation.parts,
    Deployment: _of_deployment,
    Stage: lambda stage: (stage.cache, stage.throttle, stage.access_log, stage.canary),
    Throttle: _of_throttle,
    Cache: lambda cache: cache.methods,
    UsagePlan: lambda plan: (plan.throttle, plan.quota),
    Function: lambda function: function.allow,
    Alarms: lambda alarms: alarms.alarms,
    **dict.fromkeys((LambdaProxy, Lambda, AwsService, ServiceProxy, HttpProxy, Http, Mock), _of_integration),
}
