"""What only some modules may do: the exact table behind the fences of ruff and import-linter."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.meta.tree import code_modules, imports, modules, parsed
from tests.required import ROOT

YAML = ("source/", "document/bundle.py", "render.py", "verify/", "cli/init.py")
READS_JSON = ("source/", "output.py", "document/structure.py", "vtl/", "verify/")

# What is fenced, and the folders and files within src/specforge that may use it.
FENCES: dict[str, tuple[str, ...]] = {
    "jinja2": ("render.py",),
    "yaml": YAML,
    "ruamel": YAML,
    "ryml": YAML,
    "yaml_rs": YAML,
    "json.load": READS_JSON,
    "json.loads": READS_JSON,
    "openapi_spec_validator": ("document/structure.py",),
    "prance": ("document/bundle.py",),
    "datamodel_code_generator": ("targets/python_models/generation.py",),
    "click": ("cli/",),
    "dataclasses": (),
    "pydantic": (),
    "asyncio.create_task": (),
}
# Stages that are pure: what they return depends on their arguments alone.
PURE = (
    "ir/",
    "lower/",
    "expand/",
    "importdoc/",
    "clients/",
    "infrastructure/",
    "cloudformation/",
    "targets/",
    "vtl/",
    "rules/",
)
IMPURE = {"os", "time", "random", "datetime", "subprocess", "socket", "tempfile", "shutil", "uuid", "secrets", "glob"}
WRITES = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "touch", "symlink_to"}


@pytest.mark.parametrize("fenced", FENCES)
def test_only_the_modules_inside_the_fence_use(fenced: str) -> None:
    outside = [str(path) for path in modules() if _uses(path, fenced) and not str(path).startswith(FENCES[fenced])]

    assert outside == []


def test_ruff_knows_the_same_fences() -> None:
    configuration = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    banned = configuration["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]

    assert set(banned) == set(FENCES)


def test_pure_stages_see_no_clock_disk_environment_or_network() -> None:
    impure = [
        f"{path}: {name}"
        for path in code_modules()
        if str(path).startswith(PURE)
        for name in imports(path)
        if name.partition(".")[0] in IMPURE
    ]

    assert impure == []


def test_only_output_writes_to_the_disk() -> None:
    writers = [f"{path}:{call.lineno}" for path in code_modules() if str(path) != "output.py" for call in _writes(path)]

    assert writers == []


@pytest.mark.parametrize("siblings", ["rules", "targets"])
def test_families_and_targets_never_import_each_other(siblings: str) -> None:
    crossing = [
        f"{path} imports {name}"
        for path in code_modules()
        if path.parts[0] == siblings and len(path.parts) > 2
        for name in imports(path)
        if (parts := name.split("."))[:2] == ["specforge", siblings]
        and len(parts) > 2
        and _is_package(siblings, parts[2])
        and parts[2] != path.parts[1]
    ]

    assert crossing == []


def test_the_layers_contract_has_no_exception() -> None:
    configuration = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]

    assert [contract for contract in contracts if "ignore_imports" in contract] == []
    assert contracts[0]["exhaustive"] is True


def _uses(path: Path, fenced: str) -> bool:
    if any(name == fenced or name.startswith(fenced + ".") for name in imports(path)):
        return True
    return "." in fenced and any(ast.unparse(node) == fenced for node in ast.walk(parsed(path)) if _is_dotted(node))


def _is_dotted(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute)


def _writes(path: Path) -> list[ast.Call]:
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    return [call for call in calls if _is_method(call, WRITES) or _opens_for_writing(call)]


def _is_method(call: ast.Call, names: set[str]) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in names


def _opens_for_writing(call: ast.Call) -> bool:
    if not (isinstance(call.func, ast.Name) and call.func.id == "open"):
        return False
    mode = call.args[1] if len(call.args) > 1 else next((k.value for k in call.keywords if k.arg == "mode"), None)
    return isinstance(mode, ast.Constant) and bool(set(str(mode.value)) & set("wax+"))


def _is_package(siblings: str, name: str) -> bool:
    return any(path.parts[:2] == (siblings, name) and len(path.parts) > 2 for path in modules())
