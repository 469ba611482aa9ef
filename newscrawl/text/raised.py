"""Write raised and lowered letters so that they keep apart from their neighbours: a note's mark, a power, an index."""

from __future__ import annotations

import re

_UP = str.maketrans("0123456789+-−–=()nio", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱᵒ")
_DOWN = str.maketrans("0123456789+-−–=()ni", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢ")
# 1st, KOSPI™: raised by custom, and never read as anything else. So is a mark that brackets or a sign of its own set apart.
_PLAIN = re.compile(r"(?:st|nd|rd|th|tm|sm|[rc])|\[[^\[\]]*\]|[\W_]*", re.I)
# Whole sentences are set in small print with <sub>; a note's mark and an exponent are short.
_SHORT = 12


def raised(content: str, before: str, after: str) -> str:
    """What stands above the line, between the letters before and after it.

    >>> f"1.9{raised('2', '9', '%')}%, 2.1{raised('1)', '1', '%')}%, 10{raised('-3', '0', '')}"
    '1.9²%, 2.1¹⁾%, 10⁻³'
    >>> raised("주1)", "가", "는"), raised("1,2", "9", "%"), raised("[2]", "9", "%"), raised("st", "1", " ")
    ('^(주1)', '^(1,2)', '[2]', 'st')
    """
    return _marked(content, before, after, _UP, "^")


def lowered(content: str, before: str, after: str) -> str:
    """What stands below the line. An index that no letters exist for stays as it is behind a word, where it is no other number.

    >>> f"CO{lowered('2', 'O', ' ')} PM{lowered('2.5', 'M', ' ')} 2{lowered('2.5', '2', ' ')}"
    'CO₂ PM2.5 2_(2.5)'
    """
    return _marked(content, before, after, _DOWN, "_")


def _marked(content: str, before: str, after: str, table: dict[int, int], sign: str) -> str:
    if _PLAIN.fullmatch(content):
        return content
    if all(ord(letter) in table for letter in content):
        return content.translate(table)
    touches = (before.isdigit() and content[0].isalnum()) or (content[-1].isalnum() and after.isdigit())
    if not touches and (len(content) > _SHORT or sign == "_"):
        return content
    return f"{sign}({content.removesuffix(')') if content.count(')') > content.count('(') else content})"
