"""Small APIs with a deployment, for the tests of what is deployed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

from specforge.diagnostics import Report
from specforge.infrastructure import Infrastructure, plan
from specforge.ir import Api
from tests.lower.documents import configured, lowered

INVOKE = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/{}/invocations"
GET_ORDER = INVOKE.format("arn:aws:lambda:eu-west-1:123456789012:function:get-order")


def deployed(document: str, deploy: str = "", kind: str = "rest") -> Api:
    """Returns the model of a document with what stands under `deploy:`."""
    config = f"api: {{kind: {kind}}}\n"
    if deploy:
        config += "deploy:\n" + indent(dedent(deploy), "  ")
    with TemporaryDirectory() as folder:
        return lowered(document, configured(config, Path(folder)))


def an_api(deploy: str = "", *, kind: str = "rest", uri: str = GET_ORDER, more: str = "") -> Api:
    """Returns an API with `GET /orders/{id}`, a Lambda proxy, and further root keys."""
    return deployed(
        f"""\
openapi: 3.0.1
info: {{title: orders, version: "1"}}
paths:
  /orders/{{id}}:
    get:
      operationId: getOrder
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses: {{"200": {{description: ok}}}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        payloadFormatVersion: "2.0"
        uri: {uri}
{dedent(more)}
""",
        deploy,
        kind,
    )


def planned(api: Api) -> Infrastructure:
    """Returns the plan of an API."""
    return plan(api, Report())


def findings_of(api: Api) -> list[tuple[str, str]]:
    """Returns rule and message of what planning an API reports."""
    report = Report()
    plan(api, report)
    return [(found.rule, found.message) for found in report.take()]


def a_service_api(integration: str, deploy: str = "roles: create", *, kind: str = "rest") -> Api:
    """Returns an API with `GET /table`, an integration of these lines."""
    return deployed(
        f"""\
openapi: 3.0.1
info: {{title: orders, version: "1"}}
paths:
  /table:
    get:
      responses: {{"200": {{description: ok}}}}
      x-amazon-apigateway-integration:
{indent(dedent(integration), "        ")}
""",
        deploy,
        kind,
    )


TABLE = """\
type: aws
httpMethod: POST
uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
credentials: arn:aws:iam::123456789012:role/table
requestTemplates: {application/json: '{"TableName": "orders"}'}
"""
