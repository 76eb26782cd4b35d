"""Files on disk: the only module of the compiler that touches it.

A build appears all together or not at all; `.specforge/manifest.json` lists what specforge owns, and that list
is the only licence to replace or remove a file. Links are replaced, never followed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from stat import S_IMODE

import msgspec

from specforge.errors import ConfigError, InternalError

STATE = ".specforge"
MANIFEST = PurePosixPath(f"{STATE}/manifest.json")
STAGING = "staging-"
JOURNAL = "journal.json"
MANIFEST_VERSION = 1


class OutputFile(msgspec.Struct, frozen=True):
    """A file of the output, its path relative to the output folder; `target` is who emitted it."""

    path: PurePosixPath
    content: str | bytes
    target: str = ""

    @property
    def data(self) -> bytes:
        """Returns the bytes that are written: UTF-8, line feeds."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8")


class Owned(msgspec.Struct, frozen=True):
    """What the manifest knows of a file that specforge wrote."""

    target: str
    digest: str


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What a write did, or would do: paths relative to the output folder, sorted."""

    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Files that no target emits any more but that were edited by hand, so that they stay."""

    @property
    def differs(self) -> bool:
        """Tells whether the disk differs from the output."""
        return bool(self.created or self.changed or self.removed)


def output_file(path: str, content: str | bytes) -> OutputFile:
    """Returns a file of the output; `path` is relative and uses slashes."""
    return OutputFile(PurePosixPath(path), content)


def plan(
    files: Iterable[OutputFile], folder: str, *, targets: Collection[str] | None = None, overwrite: bool = False
) -> Written:
    """Returns what `write` would do, and touches nothing.

    Only files of `targets` become stale; None stands for all of them.
    Raises ConfigError when a file would be replaced that specforge does not own.
    """
    return _plan(_by_path(files), Path(folder), targets, overwrite=overwrite)


def write(
    files: Iterable[OutputFile], folder: str, *, targets: Collection[str] | None = None, overwrite: bool = False
) -> Written:
    """Puts the files into the folder and removes stale ones: all of it, or nothing.

    Raises ConfigError as `plan` does, and when another build holds the folder or the disk refuses.
    """
    root = Path(folder)
    new = _by_path(files)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with _locked(root):
            todo = _plan(new, root, targets, overwrite=overwrite)
            owned = _next_manifest(new, _read_manifest(root), todo)
            changes = {path: new[path] for path in (*todo.created, *todo.changed)}
            manifest = _manifest_text(owned).encode()
            if todo.differs or _content(root, str(MANIFEST)) != manifest:
                contents = {path: file.data for path, file in changes.items()}
                _apply(root, {**contents, str(MANIFEST): manifest}, todo.removed)
    except OSError as error:
        raise ConfigError(f"cannot write {error.filename or folder}: {error.strerror}") from error
    return todo


