"""Asks the oracle, Apache Velocity 1.7 on a JVM set up as API Gateway's, for many renderings at once."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

from specforge.vtl.evaluate import Context, Switches, compile_
from tests import required
from tests.vtl.vocabulary import Request

ADDRESS = re.compile(r"(\[[LC][\w.]*;?|[\w.$]+)@[0-9a-f]+")
SWITCHES = Switches(overrides_may_repeat=True)


class Answer(NamedTuple):
    """Is what an engine made of a template: its output, or its error."""

    output: str | None
    error: str


class Oracle:
    """Is one JVM; use it in a `with` statement."""

    def __init__(self, folder: Path) -> None:
        required.java()
        required.velocity()
        if not shutil.which("javac"):
            required.skip("java", "no javac on the PATH; the oracle is compiled from its source")
        program = Path(__file__).parent / "oracle" / "oracle"
        self._process = subprocess.Popen(
            [program, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe(self._process.stdin).close()
        self._process.wait()
        self._pipe(self._process.stdout).close()

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe

    def render(self, requests: Sequence[Request]) -> list[Answer]:
        """Returns the answers in the order of the requests."""
        sent = threading.Thread(target=self._send, args=(requests,))
        sent.start()
        out = self._pipe(self._process.stdout)
        answers = [json.loads(out.readline()) for _ in requests]
        sent.join()
        return [Answer(one.get("out"), one.get("err") or "") for one in answers]

    def _send(self, requests: Iterable[Request]) -> None:
        to = self._pipe(self._process.stdin)
        for number, one in enumerate(requests):
            aws = {
                "body": one.body, "params": one.params, "context": one.context, "stageVariables": one.stage_variables,
            }  # fmt: skip
            line = json.dumps({"id": number, "t": one.template, "aws": aws})
            to.write(line.replace("\x7f", "\\u007f") + "\n")  # json-smart drops a bare one
        to.flush()


def ours(request: Request) -> Answer:
    """Returns what our engine makes of a request."""
    context = Context(request.body, request.params, request.context, request.stage_variables)
    rendering = compile_(request.template).render(context, SWITCHES)
    if rendering.errors:
        return Answer(None, rendering.errors[0].message)
    return Answer(rendering.output, "")


def agree(mine: Answer, theirs: Answer) -> bool:
    """Says whether both failed, or printed the same; addresses of Java's objects aside."""
    if mine.output is None or theirs.output is None:
        return (mine.output is None) == (theirs.output is None)
    if mine.output == theirs.output:
        return True
    return ADDRESS.sub("@", mine.output) == ADDRESS.sub("@", theirs.output)
