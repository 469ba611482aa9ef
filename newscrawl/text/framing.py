"""The paragraphs of a body as printed -> the article's own ones, and what stood around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from newscrawl.text import bylines, datelines, mails, noise, signoffs
from newscrawl.text.signers import Byline

SHORT = 40  # letters: longer than any label of a box, shorter than a sentence of news


class Framed(NamedTuple):
    """A body taken out of its frame.

    ``mails`` stand on a line without a name, ``deck`` before the byline at the head, the names ``captioned`` before a
    caption, and those ``spoken`` as the last words of a broadcast: who wrote, where nobody else is named.
    """

    lines: list[str]
    dateline: str | None
    names: Byline
    mails: list[str]
    captions: list[str]
    walled: bool
    deck: list[str]
    captioned: Byline
    spoken: Byline


def unframed(paragraphs: Sequence[str], publisher: str | None) -> Framed:
    """The paragraphs without furniture, captions, dateline, byline, contacts and the notice of a pay wall.

    >>> unframed(["(서울=연합뉴스) 하도경 기자 = 코스피가 올랐다.", "hdk@yna.co.kr", "무단 전재 및 재배포 금지"], "연합뉴스")[:4]
    (['코스피가 올랐다.'], '(서울=연합뉴스)', [('하도경', None, '기자')], ['hdk@yna.co.kr'])

    Sentences before a dateline are the text's, lines that are none its deck.

    >>> unframed(["코스피가 올랐다.", "(서울=뉴스1)"], None).lines, unframed(["코스피 상승", "(서울=뉴스1) 하도경 기자 = 코스피가 올랐다."], None).lines
    (['코스피가 올랐다.'], ['코스피가 올랐다.'])

    What holds nothing but the tools and notices of a page is no body (한겨레 2025: a player where the text is missing).

    >>> unframed(["기사를 읽어드립니다", "0"], "한겨레").lines, unframed(["입력 2026.11.21 14:05", "▶ 네이버에서 구독하기", "ⓒ 한겨레"], None).lines
    ([], [])
    """
    texts = [bylines.without_owner(noise.without_owner(text) or text) for text in paragraphs]
    captions = [
        line
        for line in texts
        if (noise.is_caption(line) and not bylines.whole_line(line))  # "글·사진=하도경 기자" signs
        or (len(texts) > 1 and datelines.is_photograph(line))
    ]
    if captions and noise.may_end_a_text(captions[-1]):
        # The last line of the text itself is rather that: what stands behind it is the site's.
        behind = texts[len(texts) - texts[::-1].index(captions[-1]) :]
        if all(noise.is_tail(line) or noise.is_pointer(line) for line in behind):
            captions.pop()
    walls = [line for line in texts if noise.is_wall(line)]
    framing = {*captions, *walls}
    kept, tail = noise.trim([line for line in texts if line not in framing])
    heads = [line for line in takewhile(lambda line: not noise.is_news(line), kept[:2]) if noise.is_head(line, kept)]
    if heads:
        kept, tail = [line for line in kept if line not in heads], tail + heads
    signed = [name for line in tail for name in _signature(line)]
    sent = [mail for line in tail if not _signature(line) for mail in mails.EMAIL.findall(line)]
    position, dateline, names, rest = datelines.head(kept, publisher)
    if names or dateline:
        kept[position], signed = rest, names + signed
    before = [(line, bylines.whole_line(line)) for line in kept[:position]]
    deck: list[str] = []
    # An agency's dateline may stand behind sentences too: these are the text's own.
    if any(kept[position:]) and all(signs or datelines.is_deck(line) for line, signs in before):
        signed += [row for _, signs in before for row in signs]
        deck, kept = [line for line, signs in before if not signs], kept[position:]
    plain: list[str] = []
    for position, line in enumerate(kept):
        # A byline stands alone at the head or the tail; between the turns of an interview a name alone is a speaker.
        edge = position < 2 or position >= len(kept) - 6
        alone = bylines.whole_line(line, stamped=position < 2) if edge else []
        signed += alone
        if line and not alone:
            plain.append(line)
        if position and alone and alone[-1][1] and all(len(after) <= SHORT for after in kept[position + 1 :]):
            # Behind the signature only labels of the site are left, and who else signs.
            signed += [row for after in kept[position + 1 :] for row in bylines.whole_line(after)]
            break
    plain = plain[: noise.tail_start(plain)]
    if plain:
        plain[-1], names = datelines.split_tail(plain[-1])
        signed += names
    # "[머니투데이 하도경 기자] 설명 /사진제공=…": the paper's byline may stand before a picture's caption alone.
    captioned = [row for line in captions[:1] for row in datelines.heads_caption(line)]
    spoken = signoffs.names(plain[-1]) if plain else []
    return Framed(
        [line for line in plain if line], dateline, signed, sent, captions, bool(walls), deck, captioned, spoken
    )


def _signature(line: str) -> Byline:
    """The names of a contact line; a tip line (제보) and the crew of a video sign nothing."""
    labelled = bylines.LABEL.match(line.strip(bylines.EDGES))
    hired = not labelled and (noise.CREDIT.match(line) or noise.CREDITS.match(line))
    return [] if hired else bylines.whole_line(line)
