"""Stand-ins for modules: nothing is imported until it is asked for, and then it is the real thing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from specforge.spared import Later, later_class, later_function, spared


def run(code: str) -> str:
    """Runs code in an interpreter of its own, where nothing was imported before."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _not_imported_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)


def test_a_stand_in_takes_the_place_of_a_module_for_a_while() -> None:
    with spared(Later("colorsys")):
        import colorsys

        assert isinstance(colorsys, Later)
    assert "colorsys" not in sys.modules


def test_what_is_asked_of_a_stand_in_is_asked_of_the_module() -> None:
    with spared(Later("colorsys")):
        import colorsys

    assert colorsys.rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert not isinstance(sys.modules.pop("colorsys"), Later)


def test_what_is_asked_while_the_stand_in_stands_there_is_answered_too() -> None:
    with spared(Later("colorsys")):
        from colorsys import rgb_to_hsv

        assert rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)
    assert not isinstance(sys.modules.pop("colorsys"), Later)


def test_what_a_stand_in_was_given_costs_nothing() -> None:
    with spared(Later("colorsys", rgb_to_hsv=str)):
        from colorsys import rgb_to_hsv

        assert str(rgb_to_hsv) == str(str)
    assert "colorsys" not in sys.modules


def test_a_name_alone_stands_for_a_module_that_is_not_there() -> None:
    with spared("colorsys"), pytest.raises(ImportError):
        import colorsys  # noqa: F401 (its failure is what is tested)
    assert "colorsys" not in sys.modules


def test_a_module_that_was_imported_before_stays() -> None:
    with spared("sys", Later("subprocess")):
        import subprocess as found

        assert found is subprocess
    assert sys.modules["subprocess"] is subprocess


def test_a_function_is_imported_when_it_is_called() -> None:
    function = later_function("colorsys", "rgb_to_hsv")

    assert "colorsys" not in sys.modules
    assert callable(function)
    assert function(0, 0, 0) == (0.0, 0.0, 0)
    del sys.modules["colorsys"]


def test_a_class_is_imported_when_it_is_asked() -> None:
    path = later_class("pathlib", "PurePosixPath")

    assert str(path("a/b")) == "a/b"
    assert isinstance(path("a"), path)
    assert not isinstance("a", path)


def test_the_command_line_leaves_nothing_behind() -> None:
    code = (
        "from specforge.cli.libraries import import_click, import_msgspec; import_click(); import_msgspec()\n"
        "import sys, inspect, gettext, platform, typing_extensions, msgspec, click\n"
        "print([name for name, module in sys.modules.items() if module is None or type(module).__name__ == 'Later'])\n"
        "print(inspect.cleandoc('  a'), platform.system() != '')\n"
        "print(msgspec.json.schema(int), msgspec.inspect.type_info(int).ge)"
    )

    assert ["[]", "a True", "{'type': 'integer'} None"] == run(code).splitlines()
