"""The files of one run: each is read once, and none that the document has no business with.

Input: paths as the user or a `$ref` spells them. Output: `Source`s, or the problem that stands in
the way. Follows no link out of the root folder, opens nothing but regular files.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping

from specforge.source.model import BOUNDS, Bounds, Problem, Source
from specforge.source.read import looks_like_api, read_text

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_WEB = re.compile(r"https?://", re.IGNORECASE)


class Files:
    """Opens the files of one run below `root`; `texts` stand for the content of files, by their paths."""

    def __init__(
        self,
        root: str,
        *,
        bounds: Bounds = BOUNDS,
        allow_remote: bool = False,
        texts: Mapping[str, bytes] | None = None,
    ) -> None:
        self._root = os.path.realpath(root)
        self._bounds = bounds
        self._allow_remote = allow_remote
        self._texts = texts or {}
        self._opened: dict[str, Source] = {}
        self._asked: dict[str, None] = {}
        # Documents of the web that lie in the reader's own network, and may refer to others there.
        self._inward: set[str] = set()

    @property
    def asked(self) -> tuple[str, ...]:
        """Returns every file that was asked for, whether it could be read or not."""
        return tuple(self._asked)

    def open(self, path: str, relative_to: Source | None = None) -> Source | Problem:
        """Reads a file; one that a document refers to has to lie in the root folder."""
        if _SCHEME.match(path) or (relative_to is not None and _is_remote(relative_to)):
            return self._open_remote(path, relative_to)
        plain = os.path.normpath(os.path.join(self._folder(relative_to), path))
        try:
            real = os.path.realpath(plain)
        except (OSError, ValueError):
            return _not_readable(path, "its name is no file name")
        if relative_to is not None and not _lies_in(self._root, real):
            return self._outside(path, plain)
        return self._open_file(path, real, _name(path, relative_to))

    def folder(self, path: str, relative_to: Source) -> Mapping[str, bytes] | None:
        """Reads the files of a folder in the root folder, by their paths in it; None when it cannot be read.

        Links are not followed; what a version control, an editor or an interpreter leaves is no file of the folder.
        """
        from specforge.source.folders import read_folder  # lazy: few configurations have functions

        top = os.path.realpath(os.path.join(self._folder(relative_to), path))
        return read_folder(top, self._bounds.bytes) if _lies_in(self._root, top) and os.path.isdir(top) else None

    def stdin(self, data: bytes, name: str) -> Source:
        """Reads what came by standard input; `name` places it, for references and for spans."""
        path = os.path.normpath(os.path.join(os.getcwd(), name)) if name not in ("", "-", "<stdin>") else None
        return read_text(self._texts.get(path or name, data), name, self._bounds, path=path)

    def _folder(self, relative_to: Source | None) -> str:
        if relative_to is None:
            return os.getcwd()
        return os.path.dirname(relative_to.path) if relative_to.path else self._root

    def _outside(self, path: str, plain: str) -> Problem:
        if _lies_in(self._root, os.path.join(os.path.realpath(os.path.dirname(plain)), os.path.basename(plain))):
            return Problem("reference-leaves-folder", f"'{path}' is a link that leads out of the project folder")
        return Problem("reference-leaves-folder", f"'{path}' lies outside of the project folder")

    def _open_file(self, path: str, real: str, name: str) -> Source | Problem:
        self._asked[real] = None
        if real in self._opened:
            return self._opened[real]
        if len(self._opened) >= self._bounds.files:
            return Problem("too-many-files", f"more than {self._bounds.files} files are needed to read '{path}'")
        try:
            data = self._texts[real] if real in self._texts else _read(real, self._bounds.bytes + 1)
        except (OSError, ValueError) as error:
            return _not_readable(path, _reason(error))
        return self._keep(real, read_text(data, name, self._bounds, path=real))

    def _keep(self, key: str, source: Source) -> Source:
        self._opened[key] = source
        return source

    def _open_remote(self, path: str, relative_to: Source | None) -> Source | Problem:
        from specforge.source import remote  # lazy: only with --allow-remote

        base = relative_to.path if relative_to is not None and _is_remote(relative_to) else None
        inward = base is None or base in self._inward
        url = remote.absolute(path, base)
        if not self._allow_remote or not _WEB.match(url):
            return Problem("remote-reference-refused", f"'{path}' is not a file of the project; nothing is fetched")
        if url in self._opened:
            return self._opened[url]
        if len(self._opened) >= self._bounds.files:
            return Problem("too-many-files", f"more than {self._bounds.files} files are needed to read '{path}'")
        try:
            fetched = remote.fetch(url, self._bounds.bytes + 1, inward=inward)
        except (OSError, ValueError) as error:
            return _not_readable(path, _reason(error))
        if fetched.inward:
            self._inward.add(url)
        return self._keep(url, read_text(fetched.data, url, self._bounds, path=url))


def is_other_file(path: str) -> bool:
    """Tells whether a file can be read and is not worth it: what `looks_like_api` says of its bytes.

    A file that is missing or not in UTF-8 is left to the reader, which says what is wrong with it.
    """
    try:
        return not looks_like_api(_read(os.path.realpath(path), BOUNDS.bytes).decode("utf-8-sig"))
    except (OSError, ValueError):
        return False


def _is_remote(source: Source) -> bool:
    return source.path is not None and _WEB.match(source.path) is not None


def _lies_in(root: str, path: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _name(path: str, relative_to: Source | None) -> str:
    if relative_to is None or os.path.isabs(path):
        return path
    return os.path.normpath(os.path.join(os.path.dirname(relative_to.name), path))


def _not_readable(path: str, reason: str) -> Problem:
    return Problem("file-not-readable", f"'{path}' cannot be read: {reason}")


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]


def _read(path: str, most: int) -> bytes:
    """Reads a regular file; the open does not wait for the writer of a pipe, nor follow a link."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise ValueError("it is a folder, not a file" if stat.S_ISDIR(mode) else "it is not a regular file")
    with open(descriptor, "rb") as file:
        return file.read(most)
