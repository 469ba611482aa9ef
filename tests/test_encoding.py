"""The same page in every encoding and under every label reads the same, or is refused; a letter that was lost is never stored."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.loaders import NotAnArticle
from newscrawl.text.encoding import decode, garbled
from newscrawl.text.whitespace import fold

SOURCES = load_sources(get_project_settings())
URL = "https://www.mk.co.kr/news/economy/12201431"
PAGE = """<!DOCTYPE html><html><head>{meta}<title>韓銀, 똠얌 지수 -0.88%↓ - 매일경제</title>
<meta property="og:title" content="韓銀, 똠얌 지수 -0.88%↓ - 매일경제"><meta property="article:published_time" content="2026-11-20T10:30:00+09:00"></head>
<body><div class="news_ttl_sec"><h2 class="news_ttl">韓銀, 똠얌 지수 -0.88%↓</h2></div><div class="news_cnt_detail_wrap" itemprop="articleBody">
<p>‘똠얌 지수’가 0.88% 내린 2,641.30으로 마감했다. 「금융」 ㈜펲시는 ▼5bp다.</p><p>美 국채는 햏 ~ 3.2%였다.</p></div>
<div class="ad"><p>배너 광고입니다</p></div></body></html>"""
META = '<meta charset="{}">'
SYLLABLES = "".join(map(chr, range(0xAC00, 0xD7A4)))
SHORT = "<html><head><title>기준금리 동결</title></head><body><p>한국은행이 기준금리를 동결했다고 20일 밝혔다.</p><p>{}</p></body></html>"

# What pages, servers and scripts call an encoding: those of Korean, their neighbours, Python's codecs that are none of texts, no words at all.
LABELS = (
    "utf-8 UTF8 utf8mb4 unicode-1-1-utf-8 euc-kr EUC_KR x-euc-kr euckr cp949 ms949 x-windows-949 windows-949 uhc cp51949 korean "
    "ks_c_5601-1987 ksc5601 KSC_5601 ks_c_5601-1992 csKSC56011987 iso-ir-149 x-mac-korean johab cp1361 iso-2022-kr csiso2022kr "
    "utf-16 utf-16le utf-32 utf-7 iso-8859-1 latin1 windows-1252 us-ascii iso-8859-15 gb2312 gbk gb18030 big5 shift_jis euc-jp "
    "iso-2022-jp hz hex base64 rot13 undefined idna punycode zlib bz2 uu quopri unicode_escape raw_unicode_escape mbcs oem "
    "charmap x-user-defined none null NaN 0 binary - . _ " + "a" * 40
).split()
HANGUL = ["utf-8", "utf-8-sig", "cp949", "euc_kr", "johab", "utf-7"]
WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


def variant(encoding: str, label: str | None) -> bytes:
    """The page in an encoding, its meta tag telling a label."""
    return PAGE.format(meta=META.format(label) if label else "").encode(encoding)


RIGHT = reading.article(variant("utf-8", "utf-8"), URL, SOURCES, content_type="text/html; charset=utf-8").as_dict()


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("meta", ["utf-8", "euc-kr", "cp949", "iso-8859-1", "no-such-codec", None])
@pytest.mark.parametrize("header", ["utf-8", "euc-kr", "EUC-KR", "ks_c_5601-1987", "iso-8859-1", None])
def test_bytes_are_believed_before_labels(encoding: str, meta: str | None, header: str | None) -> None:
    content_type = f"text/html; charset={header}" if header else None
    got = reading.article(variant(encoding, meta), URL, SOURCES, content_type=content_type).as_dict()
    assert got == RIGHT
    assert got["body"].startswith("‘똠얌 지수’가 0.88% 내린 2,641.30으로")


@pytest.mark.parametrize("encoding", [*HANGUL, *WIDE])
def test_a_page_is_read_in_every_encoding_that_can_hold_it(encoding: str) -> None:
    page = PAGE.replace("韓", "한").replace("美", "미").replace("㈜", "") if encoding == "johab" else PAGE
    text = page.format(meta=META.format("euc-kr"))
    assert decode(text.encode(encoding))[0] == text
    assert reading.article(text.encode(encoding), URL, SOURCES).body.startswith("‘똠얌 지수’가 0.88% 내린")


@pytest.mark.parametrize("encoding", [*HANGUL, *WIDE])
def test_every_syllable_is_read_back_under_every_label(encoding: str) -> None:
    page = SHORT.format("뷁 펲 햏 똠")
    for label in LABELS:
        assert decode(page.encode(encoding), f"text/html; charset={label}")[0] == page, label
    whole = SHORT.format(SYLLABLES)
    for label in ("utf-8", "euc-kr", "johab", "gb2312", "euc-jp", "undefined"):
        assert decode(whole.encode(encoding), f"text/html; charset={label}")[0] == whole, label


@given(
    text=st.text(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3) | st.sampled_from(" .,%▲…“”A1"), max_size=30
    ),
    encoding=st.sampled_from([*HANGUL, *WIDE]),
    header=st.sampled_from(LABELS),
    meta=st.sampled_from(LABELS),
)
def test_hangul_is_read_back_whatever_header_and_meta_say(text: str, encoding: str, header: str, meta: str) -> None:
    page = SHORT.format(text.translate(str.maketrans("", "", "…▲“”")) if encoding == "johab" else text)
    page = page.replace("<head>", f"<head>{META.format(meta)}")
    got, _ = decode(page.encode(encoding), f"text/html; charset={header}")
    assert got == page


@given(st.binary(max_size=200), st.sampled_from(LABELS))
def test_no_bytes_and_no_label_raise(body: bytes, label: str) -> None:
    text, _ = decode(body, f"text/html; charset={label}")
    assert text.encode().decode() == text  # no half of an emoji


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (codecs.BOM_UTF8 * 2 + "<p>금리</p>".encode(), "<p>금리</p>"),
        (codecs.BOM_UTF8 + "<p>금리를 동결</p>".encode("cp949"), "<p>금리를 동결</p>"),
        (codecs.BOM_UTF16_LE + "<p>금리를 동결</p>".encode("cp949"), "<p>금리를 동결</p>"),
        ("<p>금리를 동결</p>".encode("utf-16")[:-1], "<p>금리를 동결</p\ufffd"),
        ("<p>금리를 동결</p>".encode("iso2022_kr"), "<p>금리를 동결</p>"),
        (b"<p>" + "금리를 ".encode() + b"\xed\xa0\xbd\xed\xb8\x80</p>", "<p>금리를 😀</p>"),  # CESU-8
        (b"<p>" + "금리를 ".encode() + b"\xed\xa0\xbd</p>", "<p>금리를 \ufffd\ufffd\ufffd</p>"),
        (b"<p>C++ and R+D-</p>", "<p>C++ and R+D-</p>"),
        (b"<p>\x1b[31mred\x1b[0m ~{text~}</p>", "<p>\x1b[31mred\x1b[0m ~{text~}</p>"),
        ("<p>中国人民银行在声明中说，这是有效的，国务院总理将在本月出席。</p>".encode("gbk"), None),
        (
            "<meta charset=gb2312><p>中国人民银行在声明中说，这是有效的。</p>".encode("gbk"),
            "<meta charset=gb2312><p>中国人民银行在声明中说，这是有效的。</p>",
        ),
        (
            "<meta charset=shift_jis><p>日銀の会合は金利を</p>".encode("cp932"),
            "<meta charset=shift_jis><p>日銀の会合は金利を</p>",
        ),
        (b"", ""),
    ],
)
def test_marks_shifts_and_neighbours(body: bytes, text: str | None) -> None:
    got, _ = decode(body)
    assert got == text if text is not None else garbled(got)


# One byte that a template's cut, a database's column or a proxy lost.
BROKEN = {
    "an advertisement": ("배너 광고입니다", None),
    "the text": ("으로 마감했다", "error:garbled"),
    "a figure's unit": ("수’가 0.88%", "error:garbled"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize(("words", "outcome"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("at", [0, 1, -1])
def test_an_article_does_not_fall_for_an_advertisement_and_is_never_falsified(
    encoding: str, words: str, outcome: str | None, at: int
) -> None:
    letters = words.encode(encoding)
    lost = bytearray(letters)
    del lost[[0, 1, len(words[:2].encode(encoding)) - 1][at]]
    page = variant(encoding, None).replace(letters, bytes(lost))
    assert page != variant(encoding, None)
    if outcome is None:
        assert reading.article(page, URL, SOURCES, content_type="text/html; charset=euc-kr").as_dict() == RIGHT
    else:
        with pytest.raises(NotAnArticle) as refused:
            reading.article(page, URL, SOURCES, content_type="text/html; charset=euc-kr")
        assert refused.value.reason == outcome


def test_a_headline_that_was_cut_in_one_place_is_taken_from_another() -> None:
    page = variant("utf-8", None)
    cut = page.replace("↓</h2>".encode(), "↓".encode()[:-1] + b"</h2>")
    got = reading.article(cut, URL, SOURCES)
    assert (got.title, got.extraction["title"]) == (RIGHT["title"], "meta")
    everywhere = page.replace("↓".encode(), "↓".encode()[:-1])
    with pytest.raises(NotAnArticle) as refused:
        reading.article(everywhere, URL, SOURCES)
    assert refused.value.reason == "error:garbled"


def test_a_caption_or_byline_that_lost_letters_is_left_out() -> None:
    picture = '<figure><img src="/a.jpg"><figcaption>하도경 기자가 찍은 사\ufffd</figcaption></figure><p>‘똠얌'
    got = reading.article(variant("utf-8", None).replace("<p>‘똠얌".encode(), picture.encode()), URL, SOURCES)
    assert [(image.url, image.caption) for image in got.images] == [("https://www.mk.co.kr/a.jpg", None)]
    assert got.body == RIGHT["body"]


WORDS = ("한국은행이 기준금리를 연 2.50%로 동결했다.", "연합뉴스", "코스피 상승 마감", "기사 제목", "증시 급락")


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    ("written", "read", "errors"),
    [
        ("utf-8", "latin-1", "strict"),
        ("utf-8", "cp1252", "replace"),
        ("utf-8", "cp1252", "ignore"),
        ("cp949", "latin-1", "strict"),
    ],
)
def test_what_a_publisher_stored_in_another_encoding_is_known(words: str, written: str, read: str, errors: str) -> None:
    assert not garbled(words)
    got = words.encode(written).decode(read, errors)
    assert garbled(got) and garbled(fold(got))
    assert garbled(got.encode().decode("latin-1")) and garbled(fold(got.encode().decode("cp1252", "replace")))


@pytest.mark.parametrize("text", [r"\uc5f0\ud569\ub274\uc2a4", r"[속보] \uae08\ub9ac 동결"])
def test_letters_shown_by_their_numbers_are_no_text(text: str) -> None:
    assert garbled(text)
    assert not garbled(text[:6]) and not garbled(r"C:\users\upload \u0041\u0042 100%up")


@pytest.mark.parametrize("errors", ["replace", "ignore"])
@pytest.mark.parametrize("words", [WORDS[0], *WORDS[3:]])
def test_utf_8_that_was_read_as_cp949_is_known(words: str, errors: str) -> None:
    read = words.encode().decode("cp949", errors)
    assert garbled(read) and garbled(read.replace("\ufffd", "?"))


@pytest.mark.parametrize(
    "text",
    [
        "소시에테제네랄(Société Générale)·BNP는 ±0.5%p, 12×3÷4=9°…",
        "르노코리아 ‘그랑 콜레오스’ (Grand Koléos) naïve Ça va? Ýmir Þór",
        "美·中 二審 利子 吏讀 耳目 援助 媛·湲", "㈜펲시 ㎡당 3만원▲ ···· ±±±±", "뷁 펲 햏 똠방각하, 슈퍼 쌰", "이 지수는 뷁펲햏 媛 곗궗쑝 만큼 움직였다.",
        "Español: ¿Qué? ¡Sí! í, ê ë", "«따옴표» – “인용” ‘말’ … €100 ™ ©", "", "plain", "가나다 ½¼¾ ²³¹",
    ],
)  # fmt: skip
def test_what_a_reader_can_read_is_not_garbled(text: str) -> None:
    assert not garbled(text)


@pytest.mark.parametrize(
    ("number", "letter"),
    [
        ("&#150;", "–"),
        ("&#128;100", "€100"),
        ("&#133;", "…"),
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xde00;", "😀"),
        ("&#128512;", "😀"),
    ],
)
def test_numbers_of_letters_are_what_browsers_show(number: str, letter: str) -> None:
    page = variant("utf-8", None).replace("마감했다.".encode(), f"마감했다{number}.".encode())
    assert f"마감했다{letter}." in reading.article(page, URL, SOURCES).body


@pytest.mark.parametrize("sign", ["&#55357;", "\ufffd", "&#xfffd;"])
def test_a_sign_for_a_lost_letter_is_not_stored_be_it_the_publishers(sign: str) -> None:
    page = variant("utf-8", None).replace("마감했다".encode(), f"마{sign}했다".encode())
    with pytest.raises(NotAnArticle) as refused:
        reading.article(page, URL, SOURCES)
    assert refused.value.reason == "error:garbled"


def test_a_list_names_no_headline_that_lost_letters() -> None:
    page = '<html><body><ul><li><a href="/news/economy/12201431">기준금리 동\ufffd</a></li><li><a href="/news/economy/12201432">기준금리 동결 전망</a></li></ul></body></html>'
    links = reading.links(page.encode(), "https://www.mk.co.kr/news/economy/", SOURCES)
    assert [link.title for link in links] == [None, "기준금리 동결 전망"]
