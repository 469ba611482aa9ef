"""Fold whitespace, and letters that are a blank to the eye, drop invisible characters, and change nothing else."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls other than whitespace: NUL is what a half-broken CMS sends for an empty field.
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
# And zero-width space and joiners, word joiner, BOM, soft hyphen, bidi marks, overrides and isolates, the unseen signs of formulas and of annotations: seen inside
# pasted press releases. The Mongolian vowel separator and the two that are no characters are what SQLite's tokenizer takes for blanks or for each other. Between
# two emoji a joiner makes them one sign.
EMOJI = "[\u2190-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
    f"|(?<!{EMOJI})\u200d|\u200d(?!{EMOJI})"
)
# A letter that looks like a blank, typed for one because an editor takes blanks away. In old Hangul the conjoining two hold
# the place of a consonant or a vowel that a syllable lacks: beside other letters of it they stay.
FILLER = re.compile(
    "\u115f?\u1160(?![\u11a8-\u11ff\ud7cb-\ud7fb])(?<![\u1100-\u115e\ua960-\ua97c]\u1160)|\u115f(?![\u1160-\u11a7\ud7b0-\ud7c6])|[\u3164\uffa0]"
)

# Nearly no text has a letter of either kind, and one set of letters is looked for five times as fast.
SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]"
)

_suspect = SUSPECT.search


def joined(text: str) -> str:
    """The text with two halves of a sign as the sign that they are, and one alone as U+FFFD, as a browser shows it.

    A script's string can hold half of a sign beyond U+FFFF ("\\ud83d" where an emoji was cut), UTF-8 and a database cannot.

    >>> joined("\\ud83d\\ude00 금리\\ud83d")
    '😀 금리�'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def visible(text: str) -> str:
    """The text without characters that have no width and no meaning, with blanks for the letters that are one.

    No control sign, no override of a line's direction and no half of a sign is left; see `joined`.

    >>> visible("코스피\\u200b 2,641.30\\x00\\u3164원"), visible("금리\\x1b[31m \\u202e인하\\ud83d")
    ('코스피 2,641.30 원', '금리[31m 인하�')
    """
    return FILLER.sub(" ", INVISIBLE.sub("", joined(text))) if _suspect(text) else text


def fold(text: str) -> str:
    """One line: NFC, every run of whitespace one blank, none at the ends.

    >>> fold("  삼성전자\\n\\t(-0.88%)\\xa0 ▼ ")
    '삼성전자 (-0.88%) ▼'
    """
    if _suspect(text):
        text = visible(text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_folded(text: str) -> bool:
    """Whether `fold` would change the whitespace of a text and nothing else.

    >>> is_folded("금리\\n 인하"), is_folded("금\\u200b리"), is_folded(unicodedata.normalize("NFD", "금리"))
    (True, False, False)
    """
    return unicodedata.is_normalized("NFC", text) and visible(text) == text


def fold_lines(text: str) -> str:
    """Several lines, each folded, empty ones left out.

    >>> fold_lines(" 中 AI 낙관론 경계 \\n\\n 홍콩 IPO  초대박 ")
    '中 AI 낙관론 경계\\n홍콩 IPO 초대박'
    """
    # Nothing composes across a line's end: what `fold` does of a line is done of all at once.
    whole = unicodedata.normalize("NFC", visible(text))
    return "\n".join(line for each in whole.splitlines() if (line := " ".join(each.split())))
