"""YAML text to plain data: a fast reader for plain texts, our own for all others."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, cast

from specforge.source.building import collector_paused
from specforge.source.model import Bounds, Data, Reading
from specforge.source.plainness import doubtful_scalars
from specforge.source.text import Lines
from specforge.spared import Later, later_class, spared

if TYPE_CHECKING:
    from specforge.source.stand_ins import StandIns

Container = dict[str, Data] | list[Data]


def read_yaml(lines: Lines, bounds: Bounds, *, exact: bool = False) -> Reading:
    """Reads a YAML text, of a file with several documents the first.

    `exact` is for a text in flow style, of which the fast reader takes more than it should.
    """
    doubtful = None if exact else doubtful_scalars(lines.text)
    if doubtful is not None:
        reading = _read_fast(lines, bounds, doubtful)
        if reading is not None:
            return reading
    from specforge.source.composer import compose  # lazy: 30 ms

    with collector_paused(len(lines.text)):
        composed = compose(lines, bounds)
    data = composed.root.data if composed.sound and composed.root is not None else None
    problems = tuple(composed.problems)
    return Reading(data, problems, sound=composed.sound, format="yaml", root=composed.root)


def _read_fast(lines: Lines, bounds: Bounds, doubtful: list[tuple[int, int]]) -> Reading | None:
    """Returns None where the fast reader refuses or the text has to be looked at again."""
    with spared(Later("pathlib", Path=later_class("pathlib", "Path"))):
        import yaml_rs  # lazy: 2 ms

    try:
        with collector_paused(len(lines.text)):
            taken = _stand_ins(lines, doubtful)
            text = taken.text if taken is not None else lines.terminated()
            data = cast("Data", yaml_rs.loads(text, parse_datetime=False))
            # A block scalar may stand at the margin where it is the whole text, which the readers see differently.
            if not isinstance(data, (dict, list)) or not _settled(data, taken, bounds.depth):
                return None
            return Reading(data, taken.problems(lines) if taken is not None else (), format="yaml")
    except (ValueError, TypeError, OverflowError):
        return None


def _stand_ins(lines: Lines, doubtful: list[tuple[int, int]]) -> StandIns | None:
    if not doubtful:
        return None
    from specforge.source.stand_ins import StandIns  # lazy: 2 ms, for few texts

    return StandIns(lines.terminated(), doubtful)


def _settled(root: Container, taken: StandIns | None, most_depth: int) -> bool:
    """Turns whole-number keys into text and puts scalars back, in place; False when that is not all that is to do.

    Goes level by level, so that depth is bounded and nearly all is done natively. A line break alone is what the fast
    reader makes of a block scalar without a line.
    """
    level: list[Container] = [root]
    depth = 0
    while level:
        mappings = [node for node in level if isinstance(node, dict)]
        if not set(map(type, chain.from_iterable(mappings))) <= {str} and not all(map(_rename, mappings)):
            return False
        if depth == most_depth or (taken is not None and not taken.put_back(level)):
            return False
        values = list(chain.from_iterable(node.values() if isinstance(node, dict) else node for node in level))
        if "\n" in values or any("\n" in node for node in mappings):
            return False
        if float in set(map(type, values)) and not all(math.isfinite(one) for one in values if isinstance(one, float)):
            return False
        level = [value for value in values if type(value) is dict or type(value) is list]
        depth += 1
    return True


def _rename(node: dict[str, Data]) -> bool:
    if all(type(key) is str for key in node):
        return True
    if not all(type(key) in (str, int) for key in node):
        return False
    renamed = {str(key): value for key, value in node.items()}
    if len(renamed) != len(node):
        return False
    node.clear()
    node.update(renamed)
    return True
