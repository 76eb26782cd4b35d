"""Which rules count, and how much."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report, RuleId, Severity
from specforge.errors import ConfigError
from specforge.rules.selection import Selection, read_selection
from tests.judged import found

TIMEOUT, TYPE = "integration-timeout-out-of-range", "unknown-integration-type"
OPERATION = """
paths:
  /a:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, uri: 'https://x.example', httpMethod: GET, timeoutInMillis: 20}
  /b:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: mokc}
"""


def rules(folder: Path, config: str, body: str = OPERATION, select: tuple[str, ...] = ()) -> list[str]:
    return [one.rule for one in found(folder, body, *select, config=config) if one.rule in (TIMEOUT, TYPE)]


def test_all_rules_count_without_a_configuration(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == [TIMEOUT, TYPE]


@pytest.mark.parametrize("name", [TIMEOUT, "integration"])
def test_ignore_takes_rules_and_families(name: str, tmp_path: Path) -> None:
    left = rules(tmp_path, f"lint: {{ignore: [{name}]}}")

    assert TIMEOUT not in left
    assert (TYPE in left) == (name == TIMEOUT)


@pytest.mark.parametrize(("name", "count"), [(TIMEOUT, 1), ("integration", 2), ("all", 2), ("cors", 0)])
def test_select_takes_rules_families_and_all(name: str, count: int, tmp_path: Path) -> None:
    assert len(rules(tmp_path, f"lint: {{select: [{name}]}}")) == count
    assert len(rules(tmp_path, "", select=(name,))) == count


def test_a_misspelt_selection_is_told_and_silences_nothing(tmp_path: Path) -> None:
    found_ = [one.rule for one in found(tmp_path, OPERATION, config="lint: {select: [integratoin]}")]

    assert {TIMEOUT, TYPE, "unknown-rule-name"} <= set(found_)


def test_one_misspelt_name_beside_another_is_told_and_the_other_counts(tmp_path: Path) -> None:
    found_ = [one.rule for one in found(tmp_path, OPERATION, config=f"lint: {{select: [{TYPE}, nope]}}")]

    assert sorted(found_) == [TYPE, "unknown-rule-name"]


def test_no_selection_hides_a_faulty_configuration_and_what_stops_everything(tmp_path: Path) -> None:
    twice = OPERATION + "x-a: 1\nx-a: 2\n"

    names = {one.rule for one in found(tmp_path, twice, "cors", config="lnt: {}\nlint: 3\n")}

    assert names == {"duplicate-key", "unknown-configuration-key", "invalid-configuration"}
    assert "duplicate-key" not in {one.rule for one in found(tmp_path, twice, config="lint: {ignore: [duplicate-key]}")}


def test_a_family_of_two_words_is_called_with_a_hyphen() -> None:
    assert read_selection(None, Report(), select=["gateway-responses", "gateway_responses"]).select


def test_the_command_lines_select_replaces_that_of_the_file_and_its_ignore_adds(tmp_path: Path) -> None:
    assert rules(tmp_path, f"lint: {{select: [{TYPE}]}}", select=(TIMEOUT,)) == [TIMEOUT]
    assert rules(tmp_path, f"lint: {{ignore: [{TIMEOUT}]}}", select=(TIMEOUT,)) == []


def test_severity_is_that_of_the_rule_or_of_the_configuration(tmp_path: Path) -> None:
    config = f"lint: {{severity: {{{TIMEOUT}: info}}}}"

    severities = {one.rule: one.severity for one in found(tmp_path, OPERATION, config=config)}

    assert (severities[RuleId(TIMEOUT)], severities[RuleId(TYPE)]) == (Severity.INFO, Severity.ERROR)
    assert Selection().severity_for(RuleId("theirs")) is Severity.ERROR


@pytest.mark.parametrize(("pattern", "left"), [("/a", [TYPE]), ("/*", [TYPE]), ("/A", [TIMEOUT, TYPE])])
def test_per_path_ignores_at_paths_that_match(pattern: str, left: list[str], tmp_path: Path) -> None:
    assert rules(tmp_path, f"lint: {{per-path: {{'{pattern}': {{ignore: [{TIMEOUT}]}}}}}}") == left


def test_per_path_sees_the_path_through_a_reference(tmp_path: Path) -> None:
    body = OPERATION.replace("paths:\n  /a:", "components:\n  pathItems:\n   a:").replace("  /b:", "paths:\n  /b:")
    body += "  /a: {$ref: '#/components/pathItems/a'}\n"

    assert TIMEOUT in rules(tmp_path, "", body)
    assert TIMEOUT not in rules(tmp_path, f"lint: {{per-path: {{/a: {{ignore: [{TIMEOUT}]}}}}}}", body)


@pytest.mark.parametrize("depth", range(5))
def test_allow_silences_at_and_below_the_object_that_holds_it(depth: int, tmp_path: Path) -> None:
    lines = OPERATION.splitlines()[1:4]
    allow = f"{'  ' * depth}x-specforge-allow: {{{TIMEOUT}: the backend is quick}}"
    block = OPERATION.replace("timeoutInMillis: 20", f"timeoutInMillis: 20, {allow.strip()}")
    body = OPERATION.replace(lines[depth - 1], f"{lines[depth - 1]}\n{allow}", 1) if depth in (1, 2, 3) else block
    body = f"{allow}\n{OPERATION}" if depth == 0 else body

    assert rules(tmp_path, "", body) == [TYPE]


def test_allow_elsewhere_silences_nothing(tmp_path: Path) -> None:
    body = OPERATION.replace("type: mokc", f"type: mokc, x-specforge-allow: {{{TIMEOUT}: elsewhere}}")

    assert rules(tmp_path, "", body) == [TIMEOUT, TYPE]


def test_allow_beside_a_reference_silences_behind_it(tmp_path: Path) -> None:
    body = f"""
    components:
      pathItems:
        a:
          get:
            security: []
            responses: {{'200': {{description: ok}}}}
            x-amazon-apigateway-integration:
              {{type: http, uri: 'https://x.example', httpMethod: GET, timeoutInMillis: 20}}
    paths:
      /a: {{$ref: '#/components/pathItems/a', x-specforge-allow: {{{TIMEOUT}: fine here}}}}
    """

    assert [one.rule for one in found(tmp_path, body, TIMEOUT)] == []


# Names


@pytest.mark.parametrize(
    ("config", "place"),
    [
        ("lint: {ignore: [integration-timeout-out-of-rang]}", "1:17"),
        ("lint: {select: [all, integration-timeout-out-of-rang]}", "1:22"),
        ("lint: {severity: {integration-timeout-out-of-rang: error}}", "1:19"),
        ("lint: {per-path: {/a: {ignore: [integration-timeout-out-of-rang]}}}", "1:33"),
    ],
)
def test_an_unknown_name_in_the_configuration_is_a_finding_with_its_place(
    config: str, place: str, tmp_path: Path
) -> None:
    (unknown,) = (one for one in found(tmp_path, OPERATION, config=config) if one.rule == "unknown-rule-name")

    assert unknown.message == f"there is no rule integration-timeout-out-of-rang; did you mean {TIMEOUT}?"
    assert str(unknown.span).endswith(f"specforge.yaml:{place}")


@pytest.mark.parametrize(("severity", "shown"), [("fatal", "fatal; it must be"), ("[error]", "a list; it must be")])
def test_an_unknown_severity_is_one_finding(severity: str, shown: str, tmp_path: Path) -> None:
    config = f"lint: {{severity: {{{TIMEOUT}: {severity}}}}}"

    messages = [one.message for one in found(tmp_path, OPERATION, config=config) if "lint.severity" in one.message]

    assert len(messages) == 1
    assert f"lint.severity.{TIMEOUT} is {shown}" in messages[0]


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_an_unknown_name_on_the_command_line_is_wrong_usage(option: str) -> None:
    with pytest.raises(ConfigError, match=f"there is no rule 'integration-timeout'.*{TIMEOUT}|there is no rule"):
        read_selection(None, Report(), **{option: ["integration-timeout"]})


RETIRED, SUCCESSOR = "cors-setting-not-applied", "cors-left-to-backend"
PROXY = """
paths:
  /a:
    get:
      security: []
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: f}
"""


@pytest.mark.parametrize(
    ("lint", "allow", "severities"),
    [
        pytest.param("", "", [Severity.INFO], id="nothing said"),
        pytest.param(f"lint: {{ignore: [{RETIRED}]}}", "", [], id="ignored"),
        pytest.param(f"lint: {{per-path: {{/a: {{ignore: [{RETIRED}]}}}}}}", "", [], id="ignored at a path"),
        pytest.param(f"lint: {{severity: {{{RETIRED}: error}}}}", "", [Severity.ERROR], id="made an error"),
        pytest.param(f"lint: {{select: [{RETIRED}]}}", "", [Severity.INFO], id="selected"),
        pytest.param("", f"      x-specforge-allow: {{{RETIRED}: the backend does}}\n", [], id="allowed"),
    ],
)
def test_the_name_of_a_rule_that_is_gone_stands_for_its_successor(
    lint: str, allow: str, severities: list[Severity], tmp_path: Path
) -> None:
    cors = "api: {kind: rest}\ncors: {origins: ['https://a.example.com']}\n"
    said = found(tmp_path, PROXY + allow, config=cors + lint)

    assert [one.severity for one in said if one.rule == SUCCESSOR] == severities
    assert not [one for one in said if one.rule in ("unknown-rule-name", "suppression-unused")]
