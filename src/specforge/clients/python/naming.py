"""Python identifiers from the names of a document: PEP 8, never a keyword, never pasted unchecked."""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence

from specforge.clients.naming import split_words
from specforge.errors import InternalError

# Names become files, which no system lets be longer than 255 bytes; more than this no one reads anyway.
MOST_CHARACTERS = 100
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
# Device names of Windows, which cannot be files there.
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{name}{i}" for name in ("com", "lpt") for i in range(1, 10)})


def snake(words: Sequence[str], fallback: str) -> str:
    """Returns a name for functions, arguments and fields.

    >>> snake(("order", "id"), "field"), snake(("class",), "field"), snake(("2fa",), "field"), snake((), "field")
    ('order_id', 'class_', 'field_2fa', 'field')
    """
    name = "_".join(words)[:MOST_CHARACTERS].rstrip("_") or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    if keyword.iskeyword(name):
        name += "_"
    return checked(name)


def pascal(name: str, fallback: str) -> str:
    """Returns a name for a class; one that is spelled like a class stays as it is.

    >>> pascal("APIKey", "Model"), pascal("order_line", "Model"), pascal("v1.Pod", "Model"), pascal("1st", "Model")
    ('APIKey', 'OrderLine', 'V1Pod', 'Model1St')
    """
    if _PASCAL.fullmatch(name):
        made = name
    else:
        made = "".join(word[:1].upper() + word[1:] for word in split_words(name)) or fallback
    made = made[:MOST_CHARACTERS]
    if made[0].isdigit():
        made = fallback + made
    return checked(made + "Model" if keyword.iskeyword(made) else made)


def constant(name: str, fallback: str) -> str:
    """Returns a name for a member of an enum.

    >>> constant("in-transit", "VALUE"), constant("2", "VALUE"), constant("+", "VALUE")
    ('IN_TRANSIT', 'VALUE_2', 'VALUE')
    """
    made = "_".join(split_words(name)).upper()[:MOST_CHARACTERS].rstrip("_") or fallback
    return checked(f"{fallback}_{made}" if made[0].isdigit() else made)


def module(name: str) -> str:
    """Returns a name for a module; one that no system can hold as a file gets an underscore.

    >>> module("import"), module("aux"), module("order_page")
    ('import_', 'aux_', 'order_page')
    """
    return checked(name + "_" if name in _DEVICES or keyword.iskeyword(name) else name)


def checked(name: str) -> str:
    """Returns an identifier as it is; raises InternalError for anything else: rejected, never repaired."""
    if not (name.isascii() and name.isidentifier()) or keyword.iskeyword(name):
        raise InternalError(f"{name!r} is no Python identifier")
    return name


def is_package_name(name: str) -> bool:
    """Tells whether a name can be a package: lower case, an identifier, no keyword."""
    return re.fullmatch(r"[a-z][a-z0-9_]*", name) is not None and not keyword.iskeyword(name)


def version(text: str) -> str:
    """Returns a version as PEP 440 wants it; what is no version becomes part of the local label.

    >>> version("1.4.0"), version("v2"), version("2020-10-01"), version("1.0.0-beta.2"), version("latest"), version("")
    ('1.4.0', '2', '2020.10.1', '1.0.0+beta.2', '0+latest', '0')
    """
    dashed = re.sub(r"^(\d{4})-(\d\d?)-(\d\d?)", r"\1.\2.\3", text.strip())
    match = re.match(r"[vV]?(\d{1,9}(?:\.\d{1,9})*)", dashed)
    release = ".".join(str(int(part)) for part in match[1].split(".")) if match else "0"
    rest = dashed[match.end() :] if match else dashed
    label = ".".join(re.findall(r"[a-z0-9]+", rest.lower()))[:40].strip(".")
    return f"{release}+{label}" if label else release
