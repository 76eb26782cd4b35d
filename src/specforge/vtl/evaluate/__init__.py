"""Runs templates: the syntax tree becomes Python source once, and that renders as often as wanted."""

from __future__ import annotations

from specforge.vtl.evaluate.template import Context, Rendering, Switches, Template, compile_

__all__ = ["Context", "Rendering", "Switches", "Template", "compile_"]
