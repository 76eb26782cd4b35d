"""What specforge.yaml says of targets, checked before anything is emitted.

Input: the configuration. Output: findings for names that are no targets and options that a target does not take.
"""

from __future__ import annotations

from specforge.config import Config
from specforge.diagnostics import Report
from specforge.targets.registry import load, names, nearest
from specforge.targets.target import read_options


def check_settings(config: Config, report: Report) -> None:
    """Reports what the targets will not understand."""
    build = config.root.mapping("build")
    if build is None:
        return
    listed = build.sequence("targets")
    for element in listed.elements() if listed is not None else ():
        if isinstance(element.value, str) and element.value not in names():
            report.add("invalid-configuration", element, f"there is no target {element.value}{nearest(element.value)}")
    for name in config.named_targets():
        if name in names():
            read_options(load(name).options, config.options(name), report, **config.common(name))
        elif isinstance(build.value[name], dict):  # anything else is reported with the shape of the configuration
            message = f"build.{name} is no target{nearest(name)}"
            report.add("unknown-configuration-key", build.at(name), message, on_key=True)
