"""The templates are found in a checkout, belong to a target, and are all packaged (the wheel: test_wheel.py)."""

from __future__ import annotations

import tomllib

from specforge.render import template_root
from specforge.targets.registry import NAMES
from tests.required import ROOT

SHARED = {"expand", "clients"}


def test_a_checkout_uses_the_templates_beside_the_sources() -> None:
    assert template_root() == ROOT / "templates"


def test_every_template_folder_belongs_to_a_target() -> None:
    folders = {path.name for path in ROOT.joinpath("templates").iterdir() if path.is_dir()}

    assert folders - SHARED - {name.replace("-", "_") for name in NAMES} == set()


def test_the_wheel_takes_the_whole_folder() -> None:
    configuration = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    wheel = configuration["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["force-include"] == {"templates": "specforge/templates"}
