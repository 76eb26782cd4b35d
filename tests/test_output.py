"""Writing: all or nothing, only what is ours, never through a link."""

from __future__ import annotations

import errno
import fcntl
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from specforge.errors import ConfigError, InternalError
from specforge.output import OutputFile, Written, output_file, plan, replace, write

Tree = dict[str, str]
OLD = {"docs/index.html": "old page", "terraform/main.tf": "old module", "openapi.json": "{}"}
NEW = {"docs/index.html": "new page", "docs/llms.txt": "new file", "openapi.json": "{}"}
FAULTS = ("rename", "mkdir", "open", "fsync", "unlink", "replace", "link")


@pytest.fixture(autouse=True)
def _fast_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


def files(tree: Tree, target: str = "docs") -> list[OutputFile]:
    return [OutputFile(output_file(path, text).path, text, target) for path, text in tree.items()]


def tree_of(folder: Path) -> Tree:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


def own(tree: Tree) -> Tree:
    return {path: text for path, text in tree.items() if not path.startswith(".specforge")}


def test_the_first_build_creates_every_file_and_a_manifest_that_owns_them(tmp_path: Path) -> None:
    done = write(files(OLD), str(tmp_path))

    manifest = json.loads((tmp_path / ".specforge/manifest.json").read_text())
    assert own(tree_of(tmp_path)) == OLD
    assert done.created == tuple(sorted(OLD))
    assert sorted(manifest["files"]) == sorted(OLD)
    assert {entry["target"] for entry in manifest["files"].values()} == {"docs"}


def test_the_second_build_changes_and_removes_what_is_stale(tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))

    done = write(files(NEW), str(tmp_path))

    assert done == Written(
        created=("docs/llms.txt",),
        changed=("docs/index.html",),
        removed=("terraform/main.tf",),
        unchanged=("openapi.json",),
    )
    assert own(tree_of(tmp_path)) == NEW
    assert not (tmp_path / "terraform").exists()


def test_an_unchanged_build_touches_no_file(tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name not in ("lock", ".specforge")}

    done = write(files(OLD), str(tmp_path))

    assert not done.differs
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_plan_says_the_same_as_write_and_touches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "build"

    planned = plan(files(OLD), str(folder))

    assert not folder.exists()
    assert planned == write(files(OLD), str(folder))


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write([output_file("logo.png", b"\x00\xff")], str(tmp_path))

    assert (tmp_path / "logo.png").read_bytes() == b"\x00\xff"


# What is ours


def test_files_of_targets_that_were_not_built_stay(tmp_path: Path) -> None:
    write([*files({"a.tf": "1"}, "terraform"), *files({"b.html": "2"}, "docs")], str(tmp_path))

    done = write(files({"c.html": "3"}, "docs"), str(tmp_path), targets=["docs"])

    assert done.removed == ("b.html",)
    assert own(tree_of(tmp_path)) == {"a.tf": "1", "c.html": "3"}


def test_a_file_that_specforge_did_not_write_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "openapi.json").write_text("mine")

    with pytest.raises(ConfigError, match=r"openapi\.json in .* was not written by specforge"):
        write(files(OLD), str(tmp_path))

    assert own(tree_of(tmp_path)) == {"openapi.json": "mine"}


def test_edited_files_are_named_and_replaced_only_when_asked(tmp_path: Path) -> None:
    write(files({f"{number}.md": "x" for number in range(5)}), str(tmp_path))
    for number in range(5):
        (tmp_path / f"{number}.md").write_text("edited")
    again = files({f"{number}.md": "y" for number in range(5)})

    with pytest.raises(ConfigError, match=r"0\.md, 1\.md, 2\.md and 2 more in .* were not .*; --overwrite replaces"):
        write(again, str(tmp_path))

    assert set(own(tree_of(tmp_path)).values()) == {"edited"}
    assert len(write(again, str(tmp_path), overwrite=True).changed) == 5


