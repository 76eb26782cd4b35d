"""The short form `download`."""

from __future__ import annotations

import pytest

from specforge.ir import LambdaProxy, NeededFunction
from tests.expand.apis import Expanded, expanded, form


def download(more: str = "", method: str = "get") -> Expanded:
    return form(f"download: {{bucket: photos, key: 'photos/{{id}}'{more}}}", method=method)


def test_the_operation_redirects_and_may_refuse() -> None:
    found = download()

    assert isinstance(found.integration, LambdaProxy)
    assert [(one.status, [header.name for header in one.headers]) for one in found.only.responses] == [
        ("200", []),
        ("302", ["Location"]),
        ("400", []),
    ]
    assert found.only.extra["x-specforge-download"] == {"expires": 300}
    assert found.only.description == "The answer leads to the object, for 300 seconds."


def test_a_declared_redirect_stays() -> None:
    operation = "responses: {'302': {description: there}}, x-specforge-integration: {download: {bucket: abc, key: a}}"
    redirect, _ = expanded(f"paths: {{/a: {{get: {{{operation}}}}}}}").only.responses

    assert (redirect.description, [header.name for header in redirect.headers]) == ("there", ["Location"])


@pytest.mark.parametrize(("given", "told"), [("", None), (", attachment: true", "true"), (", attachment: false", None)])
def test_a_browser_is_told_to_save(given: str, told: str | None) -> None:
    *_, function = download(given).api.needs

    assert isinstance(function, NeededFunction)
    said = function.environment.get("ATTACHMENT")
    assert (str(said) if said is not None else None) == told


def test_a_download_is_fetched() -> None:
    assert download(method="post").said == [
        "misplaced-short-form: download stands in POST /orders/{id}; it must stand in a GET"
    ]
