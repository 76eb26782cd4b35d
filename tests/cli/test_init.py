"""`specforge init`."""

from __future__ import annotations

import io
import sys

import pytest
import yaml

from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge
from tests.schemas import GITHUB_WORKFLOW, GITLAB_CI, PRE_COMMIT, faults

HOOKS = """\
# ours
repos:
  - repo: https://example.com/hooks  # pinned
    rev: v1
    hooks:
      - id: other
"""


class Terminal(io.TextIOWrapper):
    """Standard input that somebody types."""

    def isatty(self) -> bool:
        return True


def test_a_project_gets_its_configuration_and_its_hook(specforge: Specforge) -> None:
    specforge.put("openapi.yaml", GOOD)

    done = specforge("init", "--no-baseline", stdin="")

    assert (done.code, done.err) == (0, "")
    assert specforge.files() == [".pre-commit-config.yaml", "openapi.yaml", "specforge.yaml"]
    assert "kind: rest  # rest, http or plain" in (specforge.folder / "specforge.yaml").read_text()
    assert specforge("validate", "openapi.yaml").code == 0


def test_the_findings_of_an_old_document_are_recorded_and_hidden(specforge: Specforge) -> None:
    specforge.put("old.yaml", BAD)
    assert specforge("validate", "old.yaml").code == 1

    assert specforge("init", "old.yaml", stdin="").code == 0
    assert specforge("validate", "old.yaml").code == 0
    assert "specforge-baseline.json" in specforge.files()


def test_a_sound_document_needs_no_baseline(specforge: Specforge) -> None:
    specforge.put("openapi.yaml", "openapi: 3.0.1\ninfo: {title: t, version: '1', description: d}\npaths: {}\n")
    specforge("init", "--kind", "plain", "--ci", "none", stdin="")

    assert ("specforge-baseline.json" in specforge.files()) is ("finding" in specforge("validate", "openapi.yaml").err)


@pytest.mark.parametrize("there", ["specforge.yaml", ".github/workflows/specforge.yml"])
def test_nothing_that_is_there_is_replaced_without_force(there: str, specforge: Specforge) -> None:
    specforge.put("openapi.yaml", GOOD)
    specforge.put(there, "build: {}\n")
    before = specforge.files()

    done = specforge("init", "--ci", "github", stdin="")

    assert (done.code, done.err) == (2, f"specforge: {there} is there; --force replaces\n")
    assert specforge.files() == before
    assert specforge("init", "--ci", "github", "--force", stdin="").code == 0


def test_the_hook_is_added_to_others_whose_comments_stay_and_only_once(specforge: Specforge) -> None:
    specforge.put("openapi.yaml", GOOD)
    specforge.put(".pre-commit-config.yaml", HOOKS)
    specforge("init", "--no-baseline", stdin="")
    once = (specforge.folder / ".pre-commit-config.yaml").read_text()
    specforge("init", "--no-baseline", "--force", stdin="")

    assert once.startswith(HOOKS)
    assert once == (specforge.folder / ".pre-commit-config.yaml").read_text()
    assert [hook["id"] for entry in yaml.safe_load(once)["repos"] for hook in entry["hooks"]] == [
        "other",
        "specforge-validate",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [("repos: 3\n", "repos is no list"), ("- a\n", "it is no mapping"), ("a: [\n", "cannot be added to")],
)
def test_a_file_that_cannot_be_added_to_is_told_and_nothing_is_written(
    text: str, told: str, specforge: Specforge
) -> None:
    specforge.put("openapi.yaml", GOOD)
    specforge.put(".pre-commit-config.yaml", text)

    done = specforge("init", "--no-baseline", stdin="")

    assert done.code == 2
    assert told in done.err
    assert specforge.files() == [".pre-commit-config.yaml", "openapi.yaml"]


def test_workflows_are_written_for_github_and_gitlab(specforge: Specforge) -> None:
    specforge.put("openapi.yaml", GOOD)
    specforge.put(".gitlab-ci.yml", "stages: [test]  # ours\n")
    specforge("init", "--ci", "github", "--no-hook", "--no-baseline", stdin="")
    specforge("init", "--ci", "gitlab", "--no-hook", "--no-baseline", "--force", stdin="")
    github = yaml.safe_load((specforge.folder / ".github/workflows/specforge.yml").read_text())
    gitlab = (specforge.folder / ".gitlab-ci.yml").read_text()

    assert "specforge validate" in github["jobs"]["validate"]["steps"][-1]["run"]
    assert gitlab.startswith("stages: [test]  # ours\n")
    assert "codequality" in yaml.safe_load(gitlab)["specforge"]["artifacts"]["reports"]
    assert ".pre-commit-config.yaml" not in specforge.files()


@pytest.mark.parametrize(
    ("options", "file", "schema"),
    [
        ("--ci github --no-hook", ".github/workflows/specforge.yml", GITHUB_WORKFLOW),
        ("--ci gitlab --no-hook", ".gitlab-ci.yml", GITLAB_CI),
        ("--hook", ".pre-commit-config.yaml", PRE_COMMIT),
    ],
)
def test_the_published_schema_accepts_what_is_written(
    options: str, file: str, schema: str, specforge: Specforge
) -> None:
    specforge.put("openapi.yaml", GOOD)
    specforge("init", "--no-baseline", *options.split(), stdin="")
    text = (specforge.folder / file).read_text().replace("\non: [", '\n"on": [')  # YAML 1.1 reads on as true

    assert faults(schema, yaml.safe_load(text)) == []


def test_on_a_terminal_it_asks(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    specforge.put("api.yaml", BAD)
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(b"api.yaml\nhttp\nn\ngithub\ny\n")))

    done = specforge("init")

    assert done.code == 0, done
    assert "kind: http" in (specforge.folder / "specforge.yaml").read_text()
    assert specforge.files() == [
        ".github/workflows/specforge.yml",
        "api.yaml",
        "specforge-baseline.json",
        "specforge.yaml",
    ]


def test_the_question_counts_the_findings_under_the_kind_that_was_answered(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    specforge.put("api.yaml", BAD)
    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(b"rest\nn\nnone\nn\n")))

    assert "Record 1 finding as known?" in specforge("init", "api.yaml").out
    assert specforge.files() == ["api.yaml", "specforge.yaml"]


def test_a_template_with_apis_of_two_kinds_is_given_none(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)
    before = specforge("validate", "template.yaml").out

    specforge("init", "template.yaml", "--no-baseline", stdin="")

    assert "kind" not in (specforge.folder / "specforge.yaml").read_text()
    assert specforge("validate", "template.yaml").out == before
    specforge("init", "template.yaml", "--no-baseline", "--force", "--kind", "http", stdin="")
    assert "kind: http" in (specforge.folder / "specforge.yaml").read_text()


def test_a_document_that_is_not_there_is_told_with_what_to_do(specforge: Specforge) -> None:
    told = "specforge: 'openapi.yaml' cannot be read: no such file or directory"

    assert specforge("init", stdin="") == (2, "", f"{told}; name the document: specforge init SPEC\n")
    assert specforge("init", "openapi.yaml", stdin="") == (2, "", f"{told}\n")


def test_a_broken_document_is_told_and_nothing_is_written(specforge: Specforge) -> None:
    specforge.put("openapi.yaml", "openapi: 3.0.1\n a: b\n")

    done = specforge("init", stdin="")

    assert done == (2, "", "specforge: openapi.yaml cannot be read; specforge validate says why\n")
    assert specforge.files() == ["openapi.yaml"]