def test_a_stale_file_that_was_edited_is_kept_and_no_longer_ours(tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    (tmp_path / "terraform/main.tf").write_text("edited")

    done = write(files(NEW), str(tmp_path))

    assert (done.kept, done.removed) == (("terraform/main.tf",), ())
    assert (tmp_path / "terraform/main.tf").read_text() == "edited"
    assert "terraform/main.tf" not in json.loads((tmp_path / ".specforge/manifest.json").read_text())["files"]


def test_a_stale_file_that_is_gone_already_is_forgotten(tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    (tmp_path / "terraform/main.tf").unlink()

    assert write(files(NEW), str(tmp_path)).removed == ()


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"version": 2}', '{"version": 1, "files": {"a": 1}}', '{"version": 1, "files": []}']
)
def test_a_manifest_that_cannot_be_read_owns_nothing(manifest: str, tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    (tmp_path / ".specforge/manifest.json").write_text(manifest)

    assert write(files({"openapi.json": "{}"}), str(tmp_path)).removed == ()
    assert (tmp_path / "terraform/main.tf").exists()


@pytest.mark.parametrize("path", ["../outside", "/etc/hostname", ".specforge/lock", "a/../../outside"])
def test_a_forged_manifest_owns_nothing_outside_of_the_folder(path: str, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    write(files(OLD), str(folder))
    outside = tmp_path / "outside"
    outside.write_text("x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    forged = {"version": 1, "files": {path: {"target": "docs", "sha256": digest}}}
    (folder / ".specforge/manifest.json").write_text(json.dumps(forged))

    done = plan(files(OLD), str(folder))

    assert (done.removed, done.kept) == ((), ())
    assert outside.exists()


# Names


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "", "a\\b", ".specforge/manifest.json"])
def test_a_target_that_emits_outside_of_the_folder_is_a_bug(path: str, tmp_path: Path) -> None:
    with pytest.raises(InternalError, match="outside of the output folder"):
        write([output_file(path, "")], str(tmp_path / "build"))

    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("second", ["a/B.txt", "A/b.txt", "a/b.txt"])
def test_two_files_of_one_name_on_a_disk_that_ignores_case_are_a_bug(second: str, tmp_path: Path) -> None:
    with pytest.raises(InternalError, match="ignores case"):
        write([output_file("a/b.txt", ""), output_file(second, "")], str(tmp_path))


def test_a_folder_where_a_file_belongs_is_not_replaced_even_when_asked(tmp_path: Path) -> None:
    (tmp_path / "openapi.json").mkdir()
    (tmp_path / "openapi.json/mine").write_text("mine")

    with pytest.raises(ConfigError, match="is a folder"):
        write(files(OLD), str(tmp_path), overwrite=True)

    assert own(tree_of(tmp_path)) == {"openapi.json/mine": "mine"}


def test_a_file_where_a_folder_belongs_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("mine")

    with pytest.raises(ConfigError, match="cannot write"):
        write(files(OLD), str(tmp_path))

    assert own(tree_of(tmp_path)) == {"docs": "mine"}


# Links


def test_a_link_in_place_of_a_file_is_refused_and_with_overwrite_replaced(tmp_path: Path) -> None:
    folder, outside = tmp_path / "build", tmp_path / "outside"
    outside.write_text("theirs")
    folder.mkdir()
    (folder / "openapi.json").symlink_to(outside)

    with pytest.raises(ConfigError, match="not written by specforge"):
        write(files(OLD), str(folder))
    write(files(OLD), str(folder), overwrite=True)

    assert outside.read_text() == "theirs"
    assert not (folder / "openapi.json").is_symlink()


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / "openapi.json").symlink_to(tmp_path / "nowhere")

    write(files(OLD), str(folder), overwrite=True)

    assert not (tmp_path / "nowhere").exists()
    assert (folder / "openapi.json").read_text() == "{}"


def test_a_folder_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    folder, outside = tmp_path / "build", tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    (folder / "docs").symlink_to(outside)

    with pytest.raises(ConfigError, match="link out of the output folder"):
        write(files(OLD), str(folder))

    assert tree_of(outside) == {}
    assert own(tree_of(folder)) == {}


def test_a_link_in_place_of_the_state_is_refused(tmp_path: Path) -> None:
    folder, outside = tmp_path / "build", tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    (folder / ".specforge").symlink_to(outside)

    with pytest.raises(ConfigError, match="is a link"):
        write(files(OLD), str(folder))

    assert list(outside.iterdir()) == []


def test_a_link_in_place_of_the_lock_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    (tmp_path / "build/.specforge").mkdir(parents=True)
    (tmp_path / "build/.specforge/lock").symlink_to(outside)

    with pytest.raises(ConfigError, match="cannot write"):
        write(files(OLD), str(tmp_path / "build"))

    assert outside.read_text() == "theirs"


# All or nothing


