from __future__ import annotations

import io
from hashlib import sha256
from zipfile import ZipFile

from specforge.infrastructure.package import package_of

FILES = {"b/c.py": b"x = 1\n", "a.py": b"def handler(event, context): ...\n"}


def test_the_same_code_is_the_same_bytes_in_whatever_order_it_was_found() -> None:
    packed = package_of(FILES)

    assert packed == package_of(dict(reversed(FILES.items())))
    assert sha256(packed).hexdigest() == sha256(package_of(dict(FILES))).hexdigest()


def test_a_package_tells_no_time_and_lets_everyone_read() -> None:
    entries = ZipFile(io.BytesIO(package_of(FILES))).infolist()

    assert [entry.filename for entry in entries] == ["a.py", "b/c.py"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100755}


def test_what_is_packed_comes_out_again() -> None:
    archive = ZipFile(io.BytesIO(package_of(FILES)))

    assert {name: archive.read(name) for name in archive.namelist()} == FILES
