"""The short form `http`: the request goes to an HTTP endpoint, as it is or through a VPC link.

Source: the developer guide, "x-amazon-apigateway-integration object", "Mapping template and parameter mapping" for REST
APIs, "Transform API requests and responses for HTTP APIs" for HTTP APIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from specforge.config.shape import flag, integer, map_of, table, text, value
from specforge.diagnostics import Origin, Report
from specforge.expand.form import Call, Expanded, Form
from specforge.expand.options import INVALID
from specforge.expand.parameters import read_parameters
from specforge.ir import (
    Connection,
    Deferred,
    Http,
    HttpProxy,
    IntegrationResponse,
    Operation,
    ParameterMapping,
    Response,
    Text,
)
from specforge.ir.integration import Number

METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY")
OPTIONS = table(
    "An HTTP endpoint.",
    {
        "url": value("Where the request goes. `{name}` stands for the path parameter of that name."),
        "method": text("The method to send; without it that of the operation.", *METHODS),
        "proxy": flag("Whether request and answer pass unchanged, which is the default; REST APIs can do otherwise."),
        "timeout-ms": integer("How long to wait for the answer, in milliseconds.", 50),
        "vpc-link": value("The id of the VPC link that leads to the endpoint."),
        "vpc-link-target": value("The ARN of the load balancer behind the VPC link, where a REST API needs it."),
        "parameters": map_of(
            "What else is sent: from `header.X`, `querystring.x` or `path.x` of the call to the endpoint to its value, "
            "which is `header.x`, `querystring.x`, `path.x`, `body`, `body.x`, `context.x`, `stageVariables.x` or a "
            "text in single quotes.",
            value(""),
        ),
    },
    "url",
)
GOOD = "200"
ERRORS = {"4": ("400", "The endpoint refused the call."), "5": ("502", "The endpoint failed.")}
"""What becomes of the endpoint's errors that the operation does not declare, by their first digit."""
_URL = re.compile(r"https?://[^\s/{}?#]+(?:[/?#]\S*)?")
_VARIABLE = re.compile(r"\{([^{}/]+)\}")


def expand(call: Call, report: Report) -> Expanded | None:
    """Returns the integration with the endpoint; None when an option cannot stand as it is."""
    options = call.options
    url = _url(call, report)
    parameters = read_parameters(call, report)
    proxy = options.flag("proxy") is not False
    if not proxy and not call.is_rest:
        message = "proxy is false; an HTTP API passes request and answer on, so it must be true or be left out"
        report.add(INVALID, options.at("proxy"), message)
        return None
    if url is None or parameters is None:
        return None
    link = options.text("vpc-link")
    target = options.text("vpc-link-target")
    connection = Connection(type=Text(("VPC_LINK",)), id=link, target=target) if link is not None else Connection()
    method = Text((options.string("method") or call.operation.method,))
    sent = (*_path_parameters(call, url, parameters), *parameters)
    timeout: Number | None = options.integer("timeout-ms")
    if not proxy:
        http = Http(
            origin=options,
            declared_type="http",
            http_method=method,
            uri=url,
            connection=connection,
            timeout_ms=timeout,
            request_parameters=sent,
            responses=tuple(_responses(call.operation, options)),
            responses_declared=True,
        )
        return Expanded(_declaring(replace(call.operation, integration=http), options))
    integration = HttpProxy(
        origin=options,
        declared_type="http_proxy",
        http_method=method,
        uri=url,
        connection=connection,
        timeout_ms=timeout,
        request_parameters=sent,
        payload_format_version=None if call.is_rest else Text(("1.0",)),
    )
    return call.full(integration)


def _url(call: Call, report: Report) -> Text | None:
    """Returns the URL; reports one that leads nowhere, and a variable in it that the path does not have."""
    url = call.options.text("url")
    place = call.options.at("url")
    if url is None or not _leads_somewhere(url, call):
        message = (
            f"url is {url if url is not None else 'empty'}; it must be an address that starts with https:// or http://"
        )
        report.add(INVALID, place, message)
        return None
    known = {parameter.name.rstrip("+") for parameter in call.operation.parameters_in("path")}
    given = call.options.at("parameters").value
    mapped = {key.removeprefix("path.") for key in given if isinstance(key, str)} if isinstance(given, dict) else set()
    for name in _variables(url):
        if name not in known | mapped:
            message = f"url holds {{{name}}}, which is no parameter of the path {call.operation.path}"
            report.add(INVALID, place, message)
            return None
    return Text(tuple(part.replace("+}", "}") if isinstance(part, str) else part for part in url.parts))


def _leads_somewhere(url: Text, call: Call) -> bool:
    literal = url.literal
    if literal is None:
        return isinstance(url.parts[0], Deferred) or url.prefix.startswith(("http://", "https://", "arn:"))
    private = call.options.text("vpc-link") is not None and not call.is_rest
    return _URL.fullmatch(literal) is not None or (private and literal.startswith("arn:"))


def _variables(url: Text) -> Iterator[str]:
    for part in url.parts:
        if isinstance(part, str):
            yield from (name.rstrip("+") for name in _VARIABLE.findall(part))


def _path_parameters(call: Call, url: Text, given: tuple[ParameterMapping, ...]) -> Iterator[ParameterMapping]:
    """Yields how the variables of the URL are filled; an HTTP API fills them by itself."""
    set_already = {mapping.target for mapping in given}
    for name in dict.fromkeys(_variables(url)) if call.is_rest else ():
        target = f"integration.request.path.{name}"
        if target not in set_already:
            place = call.options.at("url")
            yield ParameterMapping(target=target, value=Text((f"method.request.path.{name}",)), origin=place)


def _responses(operation: Operation, origin: Origin) -> Iterator[IntegrationResponse]:
    """Yields what becomes of the endpoint's status: a declared one stays, and an error never becomes a good answer.

    Of several patterns that match nobody knows which counts, so no two of them do.
    """
    declared = [response.status for response in operation.responses if response.status.isdecimal()]
    good = next((status for status in declared if status.startswith("2")), GOOD)
    own = [status for status in declared if status != good]
    for status in own:
        yield IntegrationResponse(key=status, status=Text((status,)), origin=origin)
    for kind, (other, _) in ERRORS.items():
        exact = "|".join(status for status in own if status.startswith(kind))
        pattern = f"(?!{exact}){kind}\\d{{2}}" if exact else f"{kind}\\d{{2}}"
        yield IntegrationResponse(key=pattern, status=Text((other,)), origin=origin)
    yield IntegrationResponse(key="default", status=Text((good,)), origin=origin)


def _declaring(operation: Operation, origin: Origin) -> Operation:
    """Returns the operation with every status declared that an answer of the endpoint becomes."""
    known = {response.status for response in operation.responses}
    is_good = any(status.startswith("2") for status in known)
    wanted = {**({} if is_good else {"2": (GOOD, "The answer of the endpoint.")}), **ERRORS}
    missing = tuple(
        Response(status=status, description=description, origin=origin)
        for kind, (status, description) in wanted.items()
        if not known & {status, f"{kind}XX"}
    )
    return replace(operation, responses=(*operation.responses, *missing))


FORM = Form(
    name="http",
    summary="Passes the request on to an HTTP endpoint.",
    options=OPTIONS,
    expand=expand,
    lone="url",
)
