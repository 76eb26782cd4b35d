"""A step-by-step reader of a document.

A `Cursor` is an `Origin` that can go on: to a child, through a `$ref`, into both branches of an
`Fn::If`. It hands out `Text`, never a bare string, wherever a deploy-time expression may stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from specforge.diagnostics import Entry, Hop, Key, Origin
from specforge.source import Data, Deferred, Text, branches, intrinsic_of, text_of

if TYPE_CHECKING:
    from specforge.document.references import References

MAX_HOPS = 64


class Cursor(Origin):
    """A node of a document with everything needed to step further."""

    __slots__ = ("references",)

    def __init__(
        self,
        entry: Entry,
        value: Data,
        references: References,
        *,
        parent: Origin | None = None,
        key: Key | None = None,
        via: Hop | None = None,
    ) -> None:
        super().__init__(entry, value, parent=parent, key=key, via=via)
        self.references = references

    def _child(self, key: Key) -> Cursor | None:
        return self.item(key) if isinstance(key, int) else self.get(key)

    # Mappings

    def get(self, key: str) -> Cursor | None:
        """Returns the child under a key; None when this is no mapping or lacks it."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return Cursor(self.entry, value[key], self.references, parent=self, key=key)
        return None

    def mapping(self, key: str) -> Cursor | None:
        """Returns the child under a key if, with its `$ref`s followed, it is a mapping."""
        child = self.get(key)
        if child is None:
            return None
        child = child.follow()
        return child if isinstance(child.value, dict) else None

    def sequence(self, key: str) -> Cursor | None:
        """Returns the child under a key if it is a list."""
        child = self.get(key)
        return child if child is not None and isinstance(child.value, list) else None

    def items(self) -> Iterator[tuple[str, Cursor]]:
        """Yields the keys and children of a mapping; nothing for anything else."""
        value = self.value
        if isinstance(value, dict):
            entry, references = self.entry, self.references
            for key, child in value.items():
                yield key, Cursor(entry, child, references, parent=self, key=key)

    # Lists

    def item(self, index: int) -> Cursor | None:
        """Returns the element at an index; None when this is no list or is shorter."""
        value = self.value
        if isinstance(value, list) and 0 <= index < len(value):
            return Cursor(self.entry, value[index], self.references, parent=self, key=index)
        return None

    def elements(self) -> Iterator[Cursor]:
        """Yields the elements of a list; nothing for anything else."""
        value = self.value
        if isinstance(value, list):
            for index, child in enumerate(value):
                yield Cursor(self.entry, child, self.references, parent=self, key=index)

    # References and conditions

    def follow(self) -> Cursor:
        """Returns what the `$ref` here leads to; the cursor itself when there is none or it leads nowhere."""
        node = self
        for _ in range(MAX_HOPS):
            target = node.step()
            if target is None:
                return node
            node = target
        return node

    def step(self) -> Cursor | None:
        """Returns the target of the `$ref` that stands right here; None without one that resolves."""
        value = self.value
        if not isinstance(value, dict):
            return None
        reference = value.get("$ref")
        if not isinstance(reference, str):
            return None
        target = self.references.resolve(reference, self)
        if target is None:
            return None
        place = self.get("$ref")
        return target.reached(Hop("ref", place if place is not None else self))

    def reached(self, hop: Hop) -> Cursor:
        """Returns the same node, with the hop by which it was reached."""
        return Cursor(self.entry, self.value, self.references, parent=self.parent, key=self.key, via=hop)

    def branches(self) -> tuple[tuple[tuple[tuple[str, bool], ...], Cursor], ...]:
        """Returns what may stand here with the conditions of each, looking into `Fn::If`.

        A node that is no condition is its own only branch; a branch that is `AWS::NoValue` is left out.
        """
        found: list[tuple[tuple[tuple[str, bool], ...], Cursor]] = []
        pending: list[tuple[tuple[tuple[str, bool], ...], Cursor]] = [((), self)]
        while pending:
            when, node = pending.pop(0)
            split = branches(node.value)
            if split is None:
                found.append((when, node))
                continue
            arms = node.get("Fn::If")
            for index, holds in ((1, True), (2, False)):
                arm = arms.item(index) if arms is not None else None
                if arm is not None and arm.value != {"Ref": "AWS::NoValue"}:
                    pending.append(((*when, (split[0], holds)), arm))
        return tuple(found)

    # Values

    @property
    def is_expression(self) -> bool:
        """Tells whether a deploy-time intrinsic stands here, so that nothing is known of the value."""
        return intrinsic_of(self.value) is not None

    def text(self, key: str, *, placeholders: bool = True) -> Text | None:
        """Returns the scalar under a key as text with its expressions; None when it is absent or no scalar."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return text_of(value[key], placeholders=placeholders)
        return None

    def own_text(self, *, placeholders: bool = True) -> Text | None:
        """Returns this scalar as text with its expressions; None when it is no scalar."""
        return text_of(self.value, placeholders=placeholders)

    def string(self, key: str) -> str | None:
        """Returns the string under a key; None for anything else, expressions included."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else None

    def words(self, key: str) -> str | None:
        """Returns the string, number or flag under a key as a string; None for anything else."""
        text = self.text(key, placeholders=False)
        return text.literal if text is not None else None

    def integer(self, key: str) -> int | Deferred | None:
        """Returns the whole number under a key, or the expression that will be one; None for anything else."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            return value
        if isinstance(value, float):
            return int(value) if value.is_integer() else None
        return _number_in(text_of(value))

    def flag(self, key: str) -> bool | Deferred | None:
        """Returns the boolean under a key, or the expression that will be one; None for anything else."""
        value: Any = self.value.get(key) if isinstance(self.value, dict) else None
        if isinstance(value, bool):
            return value
        text = text_of(value)
        if text is None:
            return None
        if text.literal is not None:
            return {"true": True, "false": False}.get(text.literal.lower())
        return text.parts[0] if len(text.parts) == 1 and isinstance(text.parts[0], Deferred) else None


def _number_in(text: Text | None) -> int | Deferred | None:
    if text is None:
        return None
    literal = text.literal
    if literal is not None:
        return int(literal) if literal.lstrip("-").isdecimal() else None
    return text.parts[0] if len(text.parts) == 1 and isinstance(text.parts[0], Deferred) else None
