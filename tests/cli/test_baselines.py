"""`validate --baseline` and `--write-baseline`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import BAD, GOOD, Specforge


def record(specforge: Specforge, *specs: str) -> None:
    assert specforge("validate", *specs, "--baseline", "b.json", "--write-baseline").code == 0


def test_what_is_recorded_is_hidden_and_does_not_count(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    record(specforge, "a.yaml")
    done = specforge("validate", "a.yaml", "--baseline", "b.json")

    assert done.code == 0
    assert "no findings" in done.out
    assert "hidden by the baseline" in done.err


def test_lines_may_move(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    record(specforge, "a.yaml")
    specforge.put("a.yaml", "# moved\n\n" + BAD)

    assert specforge("validate", "a.yaml", "--baseline", "b.json").code == 0


def test_what_is_not_recorded_is_seen(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    record(specforge, "a.yaml")
    specforge.put("a.yaml", BAD.replace("/pets:", "pets:"))
    done = specforge("validate", "a.yaml", "--baseline", "b.json")

    assert done.code == 1
    assert "error[path-without-leading-slash]" in done.out


def test_the_baseline_is_written_for_its_folder_wherever_one_calls_from(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    specforge.put("d/a.yaml", BAD)
    record(specforge, "d/a.yaml")
    monkeypatch.chdir(specforge.folder / "d")

    assert list(json.loads((specforge.folder / "b.json").read_text())["findings"]) == ["d/a.yaml"]
    assert specforge("validate", "a.yaml", "--baseline", "../b.json").code == 0
    assert specforge("validate", str(specforge.folder / "d/a.yaml"), "--baseline", "../b.json").code == 0


def test_what_is_gone_is_told_in_one_line(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    record(specforge, "a.yaml")
    specforge.put("a.yaml", GOOD)
    done = specforge("validate", "a.yaml", "--baseline", "b.json")

    assert "of the baseline b.json" in done.err
    assert done.err.count("\n") == 1


def test_what_is_gone_only_a_run_of_all_rules_can_tell(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    record(specforge, "a.yaml")
    specforge.put("a.yaml", GOOD)

    assert specforge("validate", "a.yaml", "--baseline", "b.json", "--select", "vtl").err == ""


def test_of_files_that_were_not_read_nothing_is_gone_unless_they_are(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("b.yaml", BAD)
    record(specforge, "a.yaml", "b.yaml")

    assert specforge("validate", "a.yaml", "--baseline", "b.json").err == ""
    (specforge.folder / "b.yaml").unlink()
    assert "gone" in specforge("validate", "a.yaml", "--baseline", "b.json").err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", "is not valid JSON", id="broken"),
        pytest.param('{"version": 7}', "is of version 7", id="another version"),
        pytest.param(None, "cannot be read: no such file", id="absent"),
    ],
)
def test_a_bad_baseline_is_one_line_and_the_files_are_checked(
    specforge: Specforge, text: str | None, message: str
) -> None:
    specforge.put("a.yaml", BAD)
    specforge.put("c.yaml", BAD)
    if text is not None:
        specforge.put("b.json", text)
    done = specforge("validate", "a.yaml", "c.yaml", "--baseline", "b.json")

    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1
    assert done.out.count("type is mokc") == 2


def test_the_configuration_names_a_baseline_beside_itself(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    specforge.put("d/a.yaml", BAD)
    specforge.put("specforge.yaml", "lint: {baseline: known.json}\n")
    monkeypatch.chdir(specforge.folder / "d")

    assert specforge("validate", "a.yaml", "--write-baseline").code == 0
    assert (specforge.folder / "known.json").is_file()
    assert specforge("validate", "a.yaml").code == 0


def test_a_baseline_to_write_needs_a_name(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    done = specforge("validate", "a.yaml", "--write-baseline")

    assert done.code == 2
    assert "--write-baseline needs --baseline FILE" in done.err


def test_a_document_that_cannot_be_read_is_never_hidden(specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\npaths: [\n")

    assert specforge("validate", "a.yaml", "--baseline", "b.json", "--write-baseline").code == 1
    assert not (specforge.folder / "b.json").exists()
