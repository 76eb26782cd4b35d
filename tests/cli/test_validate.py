"""`specforge validate`."""

from __future__ import annotations

import json
import os
import sys

import pytest

from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge

TOY = "template.yaml#/Resources/Toys"
OTHER = "hello: world\n"
WARNING = "lint: {severity: {unknown-integration-type: warning}}\n"


def test_a_file_that_is_no_api_is_told_in_one_line(specforge: Specforge) -> None:
    specforge.put("other.yaml", OTHER)

    done = specforge("validate", "other.yaml")

    assert done == (
        2,
        "",
        "specforge: other.yaml is no API document: it has no `openapi` or `swagger` key\n",
    )


@pytest.mark.parametrize("text", ["", "\n", "null\n", "[]\n", "3\n"])
def test_an_empty_file_is_no_api(text: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", text)

    done = specforge("validate", "a.yaml")

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_unreadable_files_among_several_do_not_stop_the_others(specforge: Specforge) -> None:
    specforge.put("bad.yaml", BAD)
    specforge.put("other.yaml", OTHER)
    specforge.put("good.yaml", GOOD)

    done = specforge("validate", "bad.yaml", "missing.yaml", "other.yaml", "good.yaml")

    assert done.code == 2
    assert "bad.yaml: REST API, 1 error\n" in done.out
    assert "good.yaml: REST API, no findings\n" in done.out
    assert [line.split()[1].strip("'") for line in done.err.splitlines()] == ["missing.yaml", "other.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are POSIX's")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_whatever_cannot_be_read_is_one_line_each_and_the_others_are_checked(jobs: str, specforge: Specforge) -> None:
    specforge.put("good.yaml", GOOD)
    specforge.put("folder.yaml/a", "")
    (specforge.folder / "loop.yaml").symlink_to("loop.yaml")
    (specforge.folder / "gone.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(specforge.folder / "pipe.yaml")
    unreadable = ["folder.yaml", "loop.yaml", "gone.yaml", "pipe.yaml", "x" * 300, "a\x1b.yaml"]

    done = specforge("validate", "--jobs", jobs, *unreadable, "good.yaml")

    assert (done.code, done.err.count("\n")) == (2, len(unreadable))
    assert all("cannot be read" in line for line in done.err.splitlines())
    assert "'folder.yaml' cannot be read: it is a folder, not a file\n" in done.err
    assert done.out == "good.yaml: REST API, no findings\n"
    assert "\x1b" not in done.err


def test_other_files_are_counted_when_they_may_be_skipped(specforge: Specforge) -> None:
    specforge.put("good.yaml", GOOD)
    specforge.put("one.yaml", OTHER)
    specforge.put("two.yaml", OTHER)

    assert specforge("validate", "good.yaml", "one.yaml", "--skip-other-files") == (
        0,
        "good.yaml: REST API, no findings\n",
        "1 other file skipped\n",
    )
    assert specforge("validate", "one.yaml", "two.yaml", "--skip-other-files") == (0, "", "2 other files skipped\n")
    assert specforge("validate", "missing.yaml", "--skip-other-files").code == 2


def test_a_broken_file_is_a_finding_with_its_place(specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\n a: b\n")

    done = specforge("validate", "a.yaml")

    assert done.code == 1
    assert done.out.startswith("error[yaml-syntax-error]: ")
    assert "  --> a.yaml:2:3\n" in done.out
    assert done.out.endswith("\na.yaml: 1 error\n")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--select", "cors"), id="not selected"),
        pytest.param(("--ignore", "yaml-syntax-error"), id="ignored"),
        pytest.param(("--set", "lint.severity={yaml-syntax-error: info}"), id="made light of"),
    ],
)
def test_nothing_hides_that_a_file_could_not_be_read(options: tuple[str, ...], specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\n a: b\n")

    assert specforge("validate", "a.yaml", *options).code == 1
    assert specforge("build", "a.yaml", *options[:2]).code == 1


@pytest.mark.parametrize(("kind", "named"), [("rest", "REST API"), ("http", "HTTP API"), ("plain", "plain OpenAPI")])
def test_the_kind_is_printed(kind: str, named: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths: {}\n")

    assert f"a.yaml: {named}, " in specforge("validate", "a.yaml", "--set", f"api.kind={kind}").out


# Standard input


def test_standard_input_is_named_as_asked(specforge: Specforge) -> None:
    assert "  --> <stdin>:9:" in specforge("validate", "-", stdin=BAD).out
    assert "  --> apis/pets.yaml:9:" in specforge("validate", "-", "--stdin-filename", "apis/pets.yaml", stdin=BAD).out


def test_references_of_standard_input_start_at_its_name(specforge: Specforge) -> None:
    specforge.put("apis/common.yaml", BAD)
    text = GOOD.partition("  /pets:")[0] + "  /pets: {$ref: 'common.yaml#/paths/~1pets'}\n"

    done = specforge("validate", "-", "--stdin-filename", "apis/pets.yaml", stdin=text)

    assert "  --> apis/common.yaml:9:" in done.out


def test_standard_input_that_is_no_api_is_told_in_one_line(specforge: Specforge) -> None:
    done = specforge("validate", "-", stdin=OTHER)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("specforge: <stdin> is no API document")


# What counts


@pytest.mark.parametrize(
    ("threshold", "codes"),
    [("error", (1, 0, 0)), ("warning", (1, 1, 0)), ("info", (1, 1, 0)), ("never", (0, 0, 0))],
)
def test_findings_at_or_above_the_threshold_fail(threshold: str, codes: tuple[int, ...], specforge: Specforge) -> None:
    specforge.put("0.yaml", BAD)
    specforge.put("1.yaml", BAD)
    specforge.put("1.specforge.yaml", WARNING)
    specforge.put("2.yaml", GOOD)

    found = tuple(specforge("validate", f"{number}.yaml", "--fail-on", threshold).code for number in range(3))

    assert found == codes


def test_rules_and_families_are_selected_and_ignored(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    rule = "unknown-integration-type"

    assert specforge("validate", "a.yaml", "--select", rule).code == 1
    assert specforge("validate", "a.yaml", "--select", "cors").code == 0
    assert specforge("validate", "a.yaml", "--ignore", rule).code == 0
    assert specforge("validate", "a.yaml", "--ignore", "integration").code == 0


def test_statistics_count_by_rule_the_most_frequent_first(specforge: Specforge) -> None:
    bad, good = (text.partition("  /pets:")[2] for text in (BAD, GOOD))
    slow = good.replace("uri:", "timeoutInMillis: 20, uri:")
    specforge.put("a.yaml", f"{BAD}  /a:{bad}  /b:{slow}")

    lines = specforge("validate", "a.yaml", "--statistics", "--select", "integration").out.splitlines()

    assert lines[-2:] == [
        "     2 error    unknown-integration-type",
        "     1 error    integration-timeout-out-of-range",
    ]


def test_rules_may_be_listed_with_commas(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    assert specforge("validate", "a.yaml", "--select", "cors,integration").code == 1
    assert specforge("validate", "a.yaml", "--ignore", "cors, unknown-integration-type").code == 0
    assert specforge("validate", "a.yaml", "--select", "cors,nope").err == "specforge: there is no rule 'nope'\n"


def test_statistics_leave_a_report_for_programs_whole(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    counted = "     1 error    unknown-integration-type\n"

    assert specforge("validate", "a.yaml", "--statistics", "--format", "json").err == counted
    assert specforge("validate", "a.yaml", "--statistics", "--format", "json", "--output", "a.json").out == counted
    both = ("--format", "json", "--output", "a.json", "--format", "text", "--statistics")
    assert specforge("validate", "a.yaml", *both).out.endswith(counted)


def test_a_document_that_is_named_twice_is_judged_once(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    assert specforge("validate", "a.yaml", "a.yaml").out.endswith("\na.yaml: REST API, 1 error\n")


# Formats


def test_formats_and_outputs_pair_up(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    done = specforge(
        "validate", "a.yaml", "--format", "json", "--output", "reports/a.json", "--format", "github", "--output", "-"
    )

    assert done.code == 1
    assert done.out.startswith("::error file=a.yaml,line=9,")
    assert json.loads((specforge.folder / "reports/a.json").read_text())["version"] == 1


def test_a_format_without_an_output_goes_to_standard_output(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    done = specforge("validate", "a.yaml", "--format", "text", "--output", "a.txt", "--format", "github")

    assert done.out.startswith("::error ")
    assert (specforge.folder / "a.txt").read_text().startswith("error[")


def test_an_output_alone_is_text(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    assert specforge("validate", "a.yaml", "--output", "a.txt").out == ""
    assert (specforge.folder / "a.txt").read_text().startswith("error[unknown-integration-type]")


def test_more_outputs_than_formats_are_wrong_usage(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    done = specforge("validate", "a.yaml", "--format", "json", "--output", "a", "--output", "b")

    assert (done.code, done.out) == (2, "")
    assert "2 --output for 1 --format" in done.err
    assert specforge.files() == ["a.yaml"]


@pytest.mark.parametrize(
    ("outputs", "told"),
    [(("./a.yaml", "b"), "./a.yaml is one of the documents"), (("b", "./b"), "./b is given twice")],
)
def test_no_report_replaces_a_document_or_another_report(
    outputs: tuple[str, str], told: str, specforge: Specforge
) -> None:
    specforge.put("a.yaml", BAD)
    pairs = [("--format", form, "--output", file) for form, file in zip(("json", "text"), outputs, strict=True)]

    done = specforge("validate", "a.yaml", *pairs[0], *pairs[1])

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert specforge.files() == ["a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="devices are POSIX's")
def test_a_device_takes_several_reports(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    nowhere = ("--output", "/dev/null")

    assert specforge("validate", "a.yaml", "--format", "json", *nowhere, "--format", "text", *nowhere) == (1, "", "")


def test_an_output_that_cannot_be_written_is_told_in_one_line(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    done = specforge("validate", "a.yaml", "--output", "a.yaml/report")

    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("specforge: cannot write a.yaml/report: ")


# Templates


def test_every_api_of_a_template_is_judged(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    done = specforge("validate", "template.yaml")

    assert "template.yaml#/Resources/Pets: REST API, " in done.out
    assert "template.yaml#/Resources/Toys: HTTP API, " in done.out
    assert done.out.splitlines()[-1].endswith("in 2 documents")


def test_one_api_of_a_template_is_judged_by_its_name(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    assert "Pets" not in specforge("validate", "template.yaml#/Resources/Toys").out
    assert specforge("validate", "template.yaml#/Resources/Toy") == (
        2,
        "",
        f"specforge: there is no API body {TOY[:-1]}; there are template.yaml#/Resources/Pets, {TOY}\n",
    )


def test_a_file_with_a_hash_in_its_name_is_a_file(specforge: Specforge) -> None:
    specforge.put("a#1.yaml", GOOD)
    specforge.put("b#/c.yaml", GOOD)

    assert specforge("validate", "a#1.yaml", "b#/c.yaml").code == 0


# The configuration


def test_faults_of_the_configuration_are_findings_with_places(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", "lnt: {}\nbuild: {targets: [opnapi], docs: {titel: x, title: 5}, dcos: {}}\n")

    done = specforge("validate", "a.yaml", "--format", "json")

    found = [(one["line"], one["column"], one["message"]) for one in json.loads(done.out)["diagnostics"]]
    assert done.code == 1
    assert [place[:2] for place in found] == [(1, 1), (2, 19), (2, 35), (2, 52), (2, 56)]
    assert found[1][2] == "there is no target opnapi; did you mean openapi?"
    assert found[2][2] == "build.docs.titel is no option of the target; did you mean title?"
    assert found[3][2].startswith("build.docs.title: expected str")
    assert found[4][2] == "build.dcos is no target; did you mean docs?"


def test_a_configuration_of_several_documents_is_judged_once(specforge: Specforge) -> None:
    names = [f"{number}.yaml" for number in range(12)]
    for name in names:
        specforge.put(name, BAD)
    specforge.put("specforge.yaml", "lnt: {}\n")

    for jobs in ("1", "2"):
        out = specforge("validate", *names, "--jobs", jobs).out
        assert out.count("error[unknown-configuration-key]") == 1
        assert out.count("error[unknown-integration-type]") == 12


def test_what_two_documents_share_is_told_of_each(specforge: Specforge) -> None:
    specforge.put("part.yaml", BAD)
    for name in ("a.yaml", "b.yaml"):
        specforge.put(name, GOOD.partition("  /pets:")[0] + "  /pets: {$ref: 'part.yaml#/paths/~1pets'}\n")

    out = specforge("validate", "a.yaml", "b.yaml").out

    assert out.count("error[unknown-integration-type]") == 2
    assert "a.yaml: REST API, 1 error\nb.yaml: REST API, 1 error\n" in out


@pytest.mark.parametrize(("text", "rule"), [("a: [1\n", "yaml-syntax-error"), ("- 1\n", "invalid-configuration")])
def test_a_broken_configuration_is_a_finding(text: str, rule: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", text)

    done = specforge("validate", "a.yaml")

    assert done.code == 1
    assert done.out.startswith(f"error[{rule}]: ")
    assert "  --> specforge.yaml:" in done.out


def test_the_same_complaint_is_made_once(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("b.yaml", GOOD)

    done = specforge("validate", "a.yaml", "b.yaml", "--config", "missing.yaml")

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


# The terminal


def test_a_progress_bar_is_for_terminals_that_people_watch(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("b.yaml", GOOD)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.delenv("CI", raising=False)

    assert "checking" in specforge("validate", "a.yaml", "b.yaml").err
    monkeypatch.setenv("CI", "true")
    assert specforge("validate", "a.yaml", "b.yaml").err == ""


HOSTILE = "\x1b]0;owned\x07 \u202e\u2066\u200b ::error file=x::y"


def test_nothing_of_a_document_reaches_the_terminal_raw(specforge: Specforge) -> None:
    text = json.dumps(
        {
            "openapi": "3.0.1",
            "info": {"title": HOSTILE, "version": "1"},
            f"x-amazon-apigateway-{HOSTILE}": 1,
            "paths": {
                f"/{HOSTILE}": {
                    "get": {"operationId": HOSTILE, "x-amazon-apigateway-integration": {"type": f"\n{HOSTILE}"}}
                }
            },
        },
        ensure_ascii=False,
    )
    specforge.put("a.json", text)

    for format_ in ("text", "github", "json"):
        done = specforge("validate", "a.json", "--format", format_)
        assert done.code == 1
        assert not set(done.out + done.err) & set("\x1b\x07\u202e\u2066\u200b")
    assert not [line for line in specforge("validate", "a.json").out.splitlines() if line.startswith("::")]
    github = specforge("validate", "a.json", "--format", "github").out.splitlines()
    assert all(line.startswith(("::error file=a.json,", "::warning file=a.json,")) for line in github[:-1])


def test_a_file_name_is_no_command_of_a_ci_system(specforge: Specforge) -> None:
    specforge.put("::error::x.yaml", GOOD)

    assert specforge("validate", "::error::x.yaml").out == "\\x3a:error::x.yaml: REST API, no findings\n"
    assert not specforge("build", "::error::x.yaml", "--target", "openapi").err.startswith("::")


def test_strict_asks_openapi_spec_validator_too(specforge: Specforge) -> None:
    since = "parameters: [{name: since, in: query, schema: {type: string, format: date, default: someday}}]"
    specforge.put("a.yaml", GOOD.replace("security: []", f"security: []\n      {since}"))
    mine = specforge("validate", "a.yaml").out

    assert "openapi-spec-validator" not in mine
    assert "openapi-spec-validator says: 'someday'" in specforge("validate", "--strict", "a.yaml").out


def test_strict_says_nothing_again(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD.replace("/pets:", "'/pets/{id}':"))

    assert "openapi-spec-validator" not in specforge("validate", "--strict", "a.yaml").out
