"""What can be a person's name, and what only stands where one could."""

from __future__ import annotations

import re

from newscrawl.text import press
from newscrawl.text.words import anyof, words

NAME = r"(?:[가-힣]{2,4}|[一-鿿]{2,4}|[가-힣] [가-힣]{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+(?:-[a-z]+)?){1,5}+)"
"""A name where a title says that one stands: Hangul, also with the family name set apart (홍 길동), Hanja, or Latin letters."""
NAME_ALONE = re.compile(NAME)
SURNAME = re.compile(rf"(?:{anyof('surnames')}[가-힣]{{1,2}}|{anyof('hanja-surnames')}[一-鿿]{{1,2}})")
"""Nearly every Korean name: a family name of one syllable or two, and a given name; in Hanja before about 2000."""
LATIN = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)?")

LONGEST = 40  # letters of a word that can be a name: foreign ones have up to thirty

NO_NAMES = frozenset(words("not-a-name") + words("places"))
HOUSES = re.compile(rf"{anyof('paper-endings', 'house-endings')}$|{anyof('desks')}[가-힣\d]*[부실국]$")
FOREIGN = re.compile(anyof("foreign-syllables"))


def is_name(word: str) -> bool:
    """Whether a word can be a person's name.

    >>> is_name("구현모"), is_name("경제부"), is_name("서울"), is_name("뉴스룸"), is_name("이데일리")
    (True, False, False, False, False)
    """
    return len(word) <= LONGEST and word not in NO_NAMES and not press.is_press(word) and not HOUSES.search(word)


def is_korean_name(word: str) -> bool:
    """Whether a word is a family name with a given one behind it, and not known for something else.

    >>> is_korean_name("하도경"), is_korean_name("남궁민수"), is_korean_name("워싱턴"), is_korean_name("정치부")
    (True, True, False, False)
    """
    return SURNAME.fullmatch(word) is not None and is_name(word)


def is_plainly_name(word: str) -> bool:
    """Whether a word without a title is a name: of a Korean form and of syllables that names have, or a Latin one.

    >>> is_plainly_name("하도경"), is_plainly_name("John Smith"), is_plainly_name("모닝벨"), is_plainly_name("하와")
    (True, True, False, False)
    """
    if not is_name(word) or not NAME_ALONE.fullmatch(word):
        return False
    if word.isascii():
        return True
    return (
        SURNAME.fullmatch(word) is not None
        and not FOREIGN.search(word)
        and not (len(word) == 2 and word[1] in "에의을은로과와도만")
    )
