from __future__ import annotations

import pytest

from specforge.clients.options import ClientOptions
from specforge.clients.python.calls import describe_calls
from specforge.diagnostics import Report
from specforge.targets.python_client.package_view import (
    client_view,
    description_view,
    errors_view,
    readme_view,
    scheme_kind,
)
from tests.lower.documents import api_of

DOCUMENT = """
    servers: [{url: https://api.example.com}]
    paths:
      /a:
        get:
          operationId: read
          tags: [things]
          responses:
            '200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            '404': {description: No A., content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            '499': {description: Gone home.}
    components:
      schemas: {A: {properties: {b: {type: string}}}}
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
        iam: {type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authtype: awsSigv4}
"""


def test_exceptions_have_the_documented_bodies_and_those_of_the_gateway_are_there_too() -> None:
    api = api_of(DOCUMENT)

    errors = {error.status: error for error in errors_view(api, describe_calls(api, Report())).errors}

    assert (errors[404].name, errors[404].body) == ("NotFoundError", "models.A | None")
    assert errors[404].doc.lines == ("404 Not Found: No A.",)
    assert (errors[499].name, errors[499].body) == ("Status499Error", "Any")
    assert errors[429].name == "TooManyRequestsError"


def test_the_client_knows_its_server_its_schemes_and_its_groups() -> None:
    api = api_of(DOCUMENT)

    view = client_view(api, describe_calls(api, Report()), is_async=True)
    description = description_view(api, "a_client", ClientOptions())

    assert (view.class_name, view.base_url) == ("AsyncClient", "https://api.example.com")
    assert description.credentials == ("key: Secret | Auth", "iam: AwsCredentials | CredentialProvider | Auth")
    assert "SCHEMES: dict[str, Scheme] = {" in description.schemes
    assert [(group.attribute, group.class_name) for group in view.groups] == [("things", "AsyncThingsApi")]


@pytest.mark.parametrize("name", ["api-key", "from", "__x"])
def test_scheme_names_that_no_class_can_declare_are_written_as_texts(name: str) -> None:
    api = api_of(f"components: {{securitySchemes: {{{name}: {{type: apiKey, in: header, name: x}}}}}}")

    view = description_view(api, "a_client", ClientOptions())

    assert view.credentials_call is not None
    assert f'"{name}": Secret | Auth' in view.credentials_call


@pytest.mark.parametrize(
    ("scheme", "kind"),
    [
        ("{type: apiKey, in: query, name: k}", ("query", "k")),
        ("{type: apiKey, in: cookie, name: k}", ("cookie", "k")),
        ("{type: http, scheme: Basic}", ("basic", "")),
        ("{type: http, scheme: bearer}", ("bearer", "")),
        ("{type: oauth2, flows: {}}", ("bearer", "")),
    ],
)
def test_a_scheme_says_how_credentials_travel(scheme: str, kind: tuple[str, str]) -> None:
    api = api_of(f"components: {{securitySchemes: {{it: {scheme}}}}}")

    assert scheme_kind(api.security_schemes["it"]) == kind


def test_the_readme_has_an_example_of_each_operation() -> None:
    api = api_of(DOCUMENT)

    view = readme_view(api, "a_client", describe_calls(api, Report()))

    assert view.quick_start == 'from a_client import Client\n\nclient = Client(auth={"key": "..."})'
    assert [(sample.title, sample.code) for _, samples in view.groups for sample in samples] == [
        ("GET /a", "result = client.things.read()")
    ]
