"""Who a text speaks to: news tells in plain 다 or in the past, a site speaks to whoever reads it."""

from __future__ import annotations

import re

_SPOKEN = re.compile(r"(?:니다|세요|시오|[어아해]요|예요)(?=[.!?…\s]|$)")
_PLAIN = re.compile(r"(?<!니)다[.”\"’')]")
# A syllable that ends in ㅆ, but 있: the past, in which a broadcast tells.
_PAST = re.compile("(?!있)[" + "".join(map(chr, range(0xAC14, 0xD7A4, 28))) + "]습니다")


def speaks_to_its_reader(text: str) -> bool:
    """Whether a text is a site's word to its readers and tells no news.

    >>> speaks_to_its_reader("이 기사는 회원만 볼 수 있습니다."), speaks_to_its_reader("코스피가 3,000선을 돌파했습니다.")
    (True, False)
    >>> speaks_to_its_reader("코스피가 3,000선을 돌파했다."), speaks_to_its_reader("자료=한국은행")
    (False, False)
    """
    return _SPOKEN.search(text) is not None and not _PLAIN.search(text) and not _PAST.search(text)
