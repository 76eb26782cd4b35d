from __future__ import annotations

from typing import Any

from specforge.ir import (
    Connection,
    Deferred,
    HttpProxy,
    IntegrationResponse,
    Kind,
    Lambda,
    ParameterMapping,
    ServiceProxy,
    SharedIntegration,
    Template,
    Text,
    Tls,
)
from tests.importdoc.parts import HERE, an_api, an_operation, written


def text(value: str) -> Text:
    return Text((value,))


def integration_written(integration: Any, **api: Any) -> Any:
    document, _ = written(an_api(an_operation(integration=integration), **api))
    return document["paths"]["/orders"]["get"]["x-amazon-apigateway-integration"]


def mapping(target: str, value: str) -> ParameterMapping:
    return ParameterMapping(target=target, value=text(value), origin=HERE)


def template(body: Text) -> Template:
    return Template(media_type="application/json", body=body, origin=HERE)


def test_everything_of_a_rest_integration_is_written() -> None:
    vtl = Text(("#set($t = '${x}')\n$t ", Deferred("cloudformation", "Table", {"Ref": "Table"})))
    integration = Lambda(
        origin=HERE,
        declared_type="AWS",
        http_method=text("POST"),
        uri=text("arn:aws:apigateway:${AWS::Region}:lambda:path/f"),
        credentials=text("arn:role"),
        timeout_ms=5000,
        passthrough_behavior=text("never"),
        content_handling=text("CONVERT_TO_TEXT"),
        cache_namespace=text("n"),
        cache_key_parameters=(text("method.request.path.id"),),
        request_parameters=(mapping("integration.request.header.A", "'a'"),),
        request_templates=(template(vtl),),
        responses=(
            IntegrationResponse(
                key=".*Error.*",
                status=text("500"),
                parameters=(mapping("method.response.header.B", "'b'"),),
                templates=(template(text("{}")),),
                origin=HERE,
            ),
        ),
        responses_declared=True,
        extra={"x-unknown": 1},
    )

    assert integration_written(integration) == {
        "type": "AWS",
        "httpMethod": "POST",
        "uri": "arn:aws:apigateway:${AWS::Region}:lambda:path/f",
        "credentials": "arn:role",
        "timeoutInMillis": 5000,
        "contentHandling": "CONVERT_TO_TEXT",
        "passthroughBehavior": "never",
        "cacheNamespace": "n",
        "cacheKeyParameters": ["method.request.path.id"],
        "requestParameters": {"integration.request.header.A": "'a'"},
        "requestTemplates": {"application/json": {"Fn::Sub": "#set($t = '${!x}')\n$t ${Table}"}},
        "responses": {
            ".*Error.*": {
                "statusCode": "500",
                "responseParameters": {"method.response.header.B": "'b'"},
                "responseTemplates": {"application/json": "{}"},
            }
        },
        "x-unknown": 1,
    }


def test_private_integration_with_tls() -> None:
    integration = HttpProxy(
        origin=HERE,
        declared_type="http_proxy",
        connection=Connection(type=text("VPC_LINK"), id=text("abc"), target=text("arn:alb")),
        tls=Tls(insecure_skip_verification=True, origin=HERE),
    )

    assert integration_written(integration) == {
        "type": "http_proxy",
        "connectionType": "VPC_LINK",
        "connectionId": "abc",
        "integrationTarget": "arn:alb",
        "tlsConfig": {"insecureSkipVerification": True},
    }


def test_service_of_an_http_api() -> None:
    integration = ServiceProxy(
        origin=HERE,
        declared_type="aws_proxy",
        subtype=text("SQS-SendMessage"),
        payload_format_version=text("1.0"),
        request_parameters=(mapping("MessageBody", "$request.body"),),
        response_parameters=(("200", (mapping("overwrite:header.A", "b"),)),),
    )

    assert integration_written(integration, kind=Kind.HTTP) == {
        "type": "aws_proxy",
        "integrationSubtype": "SQS-SendMessage",
        "payloadFormatVersion": "1.0",
        "requestParameters": {"MessageBody": "$request.body"},
        "responseParameters": {"200": {"overwrite:header.A": "b"}},
    }


def test_a_shared_integration_is_written_once_and_referred_to() -> None:
    proxy = HttpProxy(origin=HERE, declared_type="http_proxy", shared_name="back/end")
    shared = SharedIntegration(name="back/end", integration=proxy, origin=HERE)

    document, _ = written(an_api(an_operation(integration=proxy), kind=Kind.HTTP, shared_integrations=(shared,)))

    assert document["components"]["x-amazon-apigateway-integrations"] == {"back/end": {"type": "http_proxy"}}
    assert document["paths"]["/orders"]["get"]["x-amazon-apigateway-integration"] == {
        "$ref": "#/components/x-amazon-apigateway-integrations/back~1end"
    }


def test_a_deferred_timeout_is_spelled_by_the_caller() -> None:
    timeout = Deferred("cloudformation", "Timeout", {"Ref": "Timeout"})
    api = an_api(an_operation(integration=HttpProxy(origin=HERE, declared_type="http_proxy", timeout_ms=timeout)))

    document, _ = written(api, spell=lambda value: f"<{value}>")

    assert document["paths"]["/orders"]["get"]["x-amazon-apigateway-integration"] == {
        "type": "http_proxy",
        "timeoutInMillis": "<${Timeout}>",
    }
