"""`--set key=value`: values that stand above those of specforge.yaml and have places of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from specforge.diagnostics import Entry, Hop, Key, Origin, Place, Pointer, Span
from specforge.document import Cursor, References
from specforge.errors import ConfigError
from specforge.source import Data, Source, read_text

NAME = "--set"


class Setting(NamedTuple):
    """One `--set` option: the way to the value, and the value."""

    text: str
    path: tuple[str, ...]
    value: Data


class SettingPlaces:
    """Places in the list of options, one option a line."""

    def __init__(self, settings: Sequence[Setting]) -> None:
        self._settings = settings

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:
        """Returns the option that gives the value at each pointer, or below it."""
        return {pointer: self._place(pointer) for pointer in pointers}

    def lines(self, first: int, last: int) -> Sequence[str]:
        """Returns the options as they were given."""
        return [setting.text for setting in self._settings[max(first, 1) - 1 : last]]

    def within(self, pointer: Pointer, _start: int, _end: int) -> Span:
        """Returns the value of an option: what it is part of is short."""
        return self._place(pointer).value

    def _place(self, pointer: Pointer) -> Place:
        place = Place(Span(NAME, 1, 1, 1, 1), Span(NAME, 1, 1, 1, 1))
        for line, setting in enumerate(self._settings, 1):
            depth = min(len(pointer), len(setting.path))
            if setting.path[:depth] == pointer[:depth]:
                value = len(setting.text.partition("=")[0]) + 2
                end = len(setting.text) + 1
                place = Place(Span(NAME, line, 1, line, value - 1), Span(NAME, line, value, line, end))
        return place


class OverlaidCursor(Cursor):
    """A node of the configuration below which options stand; steps over to them where they do."""

    __slots__ = ("given", "options", "set_entry")

    def __init__(
        self,
        entry: Entry,
        value: Data,
        references: References,
        *,
        parent: Origin | None = None,
        key: Key | None = None,
        via: Hop | None = None,
        options: Sequence[Setting] = (),
        given: Data = None,
        set_entry: Entry | None = None,
    ) -> None:
        super().__init__(entry, value, references, parent=parent, key=key, via=via)
        self.options = options
        self.given = given
        self.set_entry = set_entry if set_entry is not None else entry

    def get(self, key: str) -> Cursor | None:
        """Returns the child under a key, in the file or among the options."""
        child = super().get(key)
        depth = len(self.pointer())
        options = [option for option in self.options if option.path[depth] == key]
        if child is None or not options:
            return child
        inside = self.given if isinstance(self.given, dict) else {}
        entry = self.entry if key in inside else self.set_entry
        if any(len(option.path) == depth + 1 for option in options):
            return Cursor(self.set_entry, child.value, self.references, parent=self, key=key)
        return OverlaidCursor(
            entry,
            child.value,
            self.references,
            parent=self,
            key=key,
            options=options,
            given=inside.get(key),
            set_entry=self.set_entry,
        )

    def items(self) -> Iterator[tuple[str, Cursor]]:
        """Yields the keys and children of a mapping."""
        for key in self.value if isinstance(self.value, dict) else ():
            child = self.get(key)
            if child is not None:
                yield key, child


def overlaid(source: Source, data: dict[str, Data], options: Sequence[str], references: References) -> Cursor:
    """Returns the root of a configuration with the options applied; the file's own data stays as it is."""
    if not options:
        return Cursor(source.entry, data, references)
    settings = [_setting(option) for option in options]
    merged: dict[str, Data] = data
    for setting in settings:
        merged = _with(merged, setting.path, setting)
    return OverlaidCursor(
        source.entry,
        merged,
        references,
        options=settings,
        given=data,
        set_entry=Entry(NAME, SettingPlaces(settings)),
    )


def _setting(option: str) -> Setting:
    way, equals, text = option.partition("=")
    path = tuple(part.strip() for part in way.split("."))
    if not equals or not all(path):
        raise ConfigError(f"--set {option}: it must be key=value, where key is like build.out")
    read = read_text(text, NAME + ".yaml")
    if not read.sound:
        raise ConfigError(f"--set {option}: the value is no YAML")
    return Setting(option, path, read.data)


def _with(data: dict[str, Data], path: tuple[str, ...], setting: Setting) -> dict[str, Data]:
    key, *rest = path
    if not rest:
        return {**data, key: setting.value}
    below = data.get(key)
    if below is not None and not isinstance(below, dict):
        raise ConfigError(f"--set {setting.text}: {key} is no mapping, so nothing can be set below it")
    return {**data, key: _with(below or {}, tuple(rest), setting)}
