from __future__ import annotations

import json

from specforge.diagnostics import Origin, Report
from specforge.ir import Deferred, Kind, Mock, Template, Text
from specforge.output import OutputFile
from specforge.targets.mapping_templates.target import TARGET, emit
from specforge.targets.target import NoOptions
from specforge.verify import verify
from tests.importdoc.parts import ENTRY, HERE, an_api, an_operation

PLACE = Origin(ENTRY, "", parent=Origin(ENTRY, {}, key="a/b"), key=0)


def emitted(*bodies: Text) -> list[OutputFile]:
    templates = tuple(
        Template(media_type=f"text/{number}", body=body, origin=PLACE) for number, body in enumerate(bodies)
    )
    integration = Mock(origin=HERE, declared_type="mock", request_templates=templates)
    files = list(emit(an_api(an_operation(integration=integration)), NoOptions(), Report()))
    verify(files)
    return files


def test_a_template_is_written_to_the_byte() -> None:
    body = "#set($x = 'ü')\r\n${x}  "

    (file, _, _) = emitted(Text((body,)))

    assert file.data == body.encode("utf-8")


def test_the_index_tells_where_each_template_comes_from() -> None:
    index = json.loads(emitted(Text(("a",)))[-1].content)

    assert index == {
        "version": 1,
        "templates": {
            "GET-orders/request.text-0.vtl": {
                "role": "request",
                "operation": "GET /orders",
                "mediaType": "text/0",
                "place": "api.yaml:/a~1b/0",
            }
        },
    }


def test_a_template_with_values_of_the_deployment_is_marked() -> None:
    body = Text(("table: ", Deferred("cloudformation", "Table", {"Ref": "Table"})))

    file, _, index = emitted(body)

    assert file.content == "table: ${Table}"
    assert json.loads(index.content)["templates"]["GET-orders/request.text-0.vtl"]["deferred"] is True


def test_without_templates_there_are_no_files() -> None:
    assert emitted() == []


def test_target_is_for_rest_apis() -> None:
    assert (TARGET.name, TARGET.gateway, TARGET.kinds) == ("mapping-templates", True, (Kind.REST,))
