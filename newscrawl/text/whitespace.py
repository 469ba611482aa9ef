"""Fold whitespace and drop invisible characters, and change nothing else."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls other than whitespace: NUL is what a half-broken CMS sends for an empty field.
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
# And zero-width space and joiners, word joiner, BOM, soft hyphen, bidi marks: seen inside pasted press releases. The Mongolian vowel
# separator and the two that are no characters are what SQLite's tokenizer takes for blanks or for each other.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text without characters that have no width and no meaning.

    >>> visible("코스피\\u200b 2,641.30\\x00")
    '코스피 2,641.30'
    """
    return INVISIBLE.sub("", text)


def fold(text: str) -> str:
    """One line: NFC, every run of whitespace one blank, none at the ends.

    >>> fold("  삼성전자\\n\\t(-0.88%)\\xa0 ▼ ")
    '삼성전자 (-0.88%) ▼'
    """
    return " ".join(unicodedata.normalize("NFC", visible(text)).split())


def is_folded(text: str) -> bool:
    """Whether `fold` would change the whitespace of a text and nothing else.

    >>> is_folded("금리\\n 인하"), is_folded("금\\u200b리"), is_folded(unicodedata.normalize("NFD", "금리"))
    (True, False, False)
    """
    return unicodedata.is_normalized("NFC", text) and not INVISIBLE.search(text)


def fold_lines(text: str) -> str:
    """Several lines, each folded, empty ones left out.

    >>> fold_lines(" 中 AI 낙관론 경계 \\n\\n 홍콩 IPO  초대박 ")
    '中 AI 낙관론 경계\\n홍콩 IPO 초대박'
    """
    return "\n".join(line for line in map(fold, text.splitlines()) if line)
