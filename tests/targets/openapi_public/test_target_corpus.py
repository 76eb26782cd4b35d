"""The public documents of everything in the corpus: sound OpenAPI 3.0, and nothing of the infrastructure in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.targets.openapi_public.target import Options, emit
from tests.importdoc.documents import UNSOUND, apis_of, documents, faults_of

LEAKS = re.compile(
    r"x-amazon-|x-specforge-|arn:aws(?!:\[)|vpce-[0-9a-f]{8}|\.vpce\.amazonaws|:lambda:path/|:s3:path/|"
    r"lambda:[a-z0-9-]+:\d{12}:"
)
ACCOUNT = re.compile(r"arn:[\w-]*:[\w-]*:[\w-]*:(\d{12}):")
BUCKET = re.compile(r":s3:path/([a-z0-9.-]{3,63})[/\"]")


def public_of(api: Api) -> str:
    (file,) = emit(api, Options(), Report())
    assert isinstance(file.content, str)
    return file.content


def leaks(api: Api) -> Iterator[str]:
    text = public_of(api)
    raw = msgspec.json.encode(api.origin.value).decode()
    yield from (found[0] for found in LEAKS.finditer(text))
    yield from (account for account in set(ACCOUNT.findall(raw)) if account in text)
    yield from (bucket for bucket in set(BUCKET.findall(raw)) if f"{bucket}.s3" in text)


@pytest.mark.parametrize("part", ["aws", "general", "multifile"])
def test_nothing_of_the_infrastructure_leaves_by_the_public_document(part: str) -> None:
    found = [f"{path.name}: {leak}" for path in documents(part) for api in apis_of(path) for leak in leaks(api)]

    assert found == []


@pytest.mark.parametrize("part", ["aws", "general", "multifile"])
def test_public_documents_are_sound(part: str) -> None:
    judged = [path for path in documents(part) if path.name not in UNSOUND]
    found = [
        f"{path.name}: {fault}"
        for path in judged
        for api in list(apis_of(path))[:1]
        for fault in faults_of(public_of(api))
    ]

    assert found == []
