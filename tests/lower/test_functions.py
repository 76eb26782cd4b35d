from __future__ import annotations

from pathlib import Path

from specforge.ir import Function
from specforge.lower.deployment import lower_deployment
from tests.lower.documents import configured


def function_of(folder: Path, settings: str) -> Function:
    deployment = lower_deployment(configured(f"deploy: {{functions: {{f: {settings}}}}}", folder))
    assert deployment is not None
    (function,) = deployment.functions
    return function


def test_the_code_is_read_from_the_folder_beside_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "src" / "lib").mkdir(parents=True)
    (tmp_path / "src" / "lib" / "b.py").write_text("b", encoding="utf-8")
    (tmp_path / "src" / "a.py").write_text("a", encoding="utf-8")

    assert function_of(tmp_path, "{code: src/}").files == {"a.py": b"a", "lib/b.py": b"b"}


def test_a_folder_that_is_not_there_is_no_code(tmp_path: Path) -> None:
    assert function_of(tmp_path, "{code: src/}").files is None
    assert function_of(tmp_path, "{}").files is None


def test_what_a_function_may_do_is_actions_on_resources(tmp_path: Path) -> None:
    function = function_of(
        tmp_path, "{allow: [{actions: ['s3:GetObject'], resources: [a, b]}, {actions: [x]}], role: r}"
    )

    assert [(one.actions, [str(each) for each in one.resources]) for one in function.allow] == [
        (("s3:GetObject",), ["a", "b"])
    ]
    assert str(function.role) == "r"