def replace(path: str, data: bytes) -> None:
    """Replaces one file outside of an output folder: for `--output` and generated configuration.

    It keeps its permissions. A device or a pipe is written to, not replaced. Raises ConfigError when the disk refuses.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        staged = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            _write_synced(staged, data)
            if target.exists():
                staged.chmod(S_IMODE(target.stat().st_mode))
            staged.replace(target)
        except BaseException:
            with suppress(OSError):
                staged.unlink()
            raise
    except OSError as error:
        raise ConfigError(f"cannot write {path or 'a file without a name'}: {error.strerror}") from error


def _by_path(files: Iterable[OutputFile]) -> dict[str, OutputFile]:
    found: dict[str, OutputFile] = {}
    folded: dict[str, str] = {}
    for file in files:
        path = str(file.path)
        if not _is_safe(file.path):
            raise InternalError(f"a target emits outside of the output folder: {path!r}")
        if folded.setdefault(path.casefold(), path) != path or path in found:
            raise InternalError(f"two files are called {path}, on a disk that ignores case")
        found[path] = file
    return dict(sorted(found.items()))


def _is_safe(path: PurePosixPath) -> bool:
    inside = bool(path.parts) and not path.is_absolute() and ".." not in path.parts
    return inside and "\\" not in str(path) and path.parts[0] != STATE


def _plan(new: dict[str, OutputFile], root: Path, targets: Collection[str] | None, *, overwrite: bool) -> Written:
    owned = _read_manifest(root)
    created: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    edited: list[str] = []
    for path, file in new.items():
        present = _content(root, path)
        if present == file.data:
            unchanged.append(path)
        elif present is None and not os.path.lexists(root / path):
            created.append(path)
        elif (root / path).is_dir() and not (root / path).is_symlink():
            raise ConfigError(f"{root / path} is a folder; a file is to be written there")
        elif overwrite or (present is not None and path in owned and owned[path].digest == _digest(present)):
            changed.append(path)
        else:
            edited.append(path)
    if edited:
        raise ConfigError(
            f"{_listed(edited)} in {root} {'was' if len(edited) == 1 else 'were'} not written by specforge, or edited "
            "since; --overwrite replaces"
        )
    removed, kept = _stale(new, owned, root, targets)
    return Written(
        created=tuple(created), changed=tuple(changed), removed=removed, unchanged=tuple(unchanged), kept=kept
    )


def _stale(
    new: dict[str, OutputFile], owned: dict[str, Owned], root: Path, targets: Collection[str] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    removed: list[str] = []
    kept: list[str] = []
    for path, entry in sorted(owned.items()):
        if path in new or (targets is not None and entry.target not in targets):
            continue
        present = _content(root, path)
        if present is not None:
            (removed if _digest(present) == entry.digest else kept).append(path)
    return tuple(removed), tuple(kept)


def _next_manifest(new: dict[str, OutputFile], owned: dict[str, Owned], todo: Written) -> dict[str, Owned]:
    gone = {*todo.removed, *todo.kept}
    staying = {path: entry for path, entry in owned.items() if path not in gone}
    written = {path: Owned(file.target, _digest(file.data)) for path, file in new.items()}
    return dict(sorted({**staying, **written}.items()))


def _apply(root: Path, contents: dict[str, bytes], removed: Sequence[str]) -> None:
    """Stages every file and keeps a link to every old one, then moves them in; any fault moves everything back.

    The journal stands from before the first move until after the last: a build that was killed in between is
    undone by the next one. All slow work comes before the moves, so that the time in between is short.
    """
    staging = root / STATE / f"{STAGING}{os.getpid()}"
    paths = (*removed, *contents)
    try:
        for path, data in contents.items():
            _write_synced(staging / "new" / path, data)
        _write_synced(staging / JOURNAL, json.dumps({"new": list(contents), "removed": list(removed)}).encode())
        for path in paths:
            _prepare(root, staging, path)
        for path in paths:
            _move_in(root / path, staging / "old" / path, staging / "new" / path)
        (staging / JOURNAL).unlink()
    except BaseException:
        _undo(root, staging)
        raise
    _clear(staging)
    _remove_empty(root, removed)


def _prepare(root: Path, staging: Path, path: str) -> None:
    place = _inside(root, path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(place):
        old = staging / "old" / path
        old.parent.mkdir(parents=True, exist_ok=True)
        # Not every disk knows links: there the old file is moved away when its successor comes.
        with suppress(OSError):
            os.link(place, old, follow_symlinks=False)


def _move_in(place: Path, old: Path, staged: Path) -> None:
    if os.path.lexists(place) and not os.path.lexists(old):
        place.rename(old)
    if os.path.lexists(staged):
        staged.rename(place)
    else:
        place.unlink(missing_ok=True)


def _undo(root: Path, staging: Path) -> None:
    """Takes back the moves of an unfinished build; what it cannot take back it leaves for the next attempt."""
    try:
        journal = json.loads((staging / JOURNAL).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        journal = {"new": [], "removed": []}
    for path in journal["new"]:
        if not os.path.lexists(staging / "new" / path):
            with suppress(FileNotFoundError):
                (root / path).rename(staging / "new" / path)
    for path in (*journal["new"], *journal["removed"]):
        with suppress(FileNotFoundError):
            (staging / "old" / path).rename(root / path)
    _clear(staging)
    _remove_empty(root, journal["new"])


def _inside(root: Path, path: str) -> Path:
    place = root / path
    if not place.parent.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f"{place.parent} is a link out of the output folder")
    return place


def _remove_empty(root: Path, removed: Iterable[str]) -> None:
    for path in removed:
        for parent in PurePosixPath(path).parents:
            if parent == PurePosixPath("."):
                break
            with suppress(OSError):
                (root / parent).rmdir()


def _write_synced(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    try:
        import fcntl  # lazy: not on every platform
    except ImportError:
        yield
        return
    folder = root / STATE
    if folder.is_symlink():
        raise ConfigError(f"{folder} is a link; it must be a folder")
    folder.mkdir(exist_ok=True)
    with os.fdopen(os.open(folder / "lock", os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o666), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ConfigError(f"another build is writing to {root}") from None
        for left in folder.glob(f"{STAGING}*"):
            _undo(root, left)
        yield


def _clear(folder: Path) -> None:
    from shutil import rmtree  # lazy: 2 ms, and validate writes nothing

    rmtree(folder, ignore_errors=True)


def _content(root: Path, path: str) -> bytes | None:
    place = root / path
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _digest(data: bytes) -> str:
    from hashlib import sha256  # lazy: 3 ms, and validate writes nothing

    return sha256(data).hexdigest()


def _read_manifest(root: Path) -> dict[str, Owned]:
    try:
        manifest = json.loads((root / MANIFEST).read_bytes())
        if manifest.get("version") != MANIFEST_VERSION:
            return {}
        owned = {path: Owned(entry["target"], entry["sha256"]) for path, entry in manifest["files"].items()}
        return {path: entry for path, entry in owned.items() if _is_safe(PurePosixPath(path))}
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        return {}


def _manifest_text(owned: dict[str, Owned]) -> str:
    files = {path: {"target": entry.target, "sha256": entry.digest} for path, entry in owned.items()}
    return json.dumps({"version": MANIFEST_VERSION, "files": files}, indent=2, ensure_ascii=False) + "\n"


def _listed(paths: list[str], most: int = 3) -> str:
    more = f" and {len(paths) - most} more" if len(paths) > most else ""
    return ", ".join(paths[:most]) + more
