"""specforge.yaml: found, read, checked."""

from __future__ import annotations

from specforge.config.config import Config, default_config, find_config, json_schema, read_config

__all__ = ["Config", "default_config", "find_config", "json_schema", "read_config"]
