from __future__ import annotations

from specforge.ir import Deferred
from specforge.lower.mappings import lower_parameter_mappings, lower_templates
from tests.lower.documents import document


def test_parameter_mappings_keep_order_and_leave_out_what_is_no_text() -> None:
    root = document("openapi: 3.0.1\np: {b: \"'x'\", a: method.request.path.a, c: [1], d: null}").root

    assert [(mapping.target, str(mapping.value)) for mapping in lower_parameter_mappings(root, "p")] == [
        ("b", "'x'"),
        ("a", "method.request.path.a"),
    ]


def test_braces_in_a_template_are_vtl() -> None:
    root = document("openapi: 3.0.1\nt: {application/json: 'a ${stageVariables.x} b'}").root

    (template,) = lower_templates(root, "t")

    assert template.body.literal == "a ${stageVariables.x} b"
    assert template.origin.path() == "/t/application~1json"


def test_braces_in_a_template_inside_sub_are_cloudformation() -> None:
    root = document("openapi: 3.0.1\nt: {application/json: !Sub 'a ${Table} b'}").root

    (template,) = lower_templates(root, "t")

    assert [part for part in template.body.parts if isinstance(part, Deferred)] == [
        Deferred("cloudformation", "Table", "${Table}")
    ]
