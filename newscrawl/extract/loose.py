"""Read JSON as pages have it: strict first, else with the slips of templates and hands mended that leave no doubt what was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

# Half of a letter beyond the first plane (an emoji cut in two by a length limit): no database takes it.
_HALF = re.compile(r"(?:(?<!\\)\\u[dD][89abAB]..(?!\\u[dD][c-fC-F]))|(?<!\\u[dD][89abAB]..)(?<!\\)\\u[dD][c-fC-F]..")
_NEXT = r"\s*+(?:[:}\]]|\"[^\"\\]{1,64}\"\s*+:|,\s*+(?:[\]}\[{\d-]|\"[^\"\\]{0,64}\"\s*+[:,\]]|true|false|null)|\Z)"
# A string whose end is the next quotation mark, and one that has bare ones (mk 2022): its end is the one that a JSON sign follows.
_PLAIN = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)'
_QUOTING = rf'"(?:[^"\\]|\\.|"(?!{_NEXT}))*+(?:"|\Z)'
_REST = (
    r"|(?P<single>'[^'\\]*+(?:\\.[^'\\]*+)*+(?:'|\Z))"
    r"|(?P<gap>\s++|/\*.*?(?:\*/|\Z)|//[^\n]*+|<!--|--!?>|<!\[CDATA\[|\]\](?:>|&gt;)|;)"
    r"|(?P<sign>[{}\[\]:,])"
    r"|(?P<word>[^\s\"'{}\[\]:,;/<]++)|."
)
_TOKENS = [re.compile(rf"(?P<string>{string}){_REST}", re.S) for string in (_PLAIN, _QUOTING)]
_ESCAPE = re.compile(r'\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt]|(?P<none>.))', re.S)
_DECODER = json.JSONDecoder(strict=False)
LONGEST = 300
"""Digits of a number; Python refuses to read thousands."""


def values(text: str) -> list[Any]:
    """The values that stand in a script that should hold one; none when it cannot be read.

    >>> values('{"a": 1}'), values('// <![CDATA[\\n{"a": 1,}; {"b": 2} // 둘\\n// ]]&gt;')
    ([{'a': 1}], [{'a': 1}, {'b': 2}])
    >>> values('{"headline": "한은 "동결", 환율은", "width": , "x": "연\\n2.5%" "y": [1,]}')
    [{'headline': '한은 "동결", 환율은', 'width': None, 'x': '연\\n2.5%', 'y': [1]}]
    >>> values("<!-- 기사 --> {name: 'it\\\\'s', url: 'https://a.kr//b'}"), values('{&quot;a&quot;: 1}'), values('{"a": 1}{"b": "c'), values("[" * 10**5)
    ([{'name': "it's", 'url': 'https://a.kr//b'}], [{'a': 1}], [{'a': 1}], [])
    """
    if '"' not in text and "&quot;" in text:
        text = unescape(text)
    if "\\ud" in text or "\\uD" in text:
        text = _HALF.sub(r"\\ufffd", text)
    try:
        return [_DECODER.decode(text)]
    except RecursionError:
        return []
    except ValueError:
        pass
    best: list[Any] = []
    for token in _TOKENS:
        found: list[Any] = []
        try:
            found.extend(map(_DECODER.decode, _mended(text, token)))
        except (ValueError, RecursionError):
            best = max(best, found, key=len)  # what stands before the place that nobody can read
        else:
            return found
    return best


def _mended(text: str, token: re.Pattern[str]) -> Iterator[str]:
    """Each value of a text that stands in braces or brackets, with its commas set and its words and comments taken care of.

    Raises:
        ValueError: the last one is cut.
    """
    written: list[str] = []
    depth, last = 0, ""
    for found in token.finditer(text):
        piece, kind = found.group(), found.lastgroup
        if kind == "gap" or (not depth and piece not in ("{", "[")):
            continue
        if piece == ",":
            if last == ":":
                written.append("null")
            last = last if last in ("{", "[") else ","
            continue
        if piece in ("}", "]"):
            if last == ":":
                written.append("null")
        elif last == ",":
            written.append(",")
        elif piece != ":" and last not in ("{", "[", ":", ""):
            written.append(",")  # forgotten between two values
        written.append(_value(piece, kind, text, found.end()))
        depth += (piece in ("{", "[")) - (piece in ("}", "]"))
        last = piece if kind == "sign" else "value"
        if not depth:
            yield "".join(written)
            written, last = [], ""
    if depth:
        raise ValueError("a value that is cut")


def _value(piece: str, kind: str | None, text: str, end: int) -> str:
    if kind == "single":
        piece, kind = '"' + piece[1:-1].replace('"', '\\"') + '"', "string"
    if kind == "string":
        inner = piece[1:-1].replace('\\"', "\0").replace('"', '\\"').replace("\0", '\\"')
        return '"' + (_ESCAPE.sub(lambda m: m["none"] or m[0], inner) if "\\" in inner else inner) + '"'
    if kind == "word":
        if re.match(r"\s*:", text[end : end + 20]):
            return f'"{piece}"'
        return "null" if piece == "undefined" or len(piece) > LONGEST else piece
    return piece
