"""What a page is that is no article, told from the page alone: by what articles have first, by the words of notices second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newscrawl.extract import about, address, notices
from newscrawl.extract import tree as trees
from newscrawl.extract.deck import same_words
from newscrawl.extract.leaving import leaving
from newscrawl.extract.notices import HANGUL, SHORT, bare, most, said
from newscrawl.extract.outline import PLAIN, POLITE, Outline
from newscrawl.text import dates, noise
from newscrawl.text.parts import held
from newscrawl.text.titles import agree
from newscrawl.urls import Site

SENTENCES = {
    "gone": "The article is no longer there.",
    "error:maintenance": "The site shows a notice of maintenance; it will be asked again.",
    "error:waiting-room": "The site shows a waiting room; it will be asked again.",
    "error:blocked": "The site refuses this visitor; it will be asked again.",
    "error:empty-shell": "The page is a shell without text that a script would fill; it will be asked again.",
    "error:server": "The site shows an error of its own; it will be asked again.",
    "error:garbled": "Letters of the article were lost or are in another encoding than they were written in; it will be asked again.",
    "error:notice": "The page shows a notice that is not known and no article; it will be asked again.",
    "rejected:login": "The page asks for a login.",
    "rejected:age": "The page asks for the reader's age.",
    "rejected:consent": "The page asks for consent.",
    "rejected:list": "The page is a list of articles.",
    "rejected:reporter": "The page is a reporter's own.",
    "rejected:offer": "The page offers a subscription or something else, and shows nothing of an article.",
    "rejected:terms": "The page is about the site itself.",
    "rejected:poll": "The page is a poll.",
    "rejected:video": "The page is a player without a text.",
    "rejected:redirected": "The page says that it is another article.",
    "rejected:no-body": "The page has no article text.",
}
"""What a person is told of an outcome."""

ADDRESSED = re.compile("세요|시오|주시|하실|보실|하시면|죄송|바랍니다|수 없습니다|고객님|여러분|책임")
AMOUNT = re.compile(r"\d\s?(?:%|원|[만억조]|년|포인트|배|톤|달러)")
# A syllable that ends in ㅆ: the past, in which news is told.
PAST = re.compile("[" + "".join(map(chr, range(0xAC14, 0xD7A4, 28))) + "]습니다")
# What somebody saw or said is told, where a notice is in the present or asks.
SAID = re.compile("(?:봤|보았|말했|밝혔|전했|답했|설명했|털어놨|다고도? 했|라고도? 했)습니다")
PLAYED = re.compile(r"영상|동영상|VOD|다시보기|[가-힣]TV\b|\bTV$|live|라이브|생중계", re.I)
# What stands under the beginning of a paid piece as well.
TEASED = ("rejected:offer", "rejected:login")
CORRECTION = re.compile(r"정정|바로잡|알려드립니다|알립니다|사과드립니다|반론|^\W+(?:사고|알림|안내)\b|^\W*휴간")
SPOKEN = re.compile(
    r"^\W+(?:전문|사설|사과문|독자\s?(?:편지|투고)|기고|칼럼|인터뷰|날씨|(?:오늘의\s)?운세|Q&A|시가?\b)"
)
PICTURED = re.compile(r"^\W*(?:포토|사진|화보|그래픽|만평|카드뉴스)")
REPORTER = re.compile(
    r"^(?:[가-힣]{2,4}\s?(?:선임|수석|전문|인턴|객원)?\s?(?:기자|특파원|논설위원|에디터|앵커)(?:의?\s?(?:기자\s?홈|기사|뉴스|최신|다른|홈|페이지|구독|연재|프로필).{0,14})?|기자\s?(?:홈|페이지|정보|프로필|소개|의\s?기사))$"
)
# What a sentence to the reader says of a page that is not shown.
UNSHOWN = re.compile(
    "죄송|양해|불편을|잠[시깐]|다시 (?:시도|접속|확인|이용)|접속|기다려|수가? 없|보실 수|볼 수|않습니다|않아요|중이[오니]|중입니다|복구|정상화|입력해|인증|고칠|종료|지원되지|노출|차단|제한|막았|판단되|필요합니다"
)
ASKED = re.compile(r"(?:Q|문|A|답)\s?\d{0,2}[.:)]\s|[―▲△]\s?\S")
MARKED = re.compile(r"[▲△▼◇■□▶●○①-⑮=:\t]")
MASKED = re.compile(r"\S{1,12}\*{2,}\s")
CLAUSE = re.compile(r"제\s?\d{1,2}\s?조\s?[\s(\[]")
TERMS = re.compile(r".{0,30}(?:이|본)\s?(?:약관|방침|규약|정책)(?:은|는)\s")
SEARCH = re.compile(r"검색\s?결과|태그\s?(?:기사|뉴스|검색)|^#\S+$|(?:기사|뉴스)\s?(?:목록|모음|리스트|전체보기)$")
BETWEEN = re.compile(r"\s+[-|:<>–—·]+\s+|\s*[|<>]\s*|\s*::\s*")
LEAST = 5  # linked headlines that make a list


class Seen(NamedTuple):
    """What was read of a page: ``named`` the addresses it calls its own; ``dated`` says that the page itself gave the time, ``boxed`` the text: its markup or data, not what stands somewhere on it."""

    text: str
    url: str
    site: Site | None
    named: list[str]
    title: str | None
    announced: str | None
    body: list[str]
    dated: bool
    boxed: bool
    pictures: bool
    walled: bool


def refused(seen: Seen) -> str | None:
    """The outcome of a page that is no article; None for one that is.

    An article has a time in its own markup, or a box for its text and its own address: of such a page only the body itself
    is looked at. On any other page the prose decides that stands in no list, then the words of notices, then what else the page is made of.
    """
    named = address.named(seen.named, seen.url, seen.site)
    if seen.body and named == "other" and seen.announced and seen.title and not agree(seen.announced, seen.title):
        return "rejected:redirected"
    if seen.body and (seen.dated or (named == "own" and (seen.boxed or _is_long(seen)))):
        return _empty(seen)
    try:
        page = Outline(trees.parse(seen.text), seen.title)
    except trees.EmptyPage:
        return None
    return leaving(page, seen.text) or _outcome(page, seen, named)


def _is_long(seen: Seen) -> bool:
    """Whether so much news was read that no second look at the page is needed."""
    return sum(len(part) for part in seen.body if PLAIN.search(part)) >= SHORT / 2


def doubts(seen: Seen, headings: list[str]) -> Iterator[str]:
    """What of a kept page does not agree with its address, its announcement or its own headings."""
    kinds = [address.kind(link, seen.url, seen.site) for link in seen.named]
    if "other" in kinds or ("house" in kinds and "own" not in kinds):
        yield "address"
    if seen.title and not all(
        any(agree(line, seen.title) for line in lines)
        for lines in ([seen.announced] if seen.announced else [], headings)
        if lines
    ):
        yield "headline"


def _empty(seen: Seen) -> str | None:
    """The outcome of a dated page whose body is a notice, or nothing at all.

    A text that shares words with its headline is the article, be it on outages and logins; one that shares none and
    is about its own page is a notice, be it in the words of news.
    """
    if sum(map(len, seen.body)) > SHORT:
        return None
    body = " ".join(seen.body)
    plain = "다." in body.replace("니다.", "") or PLAIN.search(body)
    itself = about.SUBJECT.search(body) is not None
    # Most short pieces end here, without their words counted.
    if (plain and not itself) or CORRECTION.search(seen.title or ""):
        return None
    found, of = about.shared(seen.title, body)
    kind = most([said(line) for line in seen.body])
    if PICTURED.search(seen.title or "") and not (kind and POLITE.search(body)):
        return None
    if plain:
        return (kind or most([said(body, "notice-hints")])) if of and not found and len(body) < 100 else None
    if found and not (itself and kind):
        return None
    if not itself and SAID.search(body):
        return None
    if not itself and any(PAST.search(line) and re.search(r"\d", line) for line in seen.body):
        return None
    if POLITE.search(body) and not (about.is_of_page(body) or ADDRESSED.search(body) or UNSHOWN.search(body)):
        return None
    foreign = (
        not HANGUL.search(body)
        and len(HANGUL.findall(seen.title or "")) > 6
        and len(re.findall("[A-Za-z]{2,}", body)) > 3
    )
    if of and len(body) < 140 and (foreign or about.is_of_page(body)):
        kind = kind or most([said(body, "notice-hints")]) or (None if foreign else "error:notice")
    if kind or POLITE.search(body):
        return kind or (most([said(body, "notice-hints")]) if of and not found and ADDRESSED.search(body) else None)
    told = len(re.findall(r"\d+", body)) > 1 or re.search(r"[▲△◇◆■○●▶①-⑮=%%·(]|씨|기자", body) or seen.pictures
    same = seen.title is not None and agree(body, seen.title)
    return (
        "rejected:no-body" if not told and not same and not re.search('[다요.!?”"]$', body) and len(body) < 40 else None
    )


def _outcome(page: Outline, seen: Seen, named: str | None) -> str | None:
    """What the page is; None when it is an article for all that can be seen."""
    titles = [part for title in page.titles for part in BETWEEN.split(title) if part]
    heads = [*titles, *page.heads[:1]]
    body = " ".join(seen.body)
    told = sum(map(len, page.plain))
    announced = bool(seen.announced and seen.title and agree(seen.announced, seen.title))
    printed = announced or dates.labelled(" ".join(page.lines))[0] is not None
    listing = any(REPORTER.match(t) or ((m := SEARCH.search(t)) and len(t) - m.end() < 3) for t in titles)
    # Some sites name their front page on every page of theirs.
    speaks = (named != "house" or seen.boxed or told > SHORT) and _speaks(page, seen.body)
    house = next(filter(None, (notices.house().get(bare(title)) for title in titles)), None)
    if house and (house == "rejected:terms" or not speaks):
        return house
    about_itself = POLITE.search(body) is not None and len(body) < SHORT and UNSHOWN.search(body) is not None
    if (other := _other_text(page, seen.body)) and not (printed and about.shared(seen.title, body)[0]):
        return other
    if not listing and seen.body and _is_own(page, seen, printed):
        return _empty(seen)
    if not speaks and not about_itself and _plays(page, heads):
        return "rejected:video"
    notice, sure = notices.notice(page, heads)
    if page.plain and not seen.body and about.shared(seen.title, " ".join(page.plain))[0] > 1 and notice not in TEASED:
        return "rejected:no-body"  # its text stands on the page and was not found
    if notice and (not speaks or (sure and notice not in TEASED and told < SHORT / 2)):
        return notice
    house = notices.house().get(bare(page.heads[0])) if page.heads and not about_itself else None
    if house and (house == "rejected:terms" or not speaks):
        return house
    row = len(seen.body) > 3 and not any(re.search(r"[.!?”\"]$", part) or MARKED.search(part) for part in seen.body)
    unheaded = not printed and told < SHORT / 2 and not about.shared(seen.title, body)[0]
    if unheaded and page.listed >= LEAST and any(map(REPORTER.match, page.heads)):
        return "rejected:reporter"
    if unheaded and row and not seen.boxed:
        return "rejected:list"
    corrected = CORRECTION.search(seen.title or "") is not None
    if not listing and (speaks or (seen.body and (corrected or (printed and not POLITE.search(body))))):
        return _empty(seen)
    if not seen.body and not house and not listing:
        spoken = " ".join(x for x in page.lines if POLITE.search(x) and UNSHOWN.search(x) and not noise.is_furniture(x))
        if spoken and not about.shared(seen.title, spoken)[0]:
            return most([said(spoken, "notice-hints")]) or "error:notice"
    if about_itself and not PLAIN.search(body):
        return most([said(body, "notice-hints")]) or "error:notice"
    if any(REPORTER.match(head) for head in heads):
        return "rejected:reporter"
    if any(SEARCH.search(head) for head in heads):
        return "rejected:list"
    if not seen.dated and (hint := notices.hinted(page, heads)):
        return hint
    if seen.body and page.is_spoken_to() and len(body) < SHORT and POLITE.search(body) and not page.beside:
        return "error:notice"
    if not seen.body and named != "house" and (seen.dated or printed):
        return "rejected:no-body"
    if page.listed >= LEAST or named == "house" or (seen.body and page.beside and not page.plain):
        return "rejected:list"
    if seen.walled and not seen.body:
        return "rejected:offer"
    if not seen.body and len("".join(page.lines)) < 40 and next(page.tree.iter("script"), None) is not None:
        return "error:empty-shell"
    if len(body) < SHORT and POLITE.search(body):
        return "error:notice"
    return _empty(seen) if seen.body else "gone" if named == "other" else None


def _is_own(page: Outline, seen: Seen, printed: bool) -> bool:
    """Whether what was read is the headline's own text: it shares words with it and tells news, or has a printed time."""
    own = _outside_lists(page, seen.body)
    body, title = " ".join(own), seen.title or ""
    if POLITE.search(title) and own and same_words(title, own[0]):
        return False  # the page has no headline: its first sentence was taken for one
    found, of = about.shared(title, body)
    if found > 1 and found >= of / 5:
        return printed or seen.boxed or any(map(PLAIN.search, own))
    # Advice and a speech may have other words than their headline; they say nothing of their page.
    if not printed or sum(bool(ASKED.match(part)) for part in own) > 1:
        return printed
    if not about.SUBJECT.search(body):
        if SPOKEN.search(title):
            return True
        if (
            of
            and about.shared(title, body, of_notices=True)[0]
            and (PAST.search(body) or not (ADDRESSED.search(body) or UNSHOWN.search(body)))
        ):
            return True
    sentences = sum(len(POLITE.findall(part)) for part in own)
    if sentences > 1 and not (about.is_of_page(body) or UNSHOWN.search(body) or ADDRESSED.search(body)):
        return True
    return sentences > 2 and not (about.is_of_page(body) or UNSHOWN.search(body) or most([said(body)]))


