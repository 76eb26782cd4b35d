from __future__ import annotations

from pathlib import Path

from specforge.source import Files, read_text
from specforge.source.folders import read_folder


def a_folder(top: Path) -> Path:
    for name, content in {
        "b.py": "b",
        "a/c.py": "c",
        "__pycache__/b.pyc": "x",
        ".git/config": "x",
        "b.pyc": "x",
    }.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return top


def test_files_are_read_by_their_paths_in_order(tmp_path: Path) -> None:
    found = read_folder(str(a_folder(tmp_path)), 100)

    assert found == {"a/c.py": b"c", "b.py": b"b"}
    assert list(found) == ["a/c.py", "b.py"]


def test_a_folder_has_a_size(tmp_path: Path) -> None:
    assert read_folder(str(a_folder(tmp_path)), 2) is not None
    assert read_folder(str(a_folder(tmp_path)), 1) is None


def test_a_link_is_left_out(tmp_path: Path) -> None:
    a_folder(tmp_path / "code")
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "code" / "s.py").symlink_to(tmp_path / "secret")
    (tmp_path / "code" / "up").symlink_to(tmp_path)

    assert read_folder(str(tmp_path / "code"), 100) == {"a/c.py": b"c", "b.py": b"b"}


def test_a_folder_outside_of_the_project_is_not_read(tmp_path: Path) -> None:
    a_folder(tmp_path / "other")
    root = tmp_path / "project"
    root.mkdir()
    (root / "inside").mkdir()
    (root / "link").symlink_to(tmp_path / "other")
    files = Files(str(root))
    source = read_text("{}", "a.yaml", path=str(root / "a.yaml"))

    assert files.folder("../other", source) is None
    assert files.folder("link", source) is None
    assert files.folder("missing", source) is None
    assert files.folder("inside", source) == {}
