"""References and configurations that reach for what is not theirs."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.documents import as_json, operation, ref
from tests.hostile.running import Ran, Runner, build, validate
from tests.hostile.texts import NAMES, TEXTS

SECRET = "the-secret-of-another-folder"
REACHING = {
    "above": "../secret.yaml",
    "above-with-pointer": "../secret.yaml#/schema",
    "absolute": "{outside}/secret.yaml",
    "file-url": "file://{outside}/secret.yaml",
    "encoded": "%2e%2e/secret.yaml",
    "encoded-slash": "..%2fsecret.yaml",
    "link": "link.yaml",
    "link-folder": "linked/secret.yaml",
    "zero": "/dev/zero",
    "random": "../../../../../../../../dev/urandom",
    "link-to-zero": "zero.yaml",
    "fifo": "fifo.yaml",
    "socket": "socket.yaml",
    "stdin": "/dev/stdin",
    "self-fd": "/proc/self/fd/0",
    "environ": "/proc/self/environ",
    "folder": ".",
    "no-permission": "closed.yaml",
    "http": "http://127.0.0.1:{port}/x.yaml",
    "https": "https://127.0.0.1:{port}/x.yaml",
    "protocol-relative": "//127.0.0.1:{port}/x.yaml",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "ftp": "ftp://127.0.0.1:{port}/x",
    "javascript": "javascript:alert(1)",
    "jar": "jar:file:///x!/y",
    "null-byte": "a\x00.yaml",
    "long": "x" * 5000,
    "many-levels": "a/" * 3000 + "x.yaml",
    "surrogate": "\ud800.yaml",
    "backslash": "..\\secret.yaml",
    "windows": "C:\\secret.yaml",
    "escape": "\x1b[31m\n::error::pwned.yaml",
}


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """Returns a socket that must never be called."""
    with socket.create_server(("127.0.0.1", 0)) as heard:
        heard.settimeout(0)
        yield heard


@pytest.fixture
def trap(folder: Path, listening: socket.socket) -> Path:
    """Returns a project folder with links, a pipe and a socket in it, and a secret beside it."""
    outside = folder.parent / "outside"
    outside.mkdir()
    secret = json.dumps({"type": "object", "description": SECRET, "schema": {"description": SECRET, "type": "object"}})
    (outside / "secret.yaml").write_text(secret)
    (folder.parent / "secret.yaml").write_text(secret)
    (folder / "link.yaml").symlink_to(outside / "secret.yaml")
    (folder / "linked").symlink_to(outside)
    (folder / "zero.yaml").symlink_to("/dev/zero")
    os.mkfifo(folder / "fifo.yaml")
    with socket.socket(socket.AF_UNIX) as unix:
        here = Path.cwd()
        os.chdir(folder)
        unix.bind("socket.yaml")
        os.chdir(here)
    (folder / "closed.yaml").write_text(secret)
    (folder / "closed.yaml").chmod(0)
    return folder


def assert_kept(ran: Ran, listening: socket.socket) -> None:
    assert SECRET not in ran.stdout + ran.stderr
    assert not [name for name, content in ran.files.items() if SECRET.encode() in content]
    with pytest.raises(BlockingIOError):
        listening.accept()


# No file is closed to root, who runs the tests in CI.
REACHABLE_BY_NOBODY = [name for name in REACHING if name != "no-permission" or os.geteuid() != 0]


@pytest.mark.parametrize("name", REACHABLE_BY_NOBODY)
def test_reference_out_of_the_folder_is_a_finding(
    bounded: Runner, trap: Path, listening: socket.socket, name: str
) -> None:
    port = listening.getsockname()[1]
    target = REACHING[name].replace("{outside}", str(trap.parent / "outside")).replace("{port}", str(port))
    paths = {"/a": ref(target), "/b": {"get": operation(parameters=[ref(target)], responses={"200": ref(target)})}}
    (trap / "api.json").write_text(as_json(schemas={"Thing": ref(target)}, paths=paths))

    assert validate(bounded, trap, "api.json").exit == 1
    assert_kept(build(bounded, trap, "api.json"), listening)


@pytest.mark.parametrize(
    "name", ["link.yaml", "zero.yaml", "fifo.yaml", "socket.yaml", ".", "linked", "absent", "/dev/zero"]
)
def test_odd_file_as_the_document_is_one_line(bounded: Runner, trap: Path, listening: socket.socket, name: str) -> None:
    ran = validate(bounded, trap, name)

    assert ran.exit in (1, 2)
    assert_kept(ran, listening)


@pytest.mark.parametrize("config", ["link.yaml", "zero.yaml", "fifo.yaml", ".", "absent", "../secret.yaml"])
def test_odd_file_as_the_configuration_is_one_line(bounded: Runner, trap: Path, config: str) -> None:
    (trap / "api.json").write_text(as_json())

    assert build(bounded, trap, "api.json", "--config", config).exit in (0, 1, 2)


CONFIGURATIONS = {
    "out-above": "build: {out: ../../pwned}",
    "out-absolute": "build: {out: /pwned}",
    "out-home": "build: {out: ~/pwned}",
    "out-number": "build: {out: 1}",
    "out-null": "build: {out: null}",
    "out-control": 'build: {out: "a\\u001b[31m\\n::error::x"}',
    "package-path": 'build: {python-client: {package: "../../pwned"}}',
    "package-dunder": 'build: {python-client: {package: "__init__"}}',
    "package-keyword": "build: {python-client: {package: class}}",
    "package-std": "build: {python-client: {package: json}}",
    "targets-unknown": "build: {targets: [rm -rf]}",
    "targets-control": 'build: {targets: ["\\u001b]0;x\\u0007"]}',
    "targets-scalar": "build: {targets: 1}",
    "logo": "build: {docs: {logo: /etc/passwd}}",
    "logo-above": "build: {docs: {logo: ../secret.yaml}}",
    "logo-url": "build: {docs: {logo: 'http://169.254.169.254/'}}",
    "policy-file": "deploy: {policy: ../secret.yaml}",
    "policy-zero": "deploy: {policy: /dev/zero}",
    "spec-elsewhere": "spec: ../secret.yaml",
    "list": "[]",
    "scalar": "hello",
    "empty": "",
    "alias-bomb": "\n".join(["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]),
    "deep": "build: " + "[" * 5000,
    "bytes": "\udcff\udcfe\udc80",
    "select": "lint: {select: [\"\\u001b[31m\", '::error::x'], ignore: 1, severity: {'\\n::error::': error}}",
    "per-path": "lint: {per-path: {'/**/*/**/*/**/*/**/*/**/*/**/x': {ignore: [all]}}}",
    "kind": "api: {kind: websocket}",
    "api-list": "api: []",
    "stages": "deploy: {stages: {'../x': {variables: {'${file(1)}': '${file(\"/etc/passwd\")}'}}}}",
    "stage-cycle": "deploy: &a {stages: *a}",
    "functions": "deploy: {functions: {createOrder: {handler: '../../x', runtime: '\"; rm', code: ../../}}}",
    "domain": "deploy: {domain: {name: '\"}\\n', certificate: '${a}', hosted-zone: '%{if}'}}",
    "cors": "cors: {origins: ['\\r\\nSet-Cookie: a'], headers: [\"'\"], max-age: -1, credentials: yes}",
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_hostile_configuration_writes_nothing_elsewhere(
    bounded: Runner, trap: Path, listening: socket.socket, name: str
) -> None:
    (trap / "api.json").write_text(as_json())
    (trap / "specforge.yaml").write_bytes(CONFIGURATIONS[name].encode("utf-8", "surrogateescape"))
    beside = {path.name for path in trap.parent.iterdir()}
    validate(bounded, trap, "api.json")
    ran = build(bounded, trap, "api.json")

    assert ran.exit in (0, 1, 2)
    assert {path.name for path in trap.parent.iterdir()} - beside <= {
        "stdout",
        "stderr",
        "report.txt",
        "report.json",
        "report.github",
    }
    assert_kept(ran, listening)


@pytest.mark.parametrize(
    "text", [*(TEXTS[name] for name in ("double-quotes", "terraform", "script")), NAMES["dollar-call"]]
)
def test_hostile_word_in_every_value_of_the_configuration(bounded: Runner, folder: Path, text: str) -> None:
    stage = {
        "variables": {"table": text},
        "logs": {"access": {"to": text, "format": text}},
        "waf": text,
        "cache": {"size": text},
    }
    config = {
        "api": {"name": text},
        "build": {
            "docs": {"title": text},
            "clients": {"idempotency-header": text, "pagination": {"token": text, "items": text}},
        },
        "deploy": {
            "region": text,
            "stages": {"dev": stage},
            "domain": {"name": text, "base-path": text},
            "usage-plans": {"gold": {"keys": [text]}},
        },
        "lint": {"ignore": [text], "severity": {text: "error"}},
        text: text,
    }
    (folder / "api.json").write_text(as_json())
    (folder / "specforge.yaml").write_text(json.dumps(config))
    validate(bounded, folder, "api.json")

    assert build(bounded, folder, "api.json").exit in (0, 1, 2)


@pytest.mark.parametrize("name", ["../secret.yaml", "link.yaml"])
def test_file_name_on_the_command_line_is_shown_harmless(bounded: Runner, trap: Path, name: str) -> None:
    odd = "a\x1b[31m\n::error::pwned.json"
    (trap / odd).write_text("{")

    assert validate(bounded, trap, odd, name, "\u202e\x07").exit == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["\x1b[31m"],
        ["validate", "--format", "\x1b[31m"],
        ["build", "--\x1b[31m"],
        ["explain", "\x1b]0;x\x07\n::error::"],
        ["validate", "x", "--fail-on", "\n::error::"],
    ],
)
def test_wrong_usage_is_shown_harmless(bounded: Runner, folder: Path, arguments: list[str]) -> None:
    assert bounded.run(arguments, folder).exit == 2
