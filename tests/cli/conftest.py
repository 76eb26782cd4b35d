"""The command line, run in the test's process in a folder of its own."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from specforge.cli.main import run

GOOD = """\
openapi: 3.0.1
info: {title: pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      security: []
      responses: {'200': {description: all of them}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://pets.example.com'}
"""
BAD = GOOD.replace("http_proxy, httpMethod", "mokc, httpMethod")
TEMPLATE = """\
Transform: AWS::Serverless-2016-10-31
Resources:
  Pets:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        info: {title: pets, version: '1'}
        paths: {}
  Toys:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Body:
        openapi: 3.0.1
        info: {title: toys, version: '1'}
        paths: {}
"""


class Done(NamedTuple):
    """What a run gave: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


class Specforge:
    """Runs the command line in a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *arguments: str, stdin: str | None = None) -> Done:
        """Runs it with arguments; `stdin` is what it may read."""
        if stdin is not None:
            self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self._capsys.readouterr()
        code = run(arguments)
        return Done(code, *self._capsys.readouterr())

    def put(self, name: str, text: str) -> None:
        """Writes a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode())

    def files(self) -> list[str]:
        """Returns the names of all files in the folder."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def specforge(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Specforge:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / ".."))
    return Specforge(tmp_path, capsys, monkeypatch)
