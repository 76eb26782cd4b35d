"""Files on their way to the server; what is in a file is never read into memory as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 65536


@dataclass(slots=True)
class File:
    """A file as one part of a multipart body; `content` is bytes or a file that is open for reading bytes."""

    content: bytes | BinaryIO
    filename: str = "file"
    content_type: str = "application/octet-stream"


class Pieces:
    """A body put together of bytes and open files; each file is read from where it stood at first."""

    def __init__(self, pieces: Sequence[bytes | BinaryIO]) -> None:
        self._pieces = tuple(in_memory_unless_seekable(piece) for piece in pieces)
        self._starts = tuple(
            0 if isinstance(piece, bytes) else piece.tell() for piece in self._pieces
        )

    @property
    def length(self) -> int:
        """Returns the number of bytes."""
        pairs = zip(self._pieces, self._starts, strict=True)
        return sum(
            len(piece) if isinstance(piece, bytes) else rest_of(piece, start)
            for piece, start in pairs
        )

    def __iter__(self) -> Iterator[bytes]:
        for piece, start in zip(self._pieces, self._starts, strict=True):
            if isinstance(piece, bytes):
                yield piece
            else:
                piece.seek(start)
                while chunk := piece.read(CHUNK):
                    yield chunk


def in_memory_unless_seekable(piece: bytes | BinaryIO) -> bytes | BinaryIO:
    """Returns what can be read again for another attempt: a pipe is read into memory."""
    return piece if isinstance(piece, bytes) or piece.seekable() else piece.read()


def rest_of(file: BinaryIO, start: int) -> int:
    """Returns how many bytes a file has after a position."""
    return file.seek(0, os.SEEK_END) - start
