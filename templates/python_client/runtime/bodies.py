"""Request bodies: JSON, forms, multipart, text and bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from .codec import encode, encode_model, members
from .model import Model
from .values import UNSET
from .wire import text


def is_json(media_type: str) -> bool:
    """Tells whether a media type is JSON, parameters aside."""
    bare = media_type.partition(";")[0].strip().lower()
    return bare in ("application/json", "text/json") or bare.endswith("+json")


def encode_body(media_type: str, value: Any) -> tuple[bytes, str]:
    """Returns the bytes of a body and its content type."""
    if isinstance(value, bytes | bytearray):
        return bytes(value), media_type
    if is_json(media_type):
        return json.dumps(
            encode(value), ensure_ascii=False, separators=(",", ":")
        ).encode(), media_type
    bare = media_type.partition(";")[0].strip().lower()
    if bare == "application/x-www-form-urlencoded":
        return encode_form(value), media_type
    if bare.startswith("multipart/"):
        return encode_multipart(bare, value)
    return text(value).encode(), media_type


def parts_of(value: Any) -> Iterator[tuple[str, Any]]:
    """Yields the fields of a model or a mapping, a list item by item; nothing for what has no value."""
    pairs = members(value) if isinstance(value, Model) else dict(value).items()
    for name, item in pairs:
        if item is not UNSET and item is not None:
            items = item if isinstance(item, list | tuple) else [item]
            yield from ((name, element) for element in items)


def encode_form(value: Any) -> bytes:
    """Returns a form; a list is one pair for each of its items."""
    pairs = [(name, text(item)) for name, item in parts_of(value)]
    return urlencode(pairs).encode()


def encode_multipart(media_type: str, value: Any) -> tuple[bytes, str]:
    """Returns a multipart body; bytes become files, objects JSON."""
    boundary = os.urandom(16).hex()
    chunks = [part(boundary, name, item) for name, item in parts_of(value)]
    chunks.append(f"--{boundary}--\r\n".encode())
    return b"".join(chunks), f"{media_type}; boundary={boundary}"


def part(boundary: str, name: str, value: Any) -> bytes:
    """Returns one part of a multipart body."""
    quoted = (
        name.replace("\\", "\\\\")
        .replace('"', "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
    )
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{quoted}"'
    if isinstance(value, bytes | bytearray):
        head += f'; filename="{quoted}"\r\nContent-Type: application/octet-stream'
        return head.encode() + b"\r\n\r\n" + bytes(value) + b"\r\n"
    if isinstance(value, Model | Mapping):
        data = encode_model(value) if isinstance(value, Model) else encode(value)
        return (
            head
            + "\r\nContent-Type: application/json\r\n\r\n"
            + json.dumps(data)
            + "\r\n"
        ).encode()
    return (head + "\r\n\r\n" + text(value) + "\r\n").encode()
