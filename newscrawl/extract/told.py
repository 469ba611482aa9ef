"""An article's text that stands in a page's data: plain lines or markup, escaped or not, whole or only its beginning."""

from __future__ import annotations

import re
from html import escape

from newscrawl.extract import fallback
from newscrawl.extract.body import Paragraph
from newscrawl.extract.deck import same_words
from newscrawl.extract.raw import Raw
from newscrawl.extract.tree import parse
from newscrawl.text.references import resolved

_BLOCK = re.compile(r"<(?:p|br|div|h[1-6]|li|table|figure|blockquote)[\s/>]", re.I)
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]*+)?/?>")
_ESCAPED = re.compile(r"&(?:amp;)?lt;/?(?:p|br|div|span|b|strong|h[1-6]|li|table|figure|img)\b", re.I)
# "…", "..." and what a site writes for them: "[…]", "(더보기)", "… 기사 전문 보기".
_CUT = re.compile(
    r"(?:…|\.\.+|\[[….]+\]|[….]{1,5}\s?\(?(?:더\s?보기|more|계속|기사\s?(?:전문|원문)?\s?(?:보기|더보기)))\)?$", re.I
)
_ENDED = re.compile(r"[.!?。][\"'”’)\]」』]*$|[다요][\"'”’)\]」』]*$")
SHORT = 400
"""Letters: as much a summary has; a text that ends within a sentence and is longer is a text all the same."""
RUN, MOST = 12, 200  # letters that are looked for together; so many runs of them speak for the longest text


def read(text: str, title: str | None) -> Raw:
    """The body that a page's data tells, read by the rules of every other; nothing of the mere beginning of one."""
    if not text.strip():
        return Raw()
    raw = fallback.read_body(parse(markup(text)), title)
    lines = [p.text for p in raw.body]
    if is_teaser("\n".join(lines)) or (title and all(same_words(line, title) for line in lines)):
        return Raw()
    return raw


def is_more(own: list[Paragraph], shown: list[Paragraph], premium: bool) -> bool:
    """Whether the body that a page's data tells is to be taken before what the page shows, which knows its own paragraphs.

    Of a piece that is paid for what is shown is taken where anything is.
    """
    page, text = ("\n".join(p.text for p in paragraphs) for paragraphs in (shown, own))
    if holds(page, text) or (premium and page):
        return False
    return len(letters(text)) > len(letters(page))


def markup(text: str) -> str:
    """The text as HTML, each of its lines on a line of its own.

    >>> markup("금리 2.5%\\r\\n\\r\\nR&D는 <3%"), markup("가.<br>나."), markup("<b>가.</b>\\n나."), markup("가.\\\\n나.")
    ('금리 2.5%<br>R&amp;D는 &lt;3%', '가.<br>나.', '<b>가.</b><br>나.', '가.<br>나.')
    >>> markup("&lt;p&gt;R&amp;amp;D&lt;/p&gt;"), markup("R&amp;D &amp;lt;")
    ('<p>R&amp;D</p>', 'R&amp;D &amp;lt;')
    """
    if "&" in text and _ESCAPED.search(text):
        text = resolved(text)
        if "&" in text and _ESCAPED.search(text):
            text = resolved(text)
    if "\n" not in text and "\r" not in text:
        text = text.replace("\\r\\n", "\n").replace("\\n", "\n")  # escaped twice
    if _BLOCK.search(text):
        return text
    if not _MARKUP.search(text):
        text = escape(resolved(text), quote=False)
    return "<br>".join(line for line in map(str.strip, text.splitlines()) if line)


def is_teaser(text: str) -> bool:
    """Whether a text, read into lines, is only an article's beginning, by its end.

    >>> is_teaser("한국은행이 기준금리를 연 2.50%로 동결했다고…"), is_teaser("한국은행이 기준금리를 연 2.50%로 동결했다고 20일")
    (True, True)
    >>> is_teaser("한국은행이 금리를 동결했다."), is_teaser("◇승진\\n▲ 경제부장 하도경"), is_teaser("가" * 600 + "…")
    (False, False, False)
    """
    if len(text) > SHORT:
        return False
    return is_cut(text) or not ("\n" in text or "\t" in text or _ENDED.search(text[-60:]))


def is_cut(text: str) -> bool:
    """Whether a text ends in the sign of more to read."""
    return _CUT.search(text.rstrip()[-120:]) is not None


def holds(shown: str, told: str) -> bool:
    """Whether most of what is told stands in what is shown, whatever blanks and signs are between its words.

    >>> holds("가나다라마바사아자차카타파하 2.5%라고 / 한국은행이 밝혔다.", "가나다라마바사아자차카타파하 2.5%라고 한국은행이 밝혔다."), holds("다른 글이다.", "가나다라마바사아자차카타파하 2.5%")
    (True, False)
    """
    page, text = (letters(each) for each in (shown, told))
    runs = [text[at : at + RUN] for at in range(0, len(text), max(RUN, len(text) // MOST))]
    return sum(run in page for run in runs) >= 0.8 * len(runs)


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
