"""Rules made of functions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specforge.diagnostics import Note, Severity
from specforge.ir import LambdaProxy, Mock, Operation
from specforge.rules.rule import EVERY_KIND, GATEWAY, Context, Found, Raw, emitted, rule
from tests.judged import judge


def _check(operation: Operation, context: Context) -> Iterator[Found]:
    yield Found(operation.origin, f"{operation.method} of {context.api.title}", True, "AWS", (Note("so"),))


def test_a_rule_is_named_after_its_file_and_its_family_after_the_folder() -> None:
    made = rule(on=Operation, severity=Severity.INFO, since="0.1")(_check)

    assert (made.id, made.family) == ("test-rule", "rules")
    assert (made.kinds, made.on, made.stops, made.emitted_by) == (GATEWAY, ("Operation",), None, None)


def test_a_rule_may_look_at_several_types_or_at_a_key() -> None:
    decorate = rule(on=LambdaProxy | Mock, severity=Severity.ERROR, since="0.1", stops="gateway")

    assert decorate(_check).on == ("LambdaProxy", "Mock")
    assert rule(on=Raw("$ref"), severity=Severity.ERROR, since="0.1")(_check).on == ("raw:$ref",)


def test_what_a_check_finds_carries_the_rules_id(tmp_path: Path) -> None:
    judged = judge(tmp_path, "paths: {/a: {get: {responses: {}}}}\n")
    context = Context(judged.document, judged.api)

    (finding,) = rule(on=Operation, severity=Severity.INFO, since="0.1")(_check).findings(
        judged.api.operations[0], context
    )

    assert (finding.rule, finding.message, finding.on_key) == ("test-rule", "GET of t", True)
    assert (finding.aws_message, finding.notes) == ("AWS", (Note("so"),))


def test_a_rule_that_another_stage_reports_finds_nothing_itself(tmp_path: Path) -> None:
    judged = judge(tmp_path, "paths: {}\n")
    made = emitted(__name__, by="source", severity=Severity.ERROR, since="0.1", stops="everything")

    assert list(made.findings(judged.document, Context(judged.document, judged.api))) == []
    assert (made.kinds, made.emitted_by, made.documentation) == (EVERY_KIND, "source", "Rules made of functions.")
