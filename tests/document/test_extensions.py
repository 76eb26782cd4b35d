"""The extensions of API Gateway as data."""

from __future__ import annotations

import pytest

from specforge.document import extensions
from specforge.document.extensions import BOTH, EXTENSIONS, PREFIX

PLACES = {"root", "path item", "operation", "security scheme", "schema", "parameter"}


@pytest.mark.parametrize("name", EXTENSIONS)
def test_an_extension_says_where_it_stands_for_whom_and_what_it_is(name: str) -> None:
    extension = EXTENSIONS[name]

    assert name.startswith(PREFIX)
    assert extension.places
    assert extension.kinds
    assert extension.kinds <= BOTH
    assert set(extension.types) <= {"object", "array", "string", "integer", "boolean", "number"}
    assert extension.keys is None or "object" in extension.types


def test_every_extension_of_the_developer_guide_is_known() -> None:
    assert {name.removeprefix(PREFIX) for name in EXTENSIONS} >= {
        "any-method",
        "api-key-source",
        "auth",
        "authorizer",
        "authtype",
        "binary-media-types",
        "cors",
        "documentation",
        "endpoint-access-mode",
        "endpoint-configuration",
        "gateway-responses",
        "importexport-version",
        "integration",
        "integrations",
        "minimum-compression-size",
        "policy",
        "request-validator",
        "request-validators",
        "security-policy",
        "tag-value",
    }


@pytest.mark.parametrize(
    "names",
    [
        extensions.GATEWAY_RESPONSE_TYPES,
        extensions.INTEGRATION_TYPES,
        extensions.INTEGRATION_METHODS,
        extensions.PASSTHROUGH_BEHAVIORS,
        extensions.CONTENT_HANDLINGS,
        extensions.CONNECTION_TYPES,
        tuple(extensions.SUBTYPES),
    ],
)
def test_words_are_listed_once(names: tuple[str, ...]) -> None:
    assert names
    assert len(set(names)) == len(names)
