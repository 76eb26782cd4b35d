"""The short form `lambda`: the whole request goes to a Lambda function.

Source: the developer guide, "x-amazon-apigateway-integration object"; the URI of a function: the API reference,
PutIntegration, `uri`; the variables in it: "AWS variables for OpenAPI import".
"""

from __future__ import annotations

import re

from specforge.config.shape import integer, table, text, value
from specforge.diagnostics import Report
from specforge.expand.form import Call, Expanded, Form
from specforge.expand.options import INVALID
from specforge.ir import Deferred, LambdaProxy, Text

PARTITION, REGION, ACCOUNT = (
    Deferred("aws", name, "${" + name + "}") for name in ("AWS::Partition", "AWS::Region", "AWS::AccountId")
)
OPTIONS = table(
    "A Lambda function, which gets the whole request and gives the whole answer.",
    {
        "function": value(
            "The function: its name, as in `deploy.functions` or in AWS, its ARN, or an expression. An expression "
            "whose name ends in arn is an ARN, in invoke_arn the whole URI; any other is a name."
        ),
        "alias": value("The alias or version to call."),
        "credentials": value("The ARN of a role to call with, instead of the function's own permission."),
        "timeout-ms": integer("How long to wait for the answer, in milliseconds.", 50),
        "payload-format-version": text("The form of the event, for an HTTP API; without it 2.0.", "1.0", "2.0"),
    },
    "function",
)
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9$_-]{1,128})?")
_ARN = re.compile(r"arn:[^:]+:lambda:[^:]+:[^:]+:function:[^:]+(:[^:]+)?")


def expand(call: Call, report: Report) -> Expanded | None:
    """Returns the proxy integration to the function."""
    options = call.options
    named = options.text("function")
    whole = None if named is None else _function(named)
    if named is None or whole is None:
        message = f"function is {named or 'empty'}; it must be the name or the ARN of a Lambda function"
        report.add(INVALID, options.at("function"), message)
        return None
    alias = options.text("alias")
    if alias is not None and _is_qualified(named):
        report.add(INVALID, options.at("alias"), f"function names the version already: {named}; alias must be left out")
        return None
    function = whole + ":" + alias if alias is not None else whole
    return call.full(lambda_proxy(call, function, invoke_uri(function)))


def lambda_proxy(call: Call, function: Text, uri: Text) -> LambdaProxy:
    """Returns the proxy integration to a function, with what the short form says of timeout, role and payload."""
    options = call.options
    version = options.string("payload-format-version") or "2.0"
    return LambdaProxy(
        origin=options,
        declared_type="aws_proxy",
        http_method=Text(("POST",)),
        uri=uri,
        function=function,
        credentials=options.text("credentials"),
        timeout_ms=options.integer("timeout-ms"),
        payload_format_version=None if call.is_rest else Text((version,)),
    )


def invoke_uri(function: Text) -> Text:
    """Returns the URI by which API Gateway calls a function, given by its ARN."""
    if _ends_in(function, "invoke_arn"):
        return function
    pieces = function.split(":")
    known = len(pieces) > 3 and pieces[1].literal is not None and pieces[3].literal is not None
    partition, region = (pieces[1], pieces[3]) if known else (Text((PARTITION,)), Text((REGION,)))
    start = Text(("arn:",)) + partition + ":apigateway:" + region + ":lambda:path/2015-03-31/functions/"
    return start + function + "/invocations"


def _function(named: Text) -> Text | None:
    """Returns the ARN of a function; None for what names none."""
    literal = named.literal
    if literal is not None and not _NAME.fullmatch(literal):
        return named if _ARN.fullmatch(literal) else None
    if named.prefix.startswith("arn:") or _ends_in(named, "arn"):
        return named
    return Text(("arn:", PARTITION, ":lambda:", REGION, ":", ACCOUNT, ":function:")) + named


def _ends_in(text: Text, end: str) -> bool:
    last = text.parts[0] if len(text.parts) == 1 else ""
    return isinstance(last, Deferred) and last.tool != "stage" and last.name.lower().endswith(end)


def _is_qualified(named: Text) -> bool:
    pieces = len(named.split(":"))
    return pieces > 7 if named.prefix.startswith("arn:") else pieces > 1


FORM = Form(
    name="lambda",
    summary="Calls a Lambda function with the whole request.",
    options=OPTIONS,
    expand=expand,
    lone="function",
)
