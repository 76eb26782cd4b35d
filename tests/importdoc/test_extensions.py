from __future__ import annotations

from typing import Any

import pytest

from specforge.diagnostics import Origin, Report
from specforge.importdoc import import_document
from specforge.ir import (
    Api,
    Contact,
    Deployment,
    Documentation,
    DocumentationPart,
    Endpoint,
    EndpointConfiguration,
    GatewayResponse,
    HttpCors,
    Kind,
    ParameterMapping,
    Policy,
    RequestValidator,
    Server,
    Tag,
    Template,
    Text,
)
from tests.importdoc.parts import ENTRY, HERE, an_api, rules_of, written

ALLOW: Any = {"Statement": [{"Effect": "Allow", "Resource": {"Fn::Sub": "${Api}/*"}}]}


def text(value: str) -> Text:
    return Text((value,))


def root(**api: Any) -> Any:
    return written(an_api(**api))[0]


def test_info_is_complete_and_an_empty_description_is_left_out() -> None:
    contact = Contact(name="Team", email="a@b.c", license_name="MIT", terms_of_service="https://t")

    assert root(description="", contact=contact)["info"] == {
        "title": "orders",
        "version": "1",
        "termsOfService": "https://t",
        "contact": {"name": "Team", "email": "a@b.c"},
        "license": {"name": "MIT"},
    }


def test_expressions_of_title_and_url_are_kept() -> None:
    name: Any = {"Fn::Sub": "${AWS::StackName}-api"}
    place = Origin(ENTRY, {"info": {"title": name}})
    server = Server(url="", origin=Origin(ENTRY, {"url": {"Ref": "Url"}}))

    document = import_document(
        Api(kind=Kind.REST, title="${AWS::StackName}-api", version="1", servers=(server,), origin=place), Report()
    )

    assert document["info"] == {"title": name, "version": "1"}
    assert document["servers"] == [{"url": {"Ref": "Url"}}]


def test_a_version_is_added_where_there_is_none() -> None:
    document, findings = written(Api(kind=Kind.REST, title="orders", version="", origin=HERE))

    assert document["info"]["version"] == "1.0"
    assert rules_of(findings) == ["required-part-added"]


def test_only_the_first_server_is_written_with_its_variables() -> None:
    servers = (
        Server(url="https://a/{basePath}", variables={"basePath": "/v1"}, origin=HERE),
        Server(url="https://b", origin=HERE),
    )

    document, findings = written(an_api(servers=servers))

    assert document["servers"] == [{"url": "https://a/{basePath}", "variables": {"basePath": {"default": "/v1"}}}]
    assert rules_of(findings) == ["ignored-part-removed"]


def test_endpoint_configuration_stands_in_the_server() -> None:
    endpoint = EndpointConfiguration(
        disable_execute_api_endpoint=True, vpc_endpoint_ids=(text("vpce-1"),), ip_address_type=text("ipv4"), origin=HERE
    )

    assert root(endpoint=endpoint)["servers"] == [
        {
            "url": "/",
            "x-amazon-apigateway-endpoint-configuration": {
                "disableExecuteApiEndpoint": True,
                "vpcEndpointIds": ["vpce-1"],
                "ipAddressType": "ipv4",
            },
        }
    ]


def test_what_the_document_does_not_say_comes_from_the_deployment() -> None:
    deployment = Deployment(
        endpoint=Endpoint(type="private", vpc_endpoints=(text("vpce-2"),), origin=HERE),
        policy=Policy(document=ALLOW, origin=HERE),
        origin=HERE,
    )

    document = root(base_path="/v1", deployment=deployment)

    assert document["x-amazon-apigateway-policy"] == ALLOW
    assert document["servers"] == [
        {"url": "/v1", "x-amazon-apigateway-endpoint-configuration": {"vpcEndpointIds": ["vpce-2"]}}
    ]


@pytest.mark.parametrize(("kind", "written_for"), [(Kind.HTTP, True), (Kind.REST, False)])
def test_ip_address_type_of_the_deployment_is_written_where_the_extension_has_it(
    kind: Kind, *, written_for: bool
) -> None:
    endpoint = Endpoint(ip_address_type="dualstack", origin=HERE)

    document = root(kind=kind, deployment=Deployment(endpoint=endpoint, origin=HERE))

    assert ("servers" in document) == written_for


def test_extensions_of_a_rest_api() -> None:
    gateway_response = GatewayResponse(
        type="DEFAULT_4XX",
        status=text("404"),
        parameters=(ParameterMapping(target="gatewayresponse.header.A", value=text("'a'"), origin=HERE),),
        templates=(Template(media_type="application/json", body=text("{}"), origin=HERE),),
        origin=HERE,
    )
    part = DocumentationPart(location={"type": "API"}, properties={"description": "D"}, origin=HERE)

    document = root(
        api_key_source=text("HEADER"),
        binary_media_types=(text("image/png"),),
        minimum_compression_size=0,
        security_policy=text("TLS_1_2"),
        endpoint_access_mode=text("BASIC"),
        policy=Policy(document=ALLOW, origin=HERE),
        validators={"all": RequestValidator(name="all", validate_body=True, validate_parameters=False, origin=HERE)},
        validator="all",
        gateway_responses=(gateway_response,),
        documentation=Documentation(version="1", parts=(part,), origin=HERE),
    )

    assert {key.removeprefix("x-amazon-apigateway-"): value for key, value in document.items() if key[0] == "x"} == {
        "api-key-source": "HEADER",
        "binary-media-types": ["image/png"],
        "minimum-compression-size": 0,
        "security-policy": "TLS_1_2",
        "endpoint-access-mode": "BASIC",
        "policy": ALLOW,
        "request-validators": {"all": {"validateRequestBody": True, "validateRequestParameters": False}},
        "request-validator": "all",
        "gateway-responses": {
            "DEFAULT_4XX": {
                "statusCode": "404",
                "responseParameters": {"gatewayresponse.header.A": "'a'"},
                "responseTemplates": {"application/json": "{}"},
            }
        },
        "documentation": {
            "version": "1",
            "documentationParts": [{"location": {"type": "API"}, "properties": {"description": "D"}}],
        },
    }


def test_extensions_of_an_http_api() -> None:
    cors = HttpCors(allow_origins=(text("*"),), max_age_s=0, allow_credentials=False, origin=HERE)

    document = root(
        kind=Kind.HTTP,
        cors=cors,
        importexport_version=text("1.0"),
        tags=(Tag(name="team", value="", description="", origin=HERE),),
    )

    assert document["x-amazon-apigateway-cors"] == {"allowOrigins": ["*"], "maxAge": 0, "allowCredentials": False}
    assert document["x-amazon-apigateway-importexport-version"] == "1.0"
    assert document["tags"] == [{"name": "team", "x-amazon-apigateway-tag-value": ""}]
