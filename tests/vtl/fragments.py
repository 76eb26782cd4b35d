"""Breaks templates at random, the same way for the same source of randomness."""

from __future__ import annotations

import random

FRAGMENTS = (
    "$", "#", '"', "'", "(", ")", "[", "]", "{", "}", "$a", "$!{a}", "#if(", "#end", "#else", "#set(", "$a.b(", "\\",
    "##", "#*", "*#", "#[[", "]]#", " ", "\n", ".", "..", ",", "=", "==", "-1", "true", "#{else}", "!", "@", "a", "-",
    "$input.path('$.x')", "1e5", '""', "\t", ":", "not ", "&&", "#foreach($i in ", "#define($d)", "#@Block()",
    "#elseif(",
)  # fmt: skip


def mutate(source: random.Random, template: str) -> str:
    """Returns the template with one to three insertions, deletions or copies."""
    letters = list(template)
    for _ in range(source.randint(1, 3)):
        at = source.randint(0, len(letters))
        match source.choice("iiiddc"):
            case "i":
                letters[at:at] = source.choice(FRAGMENTS)
            case "d":
                del letters[at : at + source.randint(1, 6)]
            case _:
                copied = letters[at : at + source.randint(1, 20)]
                to = source.randint(0, len(letters))
                letters[to:to] = copied
    return "".join(letters)
