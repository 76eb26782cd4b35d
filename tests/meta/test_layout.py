"""The tree of the tests mirrors that of the sources, and modules are named after things."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

from tests.meta.tree import code_modules, modules, tracked_files
from tests.required import ROOT

TESTS = ROOT / "tests"
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}

# Modules without a test file of their own, and where they are tested instead.
TESTED_ELSEWHERE = {
    "ir/*.py": "types without behaviour: tests/lower builds every one of them",
    "rules/*/*.py": "a rule's examples are its tests: tests/rules/test_examples.py",
    "vtl/evaluate/*.py": "reached only through a template: tests/vtl/test_evaluate_*.py, and tests/vtl/differential.py",
    "vtl/java/*.py": "the same",
    "vtl/library/*.py": "the same",
    "__main__.py": "started as a process by tests/meta/test_imports.py",
}
WITH_BEHAVIOUR = {"ir/walk.py"}


def test_every_module_has_its_test() -> None:
    missing = [str(path) for path in code_modules() if not _is_tested_elsewhere(path) and not _mirror(path).is_file()]

    assert missing == []


def test_every_exception_is_still_one() -> None:
    idle = [
        pattern
        for pattern in TESTED_ELSEWHERE
        if not any(fnmatch(str(path), pattern) for path in code_modules() if not _mirror(path).is_file())
    ]

    assert idle == []


def test_every_mirrored_test_has_its_module() -> None:
    sources = {path.parent for path in modules()}
    orphans = [
        str(test.relative_to(TESTS))
        for test in TESTS.rglob("test_*.py")
        if (folder := test.parent.relative_to(TESTS)) in sources and not _names_a_module(test, folder)
    ]

    assert sorted(orphans) == []


def test_no_module_is_named_after_nothing() -> None:
    nameless = [path for path in tracked_files() if set(Path(path).with_suffix("").parts) & FORBIDDEN]

    assert nameless == []


def _is_tested_elsewhere(path: Path) -> bool:
    return str(path) not in WITH_BEHAVIOUR and any(fnmatch(str(path), pattern) for pattern in TESTED_ELSEWHERE)


def _mirror(path: Path) -> Path:
    return TESTS / path.parent / f"test_{path.name}"


def _names_a_module(test: Path, folder: Path) -> bool:
    """A test may name an aspect (test_yaml_tags.py); test_corpus.py runs a stage over real documents."""
    name = test.stem.removeprefix("test_")
    own = {path.stem for path in modules() if path.parent == folder} | {path.parent.name for path in modules()}
    return name == "corpus" or any(name == module or name.startswith(module + "_") for module in own)