def _outside_lists(page: Outline, body: list[str]) -> list[str]:
    """What of the text stands in no list."""
    begins = ["".join(part.split())[:40] for part in body]
    found = held(begins, "".join("".join(page.lines).split()))
    return [part for part, begin in zip(body, begins, strict=True) if begin in found]


def _other_text(page: Outline, body: list[str]) -> str | None:
    """The outcome of prose that is no news: readers' comments, the first paragraph of a contract."""
    masked = sum(bool(MASKED.match(part)) for part in body)
    if masked and 2 * masked >= len(body):
        return "rejected:no-body"
    articles = sum(bool(CLAUSE.match(line)) for line in (*page.lines, *body))
    return "rejected:terms" if articles and any(map(TERMS.match, body)) else None


def _speaks(page: Outline, body: list[str]) -> bool:
    """Whether what was read as the article tells news, and stands in no list: plain sentences, or many of a broadcast."""
    own = _outside_lists(page, body)
    told = [part for part in own if POLITE.search(part) and not ADDRESSED.search(part)]
    figures = [part for part in told if PAST.search(part) and re.search(r"\d", part)]
    amounts = len(AMOUNT.findall(" ".join(own))) if sum(map(len, own)) >= SHORT / 3 else 0
    marked = any(POLITE.search(part) or MARKED.search(part) for part in own)
    # A row of headlines may end in 다 as well, each without a stop.
    plain = [part for part in own if PLAIN.search(part)]
    ended = any(part[-1:] != "다" or len(part) > 30 for part in plain)
    return (
        ended
        or 0 < len(plain) <= len(own) < 4
        or sum(map(len, told)) >= SHORT / 2
        or len(figures) > 1
        or (amounts > 2 and marked)
    )


def _plays(page: Outline, heads: list[str]) -> bool:
    """Whether the page is made for a player."""
    player = page.tree.iter("video", "iframe", "embed", "object")
    return any(PLAYED.search(head) for head in heads) and next(player, None) is not None