class Faults:
    """Lets the n-th call that changes the disk fail, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fails_at: int | None, error: type[BaseException]) -> None:
        self.calls = 0
        self._fails_at = fails_at
        self._error = error
        for name in FAULTS:
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))
        for name in ("rename", "mkdir", "open", "unlink", "replace"):
            monkeypatch.setattr(Path, name, self._failing(getattr(Path, name), writing=name == "open"))

    def _failing(self, real: Callable[..., Any], *, writing: bool = False) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if not writing or "x" in str(arguments[1:2]):
                self.calls += 1
                if self.calls == self._fails_at:
                    raise self._error(errno.ENOSPC, "No space left on device")
            return real(*arguments, **named)

        return call


def _calls(folder: Path) -> int:
    write(files(OLD), str(folder))
    with pytest.MonkeyPatch.context() as patch:
        faults = Faults(patch, None, OSError)
        write(files(NEW), str(folder))
        return faults.calls


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_a_fault_at_any_step_leaves_the_old_tree_or_the_new_one(error: type[BaseException], tmp_path: Path) -> None:
    steps = _calls(tmp_path / "counted")
    assert steps > 20
    for step in range(1, steps + 1):
        folder = tmp_path / str(step)
        write(files(OLD), str(folder))
        before = tree_of(folder)
        with pytest.MonkeyPatch.context() as patch:
            Faults(patch, step, error)
            try:
                write(files(NEW), str(folder))
            except ConfigError:
                assert own(tree_of(folder)) == OLD, step
                assert tree_of(folder)[".specforge/manifest.json"] == before[".specforge/manifest.json"], step
            except KeyboardInterrupt:
                assert own(tree_of(folder)) in (OLD, NEW), step
            else:
                assert own(tree_of(folder)) == NEW, step

        write(files(NEW), str(folder))
        assert own(tree_of(folder)) == NEW, step
        assert sorted(path.name for path in (folder / ".specforge").iterdir()) == ["lock", "manifest.json"], step


def _kill_at(step: int, folder: Path) -> bool:
    """Ends a process in the middle of a build, as a kill does; tells whether it came to that step."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    steps = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == step:
                os._exit(1)
            return real(*arguments, **named)

        return call

    for name in ("rename", "unlink", "mkdir"):
        setattr(Path, name, counted(getattr(Path, name)))
    os.link = counted(os.link)
    write(files(NEW), str(folder))
    os._exit(0)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_build_after_a_killed_one_starts_from_the_old_tree_or_the_new_one(tmp_path: Path) -> None:
    step = 1
    while _kill_at(step, _built(tmp_path / str(step))):
        folder = tmp_path / str(step)

        done = write(files(OLD), str(folder))

        assert own(tree_of(folder)) == OLD
        assert done.changed in ((), ("docs/index.html",)), step
        assert sorted(path.name for path in (folder / ".specforge").iterdir()) == ["lock", "manifest.json"]
        step += 1
    assert step > 10


def _built(folder: Path) -> Path:
    write(files(OLD), str(folder))
    return folder


@pytest.mark.parametrize("journal", [None, "", '{"new": ["docs/ind'])
def test_leftovers_of_a_build_that_was_killed_while_staging_are_swept(journal: str | None, tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    left = tmp_path / ".specforge/staging-1/new/docs"
    left.mkdir(parents=True)
    (left / "index.html").write_text("half")
    if journal is not None:
        (tmp_path / ".specforge/staging-1/journal.json").write_text(journal)

    write(files(OLD), str(tmp_path))

    assert own(tree_of(tmp_path)) == OLD
    assert not (tmp_path / ".specforge/staging-1").exists()


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    write(files(OLD), str(tmp_path))
    with (tmp_path / ".specforge/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        with pytest.raises(ConfigError, match="another build"):
            write(files(NEW), str(tmp_path))

    assert own(tree_of(tmp_path)) == OLD


# One file


def test_replace_puts_one_file_in_place_and_leaves_nothing_else(tmp_path: Path) -> None:
    replace(str(tmp_path / "reports/findings.json"), b"1")
    replace(str(tmp_path / "reports/findings.json"), b"2")

    assert tree_of(tmp_path) == {"reports/findings.json": "2"}


def test_replace_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "report").symlink_to(tmp_path / "theirs")

    replace(str(tmp_path / "report"), b"ours")

    assert tree_of(tmp_path) == {"report": "ours", "theirs": "theirs"}


def test_a_device_is_written_to_and_not_replaced() -> None:
    replace(os.devnull, b"x")

    assert not Path(os.devnull).is_file()


def _bad_places(folder: Path) -> Iterable[str]:
    (folder / "file").write_text("")
    return ("", str(folder), str(folder / "file/below"))


def test_replace_says_in_one_line_what_the_disk_refuses(tmp_path: Path) -> None:
    for place in _bad_places(tmp_path):
        with pytest.raises(ConfigError, match="cannot write"):
            replace(place, b"")

    assert tree_of(tmp_path) == {"file": ""}


def test_replace_leaves_the_old_file_when_the_move_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(str(tmp_path / "report"), b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _refuse)
        with pytest.raises(ConfigError, match="No space left"):
            replace(str(tmp_path / "report"), b"new")

    assert tree_of(tmp_path) == {"report": "old"}


def _refuse(self: Path, target: Path) -> Path:
    raise OSError(errno.ENOSPC, "No space left on device")
