"""What the writers of all parts of the import document share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.diagnostics import Origin
from specforge.importdoc.changes import Changes
from specforge.importdoc.spelling import Spell, joined, spell_data, spell_value
from specforge.importdoc.widening import wider_schemas
from specforge.ir import Api, Data, Kind, Lazy, Text
from specforge.ir.integration import Flag, Number

Written = dict[str, Data]

OURS = ("x-amazon-", "x-specforge-")


class Writing(NamedTuple):
    """One document that is being written: of what, how, and what has been noted so far.

    `names` maps each schema to its name in the written document, `taken` are those names; `models` collects the
    schemas that get a name here, `model_places` where each was met first. `wider` are the names of those that
    lose a restriction. A public document says nothing of AWS;
    `extensions` are patterns of the names of further `x-` keys that it keeps.
    """

    api: Api
    spell: Spell
    changes: Changes
    names: Mapping[str, str]
    taken: frozenset[str]
    models: dict[str, Data]
    model_places: dict[str, Origin]
    wider: Lazy[frozenset[str]]
    is_public: bool = False
    extensions: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        api: Api,
        spell: Spell,
        names: Mapping[str, str],
        *,
        is_public: bool = False,
        extensions: tuple[str, ...] = (),
    ) -> Writing:
        """Returns the beginning of a document."""
        wider = Lazy(lambda: wider_schemas(api.schemas))
        return cls(api, spell, Changes(), names, frozenset(names.values()), {}, {}, wider, is_public, extensions)

    @property
    def is_rest(self) -> bool:
        """Tells whether schemas become models, as in REST APIs; HTTP APIs ignore them."""
        return self.api.kind is Kind.REST and not self.is_public

    def text(self, text: Text | None) -> Data:
        """Returns a text as the caller spells it."""
        return None if text is None else self.spell(text)

    def texts(self, texts: Iterable[Text]) -> list[Data]:
        """Returns a list of texts as the caller spells them."""
        return [self.spell(text) for text in texts]

    def list_in_one(self, texts: Iterable[Text]) -> Data:
        """Returns texts as one, separated by commas."""
        return self.spell(joined(texts, ", "))

    def value(self, value: Number | Flag | None) -> Data:
        """Returns a number or flag, or its expression as the caller spells it."""
        return None if value is None else spell_value(value, self.spell)

    def data(self, data: Data) -> Data:
        """Returns plain data with its expressions as the caller spells them."""
        return spell_data(data, self.spell)

    def aws_extensions(self, extra: Mapping[str, Data]) -> Written:
        """Returns the extensions that AWS may know although we do not; none for the public."""
        if self.is_public:
            return {}
        return {key: self.data(value) for key, value in extra.items() if key.startswith("x-amazon-")}

    def model(self, wanted: str, schema: Written, origin: Origin) -> str:
        """Returns the name under which an inline schema becomes a model; the same schema has the same name."""
        name, number = wanted, 1
        while name in self.taken or self.models.get(name, schema) != schema:
            number += 1
            name = f"{wanted}{number}"
        self.models[name] = schema
        self.model_places.setdefault(name, origin)
        return name


def present(parts: Mapping[str, Data]) -> Written:
    """Returns a mapping without what is not said: None, empty lists and empty mappings."""
    return {key: value for key, value in parts.items() if value is not None and value not in ({}, [])}
