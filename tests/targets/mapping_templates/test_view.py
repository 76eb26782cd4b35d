from __future__ import annotations

from specforge.ir import Api, GatewayResponse, IntegrationResponse, Invalid, Mock, Template, Text, When
from specforge.targets.mapping_templates.view import template_files
from tests.importdoc.parts import HERE, an_api, an_operation


def template(media_type: str = "application/json", body: str = "{}") -> Template:
    return Template(media_type=media_type, body=Text((body,)), origin=HERE)


def mock(*requests: Template, responses: tuple[IntegrationResponse, ...] = ()) -> Mock:
    return Mock(origin=HERE, declared_type="mock", request_templates=requests, responses=responses)


def answer(key: str, *templates: Template) -> IntegrationResponse:
    return IntegrationResponse(key=key, templates=templates, origin=HERE)


def paths_of(api: Api) -> list[str]:
    return [file.path.removeprefix("mapping-templates/") for file in template_files(api)]


def test_requests_responses_and_gateway_responses_have_files_of_their_own() -> None:
    integration = mock(template(), responses=(answer("default"), answer(".*Error.*", template(), template("text/xml"))))
    gateway_response = GatewayResponse(type="DEFAULT_4XX", templates=(template(),), origin=HERE)
    api = an_api(an_operation("GET", "/orders/{id}", integration=integration), gateway_responses=(gateway_response,))

    assert paths_of(api) == [
        "GET-orders-id/request.application-json.vtl",
        "GET-orders-id/response.2-error.application-json.vtl",
        "GET-orders-id/response.2-error.text-xml.vtl",
        "gateway-responses/DEFAULT_4XX.application-json.vtl",
    ]


def test_the_root_path_has_a_name() -> None:
    assert paths_of(an_api(an_operation("ANY", "/", integration=mock(template())))) == [
        "ANY-root/request.application-json.vtl"
    ]


def test_both_branches_of_a_condition_are_written() -> None:
    operations = [
        an_operation(when=(When(condition="IsProd", holds=holds),), integration=mock(template()))
        for holds in (True, False)
    ]

    assert paths_of(an_api(*operations)) == [
        "GET-orders-if-isprod/request.application-json.vtl",
        "GET-orders-unless-isprod/request.application-json.vtl",
    ]


def test_paths_that_look_alike_stay_apart() -> None:
    paths = paths_of(an_api(*(an_operation("GET", path, integration=mock(template())) for path in ("/a", "/a/", "/A"))))

    assert len(set(paths)) == 3


def test_no_word_of_the_document_becomes_a_folder() -> None:
    responses = (answer("../../x", template("../y")),)
    gateway_response = GatewayResponse(type="../../z", templates=(template(),), origin=HERE)
    operation = an_operation("GET", "/../../etc", integration=mock(responses=responses))

    assert paths_of(an_api(operation, gateway_responses=(gateway_response,))) == [
        "GET-etc/response.1-x.y.vtl",
        "gateway-responses/other-z.application-json.vtl",
    ]


def test_a_malformed_integration_has_no_templates() -> None:
    assert paths_of(an_api(an_operation(integration=Invalid(origin=HERE)))) == []
