"""The examples of the rule hold, and the target emits what it should."""

from __future__ import annotations

from acme_specforge.naming.operation_id_without_verb import check

import specforge
from specforge.compiler import diagnose
from specforge.rules.examples import failures

SPEC = b"""
openapi: 3.0.1
info: {title: pets, version: '1'}
paths:
  /pets: {get: {operationId: pets, responses: {'200': {description: pets}}}}
"""


def test_the_examples_of_the_rule_hold() -> None:
    assert failures(check, diagnose) == []


def test_the_target_lists_the_routes() -> None:
    result = specforge.compile("pets.yaml", text=SPEC, targets=["routes"], settings=["build.routes.file-name=r.txt"])

    assert [("routes/r.txt", "GET /pets\n")] == [(str(file.path), file.content) for file in result.files]


def test_the_rule_is_in_force() -> None:
    result = specforge.compile("pets.yaml", text=SPEC, targets=["routes"])

    assert "operation-id-without-verb" in {diagnostic.rule for diagnostic in result.diagnostics}
