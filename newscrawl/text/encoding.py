"""Decode a Korean page although its header, its meta and its bytes may disagree, and tell what was not read as it was written."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

# The longer marks first: the one of UTF-32 begins with that of UTF-16.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# The label of a Content-Type header, an XML declaration or a meta tag: the first 4 KB hold them.
LABEL = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.I)
# What calls itself euc-kr is CP949 in the wild (똠, 펲, 햏 are not in EUC-KR), as the WHATWG standard has it.
EUC_KR = re.compile(
    r"(?:x-)?euc[-_]?kr|ks[-_]?[cx][-_]?(?:5601|1001).*|csksc5601.*|cseuckr|iso-ir-149|korean"
    r"|(?:x-)?(?:cp|ms|windows-|win)949|x-windows-949|uhc|cp51949|x-mac-korean",
    re.I,
)
JOHAB = re.compile(r"(?:x-)?johab|(?:cp|ms)1361|ks_?c_?5601[-_]1992", re.I)
# Encodings of the neighbours in which a page may really be; Python's names of them are subsets of what is sent.
NEIGHBOURS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932"}
MULTIBYTE = frozenset("gb18030 big5hkscs cp932 euc_jp".split())
# Of seven bits, so that their text is ASCII to every other codec.
SEVEN_BITS = frozenset("iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_3 iso2022_jp_ext hz utf-7".split())
# The letters that Korean, Chinese and Japanese texts have most of: one syllable in six of Korean news is one of the first seven.
COMMON = "이다의는에을가한고지하로기도은사대서인를정자시리전제해" + "的一是了在有不" + "のはをにがとた"
# KS X 1001, annex 3: a syllable that its table lacks is a filler and its three letters. Python's euc_kr writes them, browsers show the letters.
SPELLED = re.compile("\u3164([ㄱ-ㅎ])([ㅏ-ㅣ])([ㄱ-ㅎ\u3164])")
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FINALS = "\u3164ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

LOST = "\ufffd"
BINARY = re.compile(f"[\x00-\x08\x0e-\x1a{LOST}]")
# UTF-8 read byte for byte as Latin-1 or Windows-1252: a Hangul syllable becomes ê, ë, ì or í and two of the signs behind it, of which
# those of control are lost. Read so twice it begins with Ã.
AS_LATIN = re.compile(
    "[êëìí][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2}|[êëìí][\xa1-\xbf]{0,2}[êëìí][\xa1-\xbf]|[ÂÃ][\x80-\xbf]?[ÂÃ][\x80-\xbf]|Ã[ª«¬\xad]?[ÂÅËâ]"
)
# A script's letters by their numbers, shown as they are: \uc5f0\ud569.
AS_NUMBERS = re.compile(r"(?:\\u(?:[aA][c-fC-F]|[bBcC][0-9a-fA-F]|[dD][0-7])[0-9a-fA-F]{2}){2}")
# EUC-KR read so: runs of Latin letters and signs without an ASCII letter among them (¿¬ÇÕ´º½º).
AS_LATIN_PAIRS = re.compile("[\xa1-\xfe]{4,}")
# UTF-8 read as CP949 (湲곗궗 for 기사): among syllables that no word has stand these Chinese characters for 가, 고, 기, 로 …
AS_CP949 = "媛嫄寃怨援湲濡瑜留蹂諛遺吏利二"
# Words of a database that could not hold them: "????? ????? ? 2.50%?".
AS_QUESTIONS = re.compile(r"\?{2,8}[ ,.]\?{2,8}[ ,.]\?")
# One of these is in whatever else is garbled, and nearly no text has one; one set is looked for five times as fast as all of them.
SUSPECT = re.compile(f"[{LOST}\ud800-\udfff\\\\ÃêëìíÀ´Ç±¼{AS_CP949}]")


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """The text of a page and the codec that read it.

    Bytes are believed before labels: a byte order mark, the zero bytes of UTF-16 and UTF-32, UTF-8. It comes before any label
    because Korean text in CP949 is never valid UTF-8 by accident, while UTF-8 under an EUC-KR label was seen on saved Naver
    lists (2024-01, 2025-12). Then of CP949, Johab and what header and page name that reading wins which has the most of the commonest
    letters, less those that are lost. A page cut in half, or with one broken byte, has U+FFFD in their place: `garbled`
    tells whether they are in a text that matters.

    >>> decode("똠방각하 韓銀".encode("cp949"), "text/html; charset=utf-8")
    ('똠방각하 韓銀', 'cp949')
    >>> decode("환율 1,402.5원".encode(), "text/html; charset=euc-kr")
    ('환율 1,402.5원', 'utf-8')
    >>> decode("<p>코스피</p>".encode("utf-16-le"), "text/html; charset=hex")
    ('<p>코스피</p>', 'utf-16-le')
    """
    head = body[:128]  # markup, which is ASCII
    mark, codec = next((known for known in BOMS if body.startswith(known[0])), (b"", ""))
    if mark:
        body = body[len(mark) :]
        try:
            if codec == "utf-8" or 0 in head:
                return body.decode(codec).lstrip("\ufeff"), codec
        except UnicodeDecodeError:
            pass  # cut, or a mark that another program put before another encoding
    if head.count(0) * 5 > len(head):
        text, codec = max(
            ((body.decode(codec, "replace"), codec) for codec in WIDE), key=lambda found: _ascii(found[0])
        )
        return text.lstrip("\ufeff"), codec
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return _legacy(body, content_type)
    if body.isascii() and (b"+" in body or b"\x1b" in body or b"~{" in body):
        for codec in (*_labelled(body, content_type), "iso2022_kr", "utf-7"):
            shifted = _shifted(body, codec) if codec in SEVEN_BITS else None
            if shifted:
                return shifted, codec
    return text, "utf-8"


def _legacy(body: bytes, content_type: str | None) -> tuple[str, str]:
    """The text of bytes that are no UTF-8."""
    labels = [codec for codec in _labelled(body, content_type) if codec not in SEVEN_BITS]
    try:
        spelled = body.decode("cp949")
    except UnicodeDecodeError:
        spelled = ""
    text = _composed(spelled)
    # What spells syllables out is Korean: to the neighbours that is a row of kana.
    if any(letter in text for letter in COMMON) and (not labels or text.count("\u3164") * 2 < spelled.count("\u3164")):
        return text, "cp949"
    if b"\xed" in body and (joined := _joined(body)):
        return joined, "cesu-8"
    readings = [(_composed(body.decode("cp949", "replace")), "cp949")]
    readings += ((body.decode(codec, "replace"), codec) for codec in ("utf-8", *labels, "johab"))
    return max(readings, key=lambda found: _likely(found[0]))


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore").replace(b"\0", b""))


def _likely(text: str) -> int:
    return sum(map(text.count, COMMON)) - text.count(LOST)


def _shifted(body: bytes, codec: str) -> str | None:
    """The text of bytes that only look like ASCII; None when the codec finds no letter in them, or UTF-7 no common one."""
    try:
        text = body.decode(codec)
    except UnicodeError:
        return None
    return None if text.isascii() or (codec == "utf-7" and not any(letter in text for letter in COMMON)) else text


def _joined(body: bytes) -> str | None:
    """UTF-8 in which an emoji is two surrogates of three bytes each (CESU-8, of Oracle's UTF8 and Java); None when it is not that."""
    try:
        halves = body.decode("utf-8", "surrogatepass")
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return None


def _composed(text: str) -> str:
    """Syllables that are spelled out, each as one letter.

    >>> _composed("\u3164ㅂㅞㄺ")
    '뷁'
    """

    def syllable(spelled: re.Match[str]) -> str:
        first, vowel, last = INITIALS.find(spelled[1]), ord(spelled[2]) - ord("ㅏ"), FINALS.find(spelled[3])
        return spelled[0] if first < 0 or last < 0 else chr(0xAC00 + (first * 21 + vowel) * 28 + last)

    return SPELLED.sub(syllable, text) if "\u3164" in text else text


def _labelled(body: bytes, content_type: str | None) -> list[str]:
    """The codecs other than those of every page that header and page name, each once."""
    labels = LABEL.findall((content_type or "").encode("ascii", "replace")) + LABEL.findall(body[:4096])
    found = (_codec(label.decode("ascii", "replace")) for label in labels)
    return list(dict.fromkeys(codec for codec in found if codec))


@lru_cache(maxsize=256)
def _codec(label: str) -> str | None:
    """The codec to try for a label; None for what is tried anyway, what names no encoding, and what can hide another behind mojibake.

    Python looks up more than encodings of texts (``hex``, ``rot13``, ``undefined``), and single bytes never fail: no Korean page is
    Latin-1. UTF-16 is known by its bytes: CP949 is valid UTF-16 by accident.
    """
    if JOHAB.fullmatch(label):
        return "johab"
    if EUC_KR.fullmatch(label):
        return None
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    codec = NEIGHBOURS.get(codec, codec)
    return codec if codec in MULTIBYTE | SEVEN_BITS else None


def is_binary(text: str) -> bool:
    """Whether a text is what a picture or an archive looks like when it is decoded."""
    head = text[:1024]
    return len(BINARY.findall(head)) > len(head) / 20


def garbled(text: str) -> bool:
    """Whether letters of a text were lost, or read in another encoding than they were written in: here, or where the publisher stored it.

    >>> garbled("코스피 2,641.30 붕\ufffd"), garbled("ì—°í•©ë‰´ìŠ¤"), garbled("¿¬ÇÕ´º½º ±âÀÚ"), garbled("湲곗궗 ?쒕ぉ")
    (True, True, True, True)
    >>> garbled("????? ????? ? 2.50%? ??? 20? ???.")
    True
    >>> garbled("소시에테제네랄(Société Générale)은 ±0.5%…"), garbled("美·中 무역협상 가결"), garbled("정말?? 왜?? ??"), garbled("이유는 ???")
    (False, False, False, False)
    """
    if "?? ??" in text and AS_QUESTIONS.search(text):
        return True
    if not SUSPECT.search(text):
        return False
    if any(sign == LOST or "\ud800" <= sign < "\ue000" for sign in SUSPECT.findall(text)):
        return True  # half an emoji is of a JSON that was cut
    if AS_NUMBERS.search(text) or AS_LATIN.search(text) or any(map(_is_korean, AS_LATIN_PAIRS.findall(text))):
        return True
    return any(letter in text for letter in AS_CP949) and _is_of_cp949(text)


def readable(text: str | None) -> str | None:
    """The text, or None where it is `garbled`."""
    return None if text is None or garbled(text) else text


def _is_korean(latin: str) -> bool:
    """Whether Latin letters are the bytes of Hangul: pairs of which the first is of a syllable, with a letter among them (not ····)."""
    leads = latin.encode("latin-1")[: len(latin) // 2 * 2 : 2]
    return all(0xB0 <= lead <= 0xC8 for lead in leads) and any(map(str.isalpha, latin))


def _is_of_cp949(text: str) -> bool:
    """Whether many of the syllables of a text are of those that no word has, and that EUC-KR lacks therefore.

    The bytes of Hangul in UTF-8 give none of the commonest letters: names and old words that are rare stand among them.
    """
    if any(letter in text for letter in "이다의는을한"):
        return False
    written = "".join(letter for letter in text if "가" <= letter <= "힣").encode("cp949")
    rare = sum(lead < 0xA1 or trail < 0xA1 for lead, trail in zip(written[::2], written[1::2], strict=True))
    return rare > 1 and rare * 10 > len(written)
