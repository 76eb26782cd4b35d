"""Whatever happens while files are written, the tree is the old one or the next one, and the next run is clean."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from specforge.errors import ConfigError
from specforge.output import OutputFile, write
from tests.required import ROOT

SEED = 20261124
KILLS = 25
NUMBER = 150
CALLS = ("open", "mkdir", "rename", "replace", "fsync", "unlink", "rmdir")
MOST_CALLS = 500


def tree(version: int, number: int = 12) -> list[OutputFile]:
    """Returns the files of a version: some stay, some change, some come and go."""
    files = {f"d{n % 3}/f{n}.txt": f"{n} of {version}" if n % 2 else str(n) for n in range(number)}
    files[f"only-{version}/x.txt"] = "x"
    return [OutputFile(PurePosixPath(path), text, "docs") for path, text in files.items()]


def content(folder: Path) -> dict[str, bytes]:
    return {
        path: file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and not (path := str(file.relative_to(folder))).startswith(".specforge/")
    }


def expected(version: int, number: int = 12) -> dict[str, bytes]:
    return {str(file.path): file.data for file in tree(version, number)}


class Faults:
    """Makes the n-th call of some functions of `os` fail, and every later one work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, nth: int, error: int) -> None:
        self.left = nth
        self.error = error
        for name in CALLS:
            monkeypatch.setattr(os, name, self._failing(getattr(os, name)))
        monkeypatch.setattr("io.open", self._failing(open))

    def _failing(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(self.error, os.strerror(self.error))
            return function(*args, **kwargs)

        return call


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_every_fault_of_the_disk_leaves_the_old_tree_or_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    for nth in range(1, MOST_CALLS):
        folder = tmp_path / str(nth)
        write(tree(1), str(folder))
        with monkeypatch.context() as patched:
            faults = Faults(patched, nth, error)
            try:
                write(tree(2), str(folder))
                failed = False
            except ConfigError:
                failed = True
        assert content(folder) == (expected(1) if failed else expected(2)), nth
        write(tree(2), str(folder))
        assert content(folder) == expected(2)
        if faults.left > 0:
            return
    pytest.fail("every one of the calls failed: there are more")


WRITER = """
import sys
from tests.hostile.test_writing import NUMBER, tree
from specforge.output import write
version, folder = int(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
write(tree(version, NUMBER), folder)
"""


def killed_while_writing(version: int, folder: Path, after_s: float) -> None:
    command = [sys.executable, "-c", WRITER, str(version), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.readline()
        process.stdin.write(b"\n")
        process.stdin.flush()
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)


def test_kill_at_any_moment_is_undone_or_done(tmp_path: Path) -> None:
    rng = random.Random(SEED)
    folder = tmp_path / "out"
    write(tree(1, NUMBER), str(folder))
    between = 0
    for _ in range(KILLS):
        killed_while_writing(2, folder, rng.uniform(0, 0.12))
        found, old, following = content(folder), expected(1, NUMBER), expected(2, NUMBER)
        assert [path for path, data in found.items() if data not in (old.get(path), following.get(path))] == []
        if found not in (old, following):
            between += 1
            assert list((folder / ".specforge").glob("staging-*/journal.json"))
        write(tree(1, NUMBER), str(folder))
        assert content(folder) == old, f"seed {SEED}"
        assert sorted(path.name for path in (folder / ".specforge").iterdir()) == ["lock", "manifest.json"]
    assert between <= KILLS / 5


def test_interrupted_build_leaves_the_old_tree(tmp_path: Path) -> None:
    for nth in range(40):
        folder = tmp_path / str(nth)
        write(tree(1), str(folder))
        with pytest.MonkeyPatch.context() as patched:
            renames = iter(range(100))

            def rename(*args: Any, real: Callable[..., None] = os.rename, last: int = nth, left: Any = renames) -> None:
                if next(left) == last:
                    raise KeyboardInterrupt
                real(*args)

            patched.setattr(os, "rename", rename)
            try:
                write(tree(2), str(folder))
            except KeyboardInterrupt:
                assert content(folder) == expected(1)
            else:
                return
    pytest.fail("the build was interrupted at every one of its moves")


def test_manifest_of_a_stranger_is_no_licence_to_remove(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    victim = tmp_path / "victim.txt"
    victim.write_text("keep")
    write(tree(1), str(folder))
    manifest = json.loads((folder / ".specforge" / "manifest.json").read_text())
    entry = {"target": "docs", "sha256": "6ca7ea2feefc88ecb5ed6356ed963f47dc9137f82526fdd25d618ea626d0803f"}
    manifest["files"] |= {"../victim.txt": entry, str(victim): entry}
    (folder / ".specforge" / "manifest.json").write_text(json.dumps(manifest))
    write(tree(2), str(folder))

    assert victim.read_text() == "keep"


@pytest.mark.parametrize("link", ["d0", "only-2", ".specforge"])
def test_linked_folder_is_not_followed(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / link).symlink_to(elsewhere)
    with pytest.raises(ConfigError):
        write(tree(2), str(folder))

    assert list(elsewhere.iterdir()) == []
