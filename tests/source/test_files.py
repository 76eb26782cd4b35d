"""Files: each once, none from outside of the project folder, nothing but regular files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specforge.source import Bounds, Files, Problem, Source


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    (folder / "specs").mkdir(parents=True)
    (folder / "specs" / "api.yaml").write_text("a: 1\n")
    (folder / "specs" / "other.yaml").write_text("b: 2\n")
    (folder / "common.yaml").write_text("c: 3\n")
    (tmp_path / "secret.yaml").write_text("s: 4\n")
    monkeypatch.chdir(folder)
    return folder


def opened(files: Files, path: str, relative_to: Source | None = None) -> Source:
    source = files.open(path, relative_to)
    assert isinstance(source, Source)
    return source


def refused(files: Files, path: str, relative_to: Source | None = None) -> str:
    problem = files.open(path, relative_to)
    assert isinstance(problem, Problem)
    return problem.rule


def test_a_reference_starts_at_the_file_that_holds_it(project: Path) -> None:
    files = Files(".")
    api = opened(files, "specs/api.yaml")

    assert {"b": 2} == opened(files, "other.yaml", api).data
    assert "common.yaml" == opened(files, "../common.yaml", api).name


def test_a_file_is_read_once_however_it_is_spelled(project: Path) -> None:
    files = Files(".")
    api = opened(files, "specs/api.yaml")

    assert opened(files, "other.yaml", api) is opened(files, "../specs/./other.yaml", api)


@pytest.mark.parametrize("path", ["../../secret.yaml", "/etc/passwd", "../../project-2/x.yaml"])
def test_a_reference_does_not_leave_the_folder(project: Path, path: str) -> None:
    files = Files(".")

    assert "reference-leaves-folder" == refused(files, path, opened(files, "specs/api.yaml"))


def test_a_reference_does_not_follow_a_link_out_of_the_folder(project: Path) -> None:
    (project / "specs" / "link.yaml").symlink_to(project.parent / "secret.yaml")
    (project / "folder").symlink_to(project.parent)
    files = Files(".")
    api = opened(files, "specs/api.yaml")

    assert "reference-leaves-folder" == refused(files, "link.yaml", api)
    assert "reference-leaves-folder" == refused(files, "../folder/secret.yaml", api)


def test_a_link_that_stays_in_the_folder_is_followed(project: Path) -> None:
    (project / "specs" / "link.yaml").symlink_to(project / "common.yaml")
    files = Files(".")

    assert {"c": 3} == opened(files, "link.yaml", opened(files, "specs/api.yaml")).data


@pytest.mark.parametrize("path", ["http://example.com/x.yaml", "https://x", "file:///etc/passwd", "//host/x", "ftp:x"])
def test_nothing_is_fetched(project: Path, path: str) -> None:
    files = Files(".")

    assert "remote-reference-refused" == refused(files, path, opened(files, "specs/api.yaml"))


@pytest.mark.parametrize("path", ["absent.yaml", "specs", "/dev/zero", "pipe", "a\0b", "x" * 5000])
def test_what_is_no_regular_file_is_not_read(project: Path, path: str) -> None:
    os.mkfifo(project / "pipe")

    assert "file-not-readable" == refused(Files("."), path)


def test_a_file_that_is_too_large_is_not_read(project: Path) -> None:
    (problem,) = opened(Files(".", bounds=Bounds(bytes=3)), "common.yaml").problems

    assert "document-too-large" == problem.rule


def test_the_number_of_files_is_bounded(project: Path) -> None:
    files = Files(".", bounds=Bounds(files=1))
    api = opened(files, "specs/api.yaml")

    assert "too-many-files" == refused(files, "other.yaml", api)
    assert api is opened(files, "specs/api.yaml")


def test_standard_input_refers_to_files_beside_the_name_given_to_it(project: Path) -> None:
    files = Files(".")
    source = files.stdin(b"a: 1\n", "specs/stdin.yaml")

    assert {"b": 2} == opened(files, "other.yaml", source).data
    assert {"c": 3} == opened(files, "common.yaml", files.stdin(b"a: 1\n", "-")).data
