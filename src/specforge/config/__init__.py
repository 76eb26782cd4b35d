"""specforge.yaml: found, read, checked."""

from __future__ import annotations

from specforge.config.config import DEFAULT_OUT, Config, default_config, find_config, json_schema, read_config

__all__ = ["DEFAULT_OUT", "Config", "default_config", "find_config", "json_schema", "read_config"]
