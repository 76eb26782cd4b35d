"""What the writers of all parts of the import document share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.diagnostics import Origin
from specforge.importdoc.changes import Changes
from specforge.importdoc.spelling import Spell, joined, spell_data, spell_value
from specforge.ir import Api, Data, Kind, Text
from specforge.ir.integration import Flag, Number

Written = dict[str, Data]


class Writing(NamedTuple):
    """One run of `import_document`: what is written, how, and what has been noted so far.

    `names` maps each schema to its name in the import document, `taken` are those names; `models` collects the
    schemas that get a name here.
    """

    api: Api
    spell: Spell
    changes: Changes
    names: Mapping[str, str]
    taken: frozenset[str]
    models: dict[str, Data]

    @property
    def is_rest(self) -> bool:
        """Tells whether schemas become models, as in REST APIs; HTTP APIs ignore them."""
        return self.api.kind is Kind.REST

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

    def ignored(self, origin: Origin, parts: Mapping[str, object]) -> None:
        """Notes the parts that are there and that the importer ignores."""
        for name, value in parts.items():
            if value:
                self.changes.note("ignored-part-removed", origin, name)

    def foreign(self, extra: Mapping[str, Data], origin: Origin) -> Written:
        """Returns the keys that AWS may know, its own extensions; notes the others."""
        kept = {key: self.data(value) for key, value in extra.items() if key.startswith("x-amazon-")}
        for key in extra:
            if key not in kept and not key.startswith("x-specforge-"):
                self.changes.note("ignored-part-removed", origin.at(key), key)
        return kept

    def model(self, wanted: str, schema: Written) -> str:
        """Returns the name under which an inline schema becomes a model; the same schema has the same name."""
        name, number = wanted, 1
        while name in self.taken or self.models.get(name, schema) != schema:
            number += 1
            name = f"{wanted}{number}"
        self.models[name] = schema
        return name


def present(parts: Mapping[str, Data]) -> Written:
    """Returns a mapping without what is not said: None, empty lists and empty mappings."""
    return {key: value for key, value in parts.items() if value is not None and value not in ({}, [])}
