"""Documents with defects put in, of which a fix must restore the text to the byte."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from specforge.compiler import Options, judge_all
from specforge.diagnostics import Diagnostic
from specforge.errors import ConfigError, SourceError
from specforge.rules.fixes import fix_all
from specforge.source import read_text
from tests.required import ROOT, corpus

SEED = int(os.environ.get("SEED", "20261124"))
QUICK = 8
MOST_SITES = 8
SMALL, QUITE_SMALL = 60_000, 15_000


class Defect(NamedTuple):
    """What is put in: a pattern of sound text, what it becomes, and the rule that finds it."""

    rule: str
    sound: re.Pattern[str]
    broken: str


def _defect(rule: str, sound: str, broken: str) -> Defect:
    return Defect(rule, re.compile(sound, re.MULTILINE), broken)


DEFECTS = (
    _defect("unknown-passthrough-behavior", r"\bwhen_no_match\b", "when_no_macth"),
    _defect("unknown-passthrough-behavior", r"\bWHEN_NO_TEMPLATES\b", "WHEN_NO_TEMPLATE"),
    _defect("unknown-integration-type", r"""(?<=["' ])aws_proxy\b""", "aws_porxy"),
    _defect("unknown-integration-type", r"""(?<=["' ])http_proxy\b""", "http-proxy"),
    _defect("unknown-content-handling", r"\bCONVERT_TO_TEXT\b", "CONVERT_TO_TXT"),
    _defect("unknown-connection-type", r"\bVPC_LINK\b", "VPC-LINK"),
    _defect("unknown-gateway-response-type", r"\bDEFAULT_4XX\b", "DEFAULT_4xx"),
    _defect("unknown-extension", r"\bx-amazon-apigateway-integration(?=[\"': ])", "x-amazon-apigateway-integraton"),
    _defect(
        "unknown-extension", r"\bx-amazon-apigateway-request-validators\b", "x-amazon-apigateway-request-validatrs"
    ),
    _defect("unknown-extension-key", r"\bpassthroughBehavior\b", "passThroughBehavior"),
    _defect("unknown-extension-key", r"\brequestTemplates\b", "requestTemplate"),
    _defect("unknown-extension-key", r"\bproviderARNs\b", "providerArns"),
    _defect("static-value-without-quotes", r"\"'\*'\"", '"*"'),
    _defect("static-value-without-quotes", r"\"'\*'\"", "'*'"),
    _defect("path-without-leading-slash", r"(?<=[\"' ])/(?=[a-z]+[\"']?:\s*$)", ""),
    _defect("tolerated-openapi-violation", r"(?<=in: )query\b|(?<=\"in\": \")query\b", "qurey"),
    _defect("unknown-importexport-version", r"\b1\.0\b(?=[\"']$)", "1.1"),
)
RULES = tuple(sorted({defect.rule for defect in DEFECTS}))


class Site(NamedTuple):
    """Where the pattern of a defect stands."""

    defect: Defect
    start: int
    end: int


class Case(NamedTuple):
    """A text, and where a pattern of a defect stands in it."""

    name: str
    text: bytes
    encoding: str
    sites: tuple[Site, ...]

    def planted(self, sites: Sequence[Site]) -> bytes:
        """Returns the text with defects at some sites."""
        text = self.text.decode(self.encoding)
        for site in sorted(sites, key=lambda site: -site.start):
            text = text[: site.start] + site.defect.broken + text[site.end :]
        return text.encode(self.encoding)


def cases() -> Iterator[Case]:
    """Yields documents in several spellings, with the sites of some defects, drawn by `SEED`."""
    draw = random.Random(SEED)
    for path in _documents():
        for spelling, text in _spellings(path, draw):
            name = f"{path.stem}-{spelling}{'.json' if 'json' in spelling else path.suffix}"
            encoding = "utf-8-sig" if spelling == "bom" else "utf-8"
            sound = fixed(name, text)
            sites = tuple(_sites(sound.decode(encoding), draw))[:MOST_SITES]
            if sites:
                yield Case(name, sound, encoding, sites)


def fixed(name: str, text: bytes) -> bytes:
    """Returns a text with all fixes of the rules that find the defects."""

    def diagnose(texts: Mapping[str, bytes]) -> list[Diagnostic]:
        return found(name, next(iter(texts.values()), text))

    return next(iter(fix_all(diagnose).texts.values()), text)


def found(name: str, text: bytes) -> list[Diagnostic]:
    """Returns what the rules find that find the defects."""
    options = Options(select=RULES)
    try:
        return [one for judged in judge_all(name, options=options, text=text) for one in judged.diagnostics]
    except (SourceError, ConfigError):
        return []


def _documents() -> list[Path]:
    every = os.environ.get("CORPUS") == "all"
    most = SMALL if every else QUITE_SMALL
    real = sorted(
        path
        for path in corpus("aws").rglob("*")
        if path.suffix in (".yaml", ".yml", ".json")
        and path.stat().st_size < most
        and b"x-amazon-apigateway" in path.read_bytes()
    )
    chosen = real if every else random.Random(SEED).sample(real, QUICK)
    return [*(path for path in sorted((ROOT / "specs").glob("*.yaml")) if path.stem.isalpha()), *chosen]


def _spellings(path: Path, draw: random.Random) -> Iterator[tuple[str, bytes]]:
    raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    yield "as-is", raw
    yield "crlf", raw.replace(b"\n", b"\r\n")
    yield "bom", b"\xef\xbb\xbf" + raw
    data = read_text(raw, path.name).data
    indent = draw.choice((2, 4, "\t"))
    yield "json", json.dumps(data, indent=indent, ensure_ascii=False).encode() + b"\n"
    yield "compact-json", json.dumps(data, separators=(",", ":")).encode()


def _sites(text: str, draw: random.Random) -> Iterator[Site]:
    taken: list[tuple[int, int]] = []
    for defect in DEFECTS:
        places = [found.span() for found in defect.sound.finditer(text)]
        for start, end in draw.sample(places, min(len(places), 2)):
            if all(end < other[0] or start > other[1] for other in taken):
                taken.append((start, end))
                yield Site(defect, start, end)
