"""Request bodies: JSON, forms, multipart, text and bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import urlencode

from .codec import encode, members
from .files import File, Pieces
from .model import Model
from .values import UNSET, is_object, is_sequence
from .wire import text


def is_json(media_type: str) -> bool:
    """Tells whether a media type is JSON, parameters aside."""
    bare = media_type.partition(";")[0].strip().lower()
    return bare in ("application/json", "text/json") or bare.endswith("+json")


def encode_body(media_type: str, value: Any) -> tuple[bytes | Pieces, str]:
    """Returns a body and its content type; an open file is sent as it is."""
    if isinstance(value, bytes | bytearray):
        return bytes(value), media_type
    if not isinstance(value, Model) and hasattr(value, "read"):
        return Pieces([value]), media_type
    if is_json(media_type):
        return json.dumps(
            encode(value, sent=True), ensure_ascii=False, separators=(",", ":")
        ).encode(), media_type
    bare = media_type.partition(";")[0].strip().lower()
    if bare == "application/x-www-form-urlencoded":
        return encode_form(value), media_type
    if bare.startswith("multipart/"):
        return encode_multipart(bare, value)
    return text(value).encode(), media_type


def parts_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Yields the fields of a model or a mapping, a list item by item; nothing for what has no value."""
    pairs = (
        members(value, sent=True) if isinstance(value, Model) else dict(value).items()
    )
    for name, item in pairs:
        if item is not UNSET and item is not None:
            items = item if is_sequence(item) else (item,)
            yield from ((name, element) for element in items)


def encode_form(value: Any) -> bytes:
    """Returns a form; a list is one pair for each of its items."""
    pairs = [(name, text(item)) for name, item in parts_of(value)]
    return urlencode(pairs).encode()


def encode_multipart(media_type: str, value: Any) -> tuple[bytes | Pieces, str]:
    """Returns a multipart body; bytes and files become files, objects JSON."""
    boundary = os.urandom(16).hex()
    pieces = [
        piece for name, item in parts_of(value) for piece in part(boundary, name, item)
    ]
    pieces.append(f"--{boundary}--\r\n".encode())
    content_type = f"{media_type}; boundary={boundary}"
    whole = [piece for piece in pieces if isinstance(piece, bytes)]
    if len(whole) == len(pieces):
        return b"".join(whole), content_type
    return Pieces(pieces), content_type


def part(boundary: str, name: str, value: Any) -> Iterator[bytes | BinaryIO]:
    """Yields one part of a multipart body."""
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{quoted(name)}"'
    if isinstance(value, bytes | bytearray):
        value = File(bytes(value), name)
    if isinstance(value, File):
        kind = value.content_type.partition("\r")[0].partition("\n")[0]
        yield f'{head}; filename="{quoted(value.filename)}"\r\nContent-Type: {kind}\r\n\r\n'.encode()
        yield value.content
    elif isinstance(value, Model) or is_object(value):
        data = json.dumps(encode(value, sent=True))
        yield f"{head}\r\nContent-Type: application/json\r\n\r\n{data}".encode()
    else:
        yield f"{head}\r\n\r\n{text(value)}".encode()
    yield b"\r\n"


def quoted(name: str) -> str:
    """Returns a name as it stands between quotes in the head of a part."""
    return (
        name.replace("\\", "\\\\")
        .replace('"', "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )
