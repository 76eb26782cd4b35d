from __future__ import annotations

import pytest

from specforge.infrastructure import MethodPath
from specforge.infrastructure.method_path import read_method_path


@pytest.mark.parametrize(
    ("method", "terraform", "cloudformation", "usage_plan", "route"),
    [
        (MethodPath("GET", "/"), "~1/GET", "/", "/GET", "GET /"),
        (MethodPath("GET", "/orders"), "orders/GET", "/~1orders", "/orders/GET", "GET /orders"),
        (MethodPath("GET", "/a/{id}"), "a/{id}/GET", "/~1a~1{id}", "/a/{id}/GET", "GET /a/{id}"),
        (MethodPath("ANY", "/{proxy+}"), "{proxy+}/ANY", "/~1{proxy+}", "/{proxy+}/ANY", "ANY /{proxy+}"),
    ],
    ids=str,
)
def test_a_method_has_one_spelling_for_each_setting(
    method: MethodPath, terraform: str, cloudformation: str, usage_plan: str, route: str
) -> None:
    spelled = (method.setting_key, method.resource_path, method.usage_plan_key, method.route_key)

    assert spelled == (terraform, cloudformation, usage_plan, route)


def test_the_default_route_has_no_method() -> None:
    assert MethodPath("ANY", "/$default").route_key == "$default"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GET /orders", MethodPath("GET", "/orders")),
        ("post /orders", MethodPath("POST", "/orders")),
        ("$default", MethodPath("ANY", "/$default")),
        ("FETCH /orders", None),
        ("GET orders", None),
        ("/orders", None),
    ],
)
def test_methods_are_read_as_the_configuration_names_them(text: str, expected: MethodPath | None) -> None:
    assert read_method_path(text) == expected
