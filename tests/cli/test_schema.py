"""`specforge schema`."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest

from specforge.cli.schema import document
from specforge.expand.options import extensions_schema
from specforge.targets.registry import NAMES
from tests.cli.conftest import Specforge


def test_the_schema_is_printed(specforge: Specforge) -> None:
    assert json.loads(specforge("schema").out) == json.loads(json.dumps(document()))


def test_every_target_has_its_options_in_it() -> None:
    assert set(NAMES) <= set(document()["properties"]["build"]["properties"])


@pytest.mark.parametrize(
    ("configuration", "valid"),
    [
        ({}, True),
        ({"build": {"docs": {"title": "Pets", "edition": "internal"}}}, True),
        ({"build": {"docs": {"edition": "secret"}}}, False),
        ({"build": {"docs": {"titel": "Pets"}}}, False),
        ({"build": {"openapi": {"indent": 2}}}, False),
        ({"api": {"kind": "rest"}, "lint": {"ignore": ["cors"]}}, True),
        ({"api": {"kind": "soap"}}, False),
        ({"lnt": {}}, False),
    ],
)
def test_an_editor_judges_as_we_do(configuration: object, valid: bool) -> None:
    assert jsonschema_rs.validator_for(document()).is_valid(configuration) is valid


def test_the_short_forms_have_a_schema_of_their_own(specforge: Specforge) -> None:
    assert json.loads(specforge("schema", "--extensions").out) == extensions_schema()
