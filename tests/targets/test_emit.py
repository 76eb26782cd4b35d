"""Which targets emit."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.config import Config
from specforge.diagnostics import Diagnostic, Finding, Origin, Report, RuleId
from specforge.errors import ConfigError
from specforge.ir import Api
from specforge.rules.selection import Selection
from specforge.rules.settle import settle
from specforge.source import read_text
from specforge.targets.emit import Emitted, emit, find_obstacle
from specforge.targets.registry import NAMES, load
from tests.lower.documents import configured, lowered

PATHS = "openapi: 3.0.1\ninfo: {title: pets, version: '1'}\npaths: {}\n"


def api(folder: Path, kind: str = "rest") -> Api:
    return lowered(PATHS, configured(f"api: {{kind: {kind}}}\n", folder))


def error(rule: str) -> Diagnostic:
    source = read_text("a: 1\n", "a.yaml")
    (found,) = settle([Finding(rule=RuleId(rule), message="m", origin=Origin(source.entry, source.data))], Selection())
    return found


def emitted(folder: Path, config: str = "", *names: str, kind: str = "rest", found: tuple[str, ...] = ()) -> Emitted:
    made: Config = configured(config, folder)
    report = Report()
    report.settled = tuple(map(error, found))
    return emit(api(folder, kind), made, report, names)


BY_DEFAULT = tuple(name for name in NAMES if name != "python-models")
GATEWAY, EVERYTHING = "integration-timeout-out-of-range", "yaml-syntax-error"


def test_all_that_fit_the_kind_are_emitted(tmp_path: Path) -> None:
    result = emitted(tmp_path)

    assert result.targets == BY_DEFAULT
    assert {file.target for file in result.files} <= set(NAMES)
    assert (result.notes, result.covers) == ((), BY_DEFAULT)


def test_a_target_that_is_not_by_default_is_emitted_when_it_is_named_and_its_files_stay_otherwise(
    tmp_path: Path,
) -> None:
    assert "python-models" not in emitted(tmp_path).targets
    assert "python-models" not in (emitted(tmp_path).covers or ())
    assert emitted(tmp_path, "", "python-models").targets == ("python-models",)
    assert emitted(tmp_path, "build: {targets: [python-models]}\n").targets == ("python-models",)


def test_those_of_the_configuration_are_emitted_in_its_order(tmp_path: Path) -> None:
    assert emitted(tmp_path, "build: {targets: [docs, openapi]}").targets == ("docs", "openapi")


def test_those_that_are_asked_for_count_more(tmp_path: Path) -> None:
    result = emitted(tmp_path, "build: {targets: [docs]}", "openapi")

    assert (result.targets, result.covers) == (("openapi",), ("openapi",))


def test_unknown_names_of_the_configuration_are_left_out_and_of_the_caller_refused(tmp_path: Path) -> None:
    assert emitted(tmp_path, "build: {targets: [dcos]}").targets == ()
    assert emitted(tmp_path, "build: {targets: [dcos, docs]}").targets == ("docs",)
    with pytest.raises(ConfigError, match="did you mean docs"):
        emitted(tmp_path, "", "dcos")


def test_an_error_of_the_gateway_stops_its_targets(tmp_path: Path) -> None:
    result = emitted(tmp_path, found=(GATEWAY, GATEWAY))

    stopped = [name for name in NAMES if load(name).gateway]
    assert result.targets == tuple(name for name in BY_DEFAULT if name not in stopped)
    assert result.notes == tuple(f"{name}: stopped by 2 errors" for name in stopped)
    assert result.covers == result.targets


def test_an_error_of_reading_stops_all(tmp_path: Path) -> None:
    result = emitted(tmp_path, found=(EVERYTHING,))

    assert (result.targets, result.files, result.covers) == ((), (), ())
    assert result.notes[0].endswith("stopped by 1 error")


def test_a_plain_document_has_no_gateway_targets_and_one_line_that_says_why(tmp_path: Path) -> None:
    result = emitted(tmp_path, kind="plain")

    assert not [name for name in result.targets if load(name).gateway]
    assert len(result.notes) == 1
    assert result.covers == BY_DEFAULT


def test_a_target_that_is_asked_for_and_does_not_fit_says_so(tmp_path: Path) -> None:
    assert emitted(tmp_path, "", "sam", kind="plain").notes == ("sam: emits nothing for a plain document",)


def test_force_emits_in_spite_of_errors_but_not_for_another_kind(tmp_path: Path) -> None:
    report = Report()
    report.settled = (error(GATEWAY),)
    target = load("mapping-templates")

    assert find_obstacle(target, api(tmp_path), report, force=True) is None
    assert find_obstacle(target, api(tmp_path), report, force=False) == "stopped by 1 error"
    assert find_obstacle(target, api(tmp_path, "http"), report, force=True) == "emits nothing for a http document"


def test_options_are_read_and_their_faults_not_told_again(tmp_path: Path) -> None:
    report = Report()
    config = configured("build: {docs: {title: Toys, titel: x}}", tmp_path)

    result = emit(api(tmp_path), config, report, ["docs"])

    assert any("Toys" in str(file.content) for file in result.files)
    assert "unknown-configuration-key" not in {one.rule for one in report.take()}
