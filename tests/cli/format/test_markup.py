from __future__ import annotations

from xml.etree import ElementTree as ET

from specforge.cli.format.markup import attribute


def test_every_character_survives_or_is_spelled_out() -> None:
    text = "".join(map(chr, range(0x20, 0x7F))) + "ä€😀"

    assert text == ET.fromstring(f"<a b={attribute(text)}/>").attrib["b"]
    assert "\\x00\\x1b" == ET.fromstring(f"<a b={attribute(chr(0) + chr(27))}/>").attrib["b"]
