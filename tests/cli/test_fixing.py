"""`validate --fix` and `--diff`."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, GOOD, Specforge

SEVERAL = """\
openapi: 3.0.1  # the version
info: {title: pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      security: []
      responses:
        '200':
          description: all of them   # yes

      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://pets.example.com
        passthroughBehavior: when_no_macth
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.ETag: integration.response.header.ETag
"""
WITHOUT_ERRORS = SEVERAL.replace("macth", "match").replace(
    "# yes\n", "# yes\n          headers:\n            ETag:\n              schema:\n                type: string\n"
)


def test_findings_with_one_answer_are_fixed_and_do_not_count(specforge: Specforge) -> None:
    specforge.put("a.yaml", SEVERAL)
    done = specforge("validate", "a.yaml", "--fix")

    assert (done.code, done.err) == (0, "fixed 2 findings in 1 file\n")
    assert (specforge.folder / "a.yaml").read_text() == WITHOUT_ERRORS


def test_a_second_run_changes_nothing(specforge: Specforge) -> None:
    specforge.put("a.yaml", WITHOUT_ERRORS)
    before = (specforge.folder / "a.yaml").stat().st_mtime_ns
    done = specforge("validate", "a.yaml", "--fix")

    assert done.err == "nothing to fix\n"
    assert (specforge.folder / "a.yaml").stat().st_mtime_ns == before


def test_what_has_no_answer_remains_and_counts(specforge: Specforge) -> None:
    specforge.put("a.yaml", SEVERAL.replace("type: http\n", "type: soap\n"))
    done = specforge("validate", "a.yaml", "--fix")

    assert done.code == 1
    assert "type is soap" in done.out


def test_a_diff_shows_the_fixes_and_writes_nothing(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)
    done = specforge("validate", "a.yaml", "--diff")

    assert done.code == 1
    assert done.out.startswith("--- a/a.yaml\n+++ b/a.yaml\n@@ -6,4 +6,4 @@\n")
    assert [line[:1] for line in done.out.splitlines()[3:]] == [" ", " ", " ", "-", "+"]
    assert done.err == "--fix would fix 1 finding in 1 file\n"
    assert (specforge.folder / "a.yaml").read_text() == BAD


def test_a_diff_of_standard_input(specforge: Specforge) -> None:
    done = specforge("validate", "-", "--diff", stdin=BAD)

    assert done.out.startswith("--- a/<stdin>\n")


def test_a_diff_tells_of_a_missing_line_break_and_keeps_others(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD.replace("\n", "\r\n").rstrip())
    out = specforge("validate", "a.yaml", "--diff").out

    assert out.count("\\ No newline at end of file\n") == 2
    assert "\r\n-" in out


def test_nothing_of_a_document_is_obeyed_by_who_reads_a_diff(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "1")
    specforge.put(
        "a.yaml", BAD.replace("      x-amazon", "      description: |\n        ::error::x \u202e\n      x-amazon")
    )
    out = specforge("validate", "a.yaml", "--diff").out

    assert "\\x3a:error::x \\u202e" in out


def test_standard_input_cannot_be_written(specforge: Specforge) -> None:
    assert specforge("validate", "-", "--fix", stdin=BAD).code == 2


def test_standard_input_is_not_watched_with_fixes(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)

    assert specforge("validate", "a.yaml", "--watch", "--fix").code == 2


def test_permissions_and_a_link_stay(specforge: Specforge) -> None:
    specforge.put("real/a.yaml", BAD)
    real, link = specforge.folder / "real" / "a.yaml", specforge.folder / "a.yaml"
    real.chmod(0o640)
    link.symlink_to(real)
    specforge("validate", "a.yaml", "--fix")

    assert link.is_symlink()
    assert "http_proxy" not in real.read_text()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert specforge.files() == ["a.yaml", "real/a.yaml"]


def test_a_shared_file_is_fixed_once_and_by_its_own_text(specforge: Specforge) -> None:
    specforge.put("item.yaml", BAD.partition("/pets:\n")[2].replace("    get", "get").replace("\n      ", "\n  "))
    for name in ("a.yaml", "b.yaml"):
        specforge.put(name, GOOD.partition("paths:")[0] + "paths: {/pets: {$ref: item.yaml}}\n")
    done = specforge("validate", "a.yaml", "b.yaml", "--fix")

    assert done.err.endswith("fixed 1 finding in 1 file\n")
    assert "type: mock" in (specforge.folder / "item.yaml").read_text()


def test_what_cannot_be_read_is_named_and_the_others_are_fixed(specforge: Specforge) -> None:
    specforge.put("b.yaml", BAD)
    done = specforge("validate", "a.yaml", "b.yaml", "--fix")

    assert done.code == 2
    assert "mock" in (specforge.folder / "b.yaml").read_text()


def test_a_folder_that_refuses_is_told(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "permission denied", str(target))

    specforge.put("d/a.yaml", BAD)
    monkeypatch.setattr(Path, "replace", refuse)
    done = specforge("validate", "d/a.yaml", "--fix")

    assert [path.name for path in (specforge.folder / "d").iterdir()] == ["a.yaml"]
    assert done.code == 2
    assert "cannot write" in done.err
