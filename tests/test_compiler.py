"""The whole program in the order of its stages, and what it promises in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import specforge
from specforge.compiler import Judged, Options, compile_all, judge_all, project_root, read
from specforge.errors import ConfigError, SourceError
from specforge.source import Files
from tests.cli.conftest import BAD, GOOD, TEMPLATE

BROKEN = "openapi: [\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("good", GOOD), ("bad", BAD), ("broken", BROKEN), ("template", TEMPLATE)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return tmp_path


def paths(result: specforge.CompileResult) -> set[str]:
    return {str(file.path) for file in result.files}


def test_a_clean_document_is_ok_and_has_files(folder: Path) -> None:
    result = specforge.compile("good.yaml")

    assert result.ok
    assert {"openapi.json", "docs/index.html", "terraform/main.tf"} <= paths(result)
    assert {file.target for file in result.files} <= set(result.targets)


def test_compiling_writes_nothing_and_write_does(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    result = specforge.compile(folder / "good.yaml", targets=["openapi"])
    planned = result.plan("build")
    assert sorted(folder.rglob("*")) == before

    done = result.write(folder / "build")

    assert done == planned
    assert (folder / "build/openapi.json").exists()


def test_write_removes_only_what_the_same_targets_left(folder: Path) -> None:
    specforge.compile("good.yaml", targets=["docs", "sam"]).write("build")

    done = specforge.compile("good.yaml", targets=["openapi"]).write("build")

    assert done.removed == ()
    assert specforge.compile("good.yaml", config=_only(folder, "openapi")).write("build").removed


def _only(folder: Path, target: str) -> Path:
    (folder / "one.yaml").write_text(f"build: {{targets: [{target}]}}\n")
    return folder / "one.yaml"


def test_write_keeps_edited_files_unless_told(folder: Path) -> None:
    result = specforge.compile("good.yaml", targets=["openapi"])
    result.write("build")
    (folder / "build/openapi.json").write_text("mine")

    with pytest.raises(ConfigError, match="edited"):
        result.write("build")
    assert result.write("build", overwrite=True).changed == ("openapi.json",)


def test_errors_of_the_gateway_leave_clients_and_docs(folder: Path) -> None:
    result = specforge.compile("bad.yaml")

    assert not result.ok
    assert "docs/index.html" in paths(result)
    assert "openapi.json" not in paths(result)
    assert "openapi: stopped by 1 error" in result.notes


def test_errors_may_be_allowed(folder: Path) -> None:
    assert "openapi.json" in paths(specforge.compile("bad.yaml", allow_errors=True))


def test_rules_are_selected_ignored_and_set(folder: Path) -> None:
    assert specforge.compile("bad.yaml", select=["cors"]).ok
    assert specforge.compile("bad.yaml", ignore=["integration"]).ok
    assert specforge.compile("bad.yaml", settings=["lint.severity.unknown-integration-type=info"]).ok


def test_a_text_stands_for_a_file(folder: Path) -> None:
    result = specforge.compile("nowhere.yaml", text=BAD.encode(), targets=["docs"])

    assert result.diagnostics[0].span.file == "nowhere.yaml"


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    first, second = specforge.compile("good.yaml"), specforge.compile("good.yaml")

    assert [(file.path, file.data) for file in first.files] == [(file.path, file.data) for file in second.files]


def test_the_model_comes_with_the_result(folder: Path) -> None:
    api = specforge.compile("good.yaml", targets=["openapi"]).api

    assert api is not None
    assert [operation.path for operation in api.operations] == ["/pets"]


def test_what_is_found_while_emitting_is_a_diagnostic(folder: Path) -> None:
    text = GOOD.replace("3.0.1", "3.1.0") + "webhooks: {a: {post: {responses: {'200': {description: x}}}}}\n"

    result = specforge.compile("hooks.yaml", text=text.encode(), targets=["docs"])

    assert "webhook-not-in-docs" in {one.rule for one in result.diagnostics}


# What cannot be compiled


def test_a_broken_document_has_findings_and_no_model(folder: Path) -> None:
    result = specforge.compile("broken.yaml")

    assert (result.ok, result.api, result.files) == (False, None, ())
    assert [one.rule for one in result.diagnostics] == ["yaml-syntax-error"]


@pytest.mark.parametrize("name", ["missing.yaml", ".", "one.yaml"])
def test_what_is_no_document_is_an_exception(name: str, folder: Path) -> None:
    _only(folder, "docs")

    with pytest.raises(SourceError):
        specforge.compile(name)


def test_an_unknown_target_is_an_exception(folder: Path) -> None:
    with pytest.raises(ConfigError, match="did you mean openapi"):
        specforge.compile("good.yaml", targets=["opnapi"])


def test_a_configuration_that_is_not_there_is_an_exception(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"missing\.yaml"):
        specforge.compile("good.yaml", config="missing.yaml")


# Templates


def test_one_api_of_several_must_be_named(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"holds 2 APIs; name one of template\.yaml#/Resources/Pets, template"):
        specforge.compile("template.yaml")


def test_a_named_api_is_compiled(folder: Path) -> None:
    result = specforge.compile("template.yaml#/Resources/Toys", targets=["openapi"])

    assert (result.name, result.logical_id) == ("template.yaml#/Resources/Toys", "Toys")
    assert paths(result) == {"openapi.json"}


def test_a_name_that_is_none_lists_those_there_are(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no API body template\.yaml#/Resources/Toy; there are template"):
        specforge.compile("template.yaml#/Resources/Toy")


def test_all_apis_of_a_template_are_compiled_together(folder: Path) -> None:
    results = list(compile_all("template.yaml", options=Options(targets=("openapi",))))

    assert [result.logical_id for result in results] == ["Pets", "Toys"]


# Stages


def test_judging_stops_before_anything_is_emitted(folder: Path) -> None:
    (judged,) = judge_all("bad.yaml", options=Options())

    assert isinstance(judged, Judged)
    assert judged.document.name == "bad.yaml"
    assert [one.rule for one in judged.diagnostics] == ["unknown-integration-type"]


def test_import_as_is_judges_what_the_import_document_would_mend(folder: Path) -> None:
    text = GOOD.replace("3.0.1", "3.1.0").encode()

    as_is, mended = (
        {one.rule for one in specforge.compile("x.yaml", text=text, targets=["docs"], import_as_is=flag).diagnostics}
        for flag in (True, False)
    )

    assert as_is > mended


def test_reading_a_file_that_cannot_be_read_is_an_exception(folder: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read("missing.yaml", Files(str(folder)))


def test_the_project_is_the_repository_else_the_current_folder_else_that_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "repository/.git").mkdir(parents=True)
    (folder / "elsewhere").mkdir()

    assert project_root(str(folder / "repository/apis/a.yaml")) == str(folder / "repository")
    assert project_root("apis/a.yaml") == str(folder)
    monkeypatch.chdir(folder / "elsewhere")
    assert project_root(str(folder / "apis/a.yaml")) == str(folder / "apis")


# Public names


@pytest.mark.parametrize("name", specforge.__all__)
def test_every_public_name_loads(name: str) -> None:
    assert getattr(specforge, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'complie'"):
        specforge.complie  # noqa: B018  # the access is what is tested
