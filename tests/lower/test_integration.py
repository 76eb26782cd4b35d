from __future__ import annotations

import pytest

from specforge.ir import (
    INTERNET,
    AwsService,
    Deferred,
    FullIntegration,
    Http,
    HttpProxy,
    Invalid,
    Lambda,
    LambdaProxy,
    Mock,
    ServiceProxy,
    ShortForm,
    Text,
    When,
)
from tests.lower.documents import api_of, integration_of, operation_of

LAMBDA = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations"


def full(body: str) -> FullIntegration:
    integration = integration_of(body)
    assert not isinstance(integration, (Invalid, ShortForm))
    assert integration is not None
    return integration


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (f"{{type: aws_proxy, uri: '{LAMBDA}'}}", LambdaProxy),
        (f"{{type: AWS_PROXY, uri: '{LAMBDA}'}}", LambdaProxy),
        ("{type: aws_proxy, integrationSubtype: SQS-SendMessage}", ServiceProxy),
        (f"{{type: aws, uri: '{LAMBDA}'}}", Lambda),
        ("{type: aws, uri: '${f.invoke_arn}'}", Lambda),
        ("{type: Aws, uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q'}", AwsService),
        ("{type: aws, uri: '${opaque}'}", AwsService),
        ("{type: http_proxy, uri: 'https://example.com'}", HttpProxy),
        ("{type: http, uri: 'https://example.com'}", Http),
        ("{type: mock}", Mock),
        ("{type: lambda}", Invalid),
        ("{uri: 'https://example.com'}", Invalid),
        ("[mock]", Invalid),
        ("{$ref: '#/nowhere'}", Invalid),
        ("{Ref: Somewhere}", Invalid),
    ],
)
def test_the_type_decides_in_any_case(properties: str, expected: type) -> None:
    assert type(integration_of(properties)) is expected


def test_the_type_is_kept_as_spelled() -> None:
    assert full("type: HTTP_Proxy").declared_type == "HTTP_Proxy"


def test_what_is_not_said_is_none() -> None:
    mock = full("type: mock")

    assert (mock.http_method, mock.uri, mock.timeout_ms, mock.tls) == (None, None, None, None)
    assert mock.connection is INTERNET
    assert not mock.responses_declared


def test_everything_said_is_kept() -> None:
    http = full(
        """
        type: http
        httpMethod: GET
        uri: https://example.com
        credentials: arn:aws:iam::123456789012:role/r
        connectionType: VPC_LINK
        connectionId: ${stageVariables.link}
        integrationTarget: arn:aws:elasticloadbalancing:x
        timeoutInMillis: 5000
        requestParameters: {integration.request.header.X: "'1'"}
        requestTemplates: {application/json: $input.body}
        responses: {default: {statusCode: 200}}
        passthroughBehavior: never
        contentHandling: CONVERT_TO_TEXT
        cacheNamespace: n
        cacheKeyParameters: [method.request.path.a]
        payloadFormatVersion: 1.0
        responseTransferMode: STREAM
        tlsConfig: {insecureSkipVerification: true}
        passThroughBehavior: never
        """
    )

    assert http.http_method == Text(("GET",))
    assert http.connection.id == Text((Deferred("stage", "link", "${stageVariables.link}"),))
    assert http.timeout_ms == 5000
    assert [str(mapping.value) for mapping in http.request_parameters] == ["'1'"]
    assert [template.media_type for template in http.request_templates] == ["application/json"]
    assert [response.key for response in http.responses] == ["default"]
    assert http.responses_declared
    assert http.cache_key_parameters == (Text(("method.request.path.a",)),)
    assert http.payload_format_version == Text(("1.0",))
    assert http.tls is not None
    assert http.tls.insecure_skip_verification is True
    assert http.extra == {"passThroughBehavior": "never"}


def test_a_timeout_may_be_an_expression() -> None:
    assert full("{type: mock, timeoutInMillis: !Ref Timeout}").timeout_ms == Deferred(
        "cloudformation", "Timeout", {"Ref": "Timeout"}
    )


def test_response_parameters_of_http_apis_are_read_by_status() -> None:
    http = full('{type: http_proxy, responseParameters: {"200": {"overwrite:header.X": a}}}')

    ((status, (mapping,)),) = http.response_parameters

    assert (status, mapping.target, str(mapping.value)) == ("200", "overwrite:header.X", "a")


def test_a_shared_integration_keeps_its_name_and_the_way_to_it() -> None:
    api = api_of(
        """
        paths:
          /a:
            get:
              x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/backend"}
        components:
          x-amazon-apigateway-integrations:
            backend: {type: http_proxy, uri: "https://example.com"}
        """
    )
    integration = api.operations[0].integration

    assert isinstance(integration, HttpProxy)
    assert integration.shared_name == "backend"
    assert [hop.origin.path() for hop in integration.origin.hops()] == [
        "/paths/~1a/get/x-amazon-apigateway-integration/$ref"
    ]


def test_a_condition_gives_an_operation_for_each_branch() -> None:
    api = api_of(
        """
        paths:
          /a:
            get:
              x-amazon-apigateway-integration: {"Fn::If": [C, {type: mock}, {type: http}]}
        """
    )

    assert [(type(operation.integration), operation.when) for operation in api.operations] == [
        (Mock, (When(condition="C", holds=True),)),
        (Http, (When(condition="C", holds=False),)),
    ]


def test_the_short_form_is_kept_with_its_options() -> None:
    short = operation_of("x-specforge-integration: {dynamodb: {action: GetItem}}").integration

    assert isinstance(short, ShortForm)
    assert short.name == "dynamodb"
    assert short.origin.value == {"dynamodb": {"action": "GetItem"}}


@pytest.mark.parametrize("form", ["{}", "{a: 1, b: 2}", "dynamodb", "[dynamodb]"])
def test_a_short_form_has_exactly_one_key(form: str) -> None:
    assert isinstance(operation_of(f"x-specforge-integration: {form}").integration, Invalid)


def test_an_operation_may_have_none() -> None:
    assert operation_of("responses: {}").integration is None


def test_no_value_is_none() -> None:
    assert operation_of("x-amazon-apigateway-integration: {Ref: 'AWS::NoValue'}").integration is None
