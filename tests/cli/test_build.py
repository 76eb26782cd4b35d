"""`specforge build`."""

from __future__ import annotations

import pytest

from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge


def test_a_build_writes_all_that_fits_and_says_where(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)

    done = specforge("build", "a.yaml")

    assert done.code == 0
    assert done.out.startswith("build holds ")
    assert "a.yaml: REST API, " in done.err
    assert {"build/openapi.json", "build/terraform/main.tf", "build/docs/index.html"} <= set(specforge.files())


def test_a_second_build_changes_nothing(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml", "--target", "openapi")

    done = specforge("build", "a.yaml", "--target", "openapi")

    assert done.out == "build holds 1 file: 0 created, 0 changed, 1 unchanged, 0 removed\n"


def test_the_folder_is_that_of_the_option_or_of_the_configuration(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", "build: {out: made, targets: [openapi]}\n")

    assert specforge("build", "a.yaml").out.startswith("made holds 1 ")
    assert specforge("build", "a.yaml", "--out", "there").out.startswith("there holds 1 ")


def test_standard_input_is_built(specforge: Specforge) -> None:
    done = specforge("build", "-", "--target", "openapi", "--stdin-filename", "pets.yaml", stdin=GOOD)

    assert done.code == 0
    assert "pets.yaml: REST API" in done.err


# Errors


def test_errors_of_the_gateway_stop_its_targets_and_leave_the_others(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    done = specforge("build", "a.yaml")

    assert done.code == 1
    assert "openapi: stopped by 1 error\n" in done.err
    assert "build/docs/index.html" in specforge.files()
    assert "build/openapi.json" not in specforge.files()


def test_errors_may_be_allowed(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    assert specforge("build", "a.yaml", "--target", "openapi", "--allow-errors").code == 0
    assert "build/openapi.json" in specforge.files()


def test_a_broken_document_writes_nothing(specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: [\n")

    done = specforge("build", "a.yaml")

    assert (done.code, done.out) == (1, "nothing was written\n")
    assert specforge.files() == ["a.yaml"]


def test_an_error_leaves_the_files_of_stopped_targets_as_they_were(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml")
    specforge.put("a.yaml", BAD)

    specforge("build", "a.yaml")

    assert "build/openapi.json" in specforge.files()


def test_a_plain_document_says_once_why_the_gateway_targets_emit_nothing(specforge: Specforge) -> None:
    specforge.put("a.yaml", "openapi: 3.0.1\ninfo: {title: t, version: '1'}\npaths: {}\n")

    done = specforge("build", "a.yaml")

    assert done.code == 0
    assert "a.yaml: plain OpenAPI, " in done.err
    assert done.err.count("emit nothing") == 1
    assert "build/openapi.json" not in specforge.files()
    assert "emits nothing for a plain document" in specforge("build", "a.yaml", "--target", "sam").err


# What is stale


def test_a_target_that_is_no_longer_configured_is_removed(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", "build: {targets: [openapi, docs]}\n")
    specforge("build", "a.yaml")
    specforge.put("specforge.yaml", "build: {targets: [openapi]}\n")

    specforge("build", "a.yaml")

    assert [file for file in specforge.files() if file.startswith("build/docs")] == []
    assert "build/openapi.json" in specforge.files()


def test_one_target_alone_leaves_the_files_of_the_others(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml")
    before = specforge.files()

    assert "0 removed" in specforge("build", "a.yaml", "--target", "openapi").out
    assert specforge.files() == before


def test_targets_that_do_not_fit_another_kind_are_removed(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml", "--set", "api.kind=rest")

    specforge("build", "a.yaml", "--set", "api.kind=plain")

    assert "build/openapi.json" not in specforge.files()


def test_edited_files_are_refused_kept_and_with_overwrite_replaced(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml", "--target", "openapi")
    specforge.put("build/openapi.json", "mine")

    done = specforge("build", "a.yaml", "--target", "openapi")

    assert (done.code, done.out) == (2, "")
    assert "openapi.json in build was not written by specforge, or edited since; --overwrite replaces" in done.err
    assert specforge("build", "a.yaml", "--target", "openapi", "--overwrite").code == 0


def test_a_stale_file_that_was_edited_is_named(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", "build: {targets: [openapi, sam]}\n")
    specforge("build", "a.yaml")
    specforge.put("build/sam/template.yaml", "mine")
    specforge.put("specforge.yaml", "build: {targets: [openapi]}\n")

    done = specforge("build", "a.yaml")

    assert "kept build/sam/template.yaml: no target emits it, but it was edited\n" in done.err


# Only looking


@pytest.mark.parametrize("option", ["--dry-run", "--check"])
def test_looking_writes_nothing_and_lists_what_would_change(option: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)

    done = specforge("build", "a.yaml", "--target", "openapi", option)

    assert done.code == (1 if option == "--check" else 0)
    assert done.out == (
        "would create build/openapi.json\nbuild would hold 1 file: 1 created, 0 changed, 0 unchanged, 0 removed\n"
    )
    assert specforge.files() == ["a.yaml"]


def test_check_passes_when_the_disk_holds_what_the_document_says(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml")

    assert specforge("build", "a.yaml", "--check").code == 0


@pytest.mark.parametrize("text", ["mine", "{}"])
def test_an_edited_file_is_a_difference_for_check(text: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge("build", "a.yaml", "--target", "openapi")
    specforge.put("build/openapi.json", text)

    done = specforge("build", "a.yaml", "--target", "openapi", "--check")

    assert done.code == 1
    assert "would change build/openapi.json\n" in done.out
    assert (specforge.folder / "build/openapi.json").read_text() == text


@pytest.mark.parametrize("option", ["--dry-run", "--overwrite"])
def test_a_folder_that_the_configuration_names_is_shown_harmlessly(option: str, specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)
    specforge.put("specforge.yaml", 'build: {out: "::error::\\e[31m"}\n')

    done = specforge("build", "a.yaml", "--target", "openapi", option)

    assert "\x1b" not in done.out
    assert [line for line in done.out.splitlines() if line.startswith("::")] == []
    assert "\\x3a:error::\\x1b[31m" in done.out


# Templates


def test_each_api_of_a_template_goes_to_a_folder_named_after_it(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    done = specforge("build", "template.yaml", "--target", "openapi")

    assert done.code == 0
    assert {"build/Pets/openapi.json", "build/Toys/openapi.json"} <= set(specforge.files())


def test_one_api_of_a_template_goes_to_the_folder_itself(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    specforge("build", "template.yaml#/Resources/Toys", "--target", "openapi")

    assert "build/openapi.json" in specforge.files()


@pytest.mark.parametrize("name", ["../../out", "/tmp/x", "a b", ".", "..", "\x1b[31m"])
def test_a_logical_id_that_is_no_name_becomes_no_folder(name: str, specforge: Specforge) -> None:
    specforge.put("work/template.yaml", TEMPLATE.replace("  Pets:", f'  "{name}":'.replace("\x1b", "\\e")))

    done = specforge("build", "work/template.yaml", "--out", "work/out", "--target", "openapi")

    assert done.code == 2
    assert "so that no folder can be named after it" in done.err
    assert "\x1b" not in done.err
    assert specforge.files() == ["work/template.yaml"]


def test_when_one_of_several_is_refused_none_is_written(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)
    specforge.put("build/Toys/openapi.json", "mine")

    assert specforge("build", "template.yaml", "--target", "openapi").code == 2
    assert specforge.files() == ["build/Toys/openapi.json", "template.yaml"]
