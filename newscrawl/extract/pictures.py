"""Take the pictures and their captions out of a body."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import cache, lru_cache
from urllib.parse import unquote

from lxml.etree import _Element

from newscrawl.extract.named import tells
from newscrawl.extract.tree import content, drop, elements, marks, text
from newscrawl.text import press
from newscrawl.text.words import words

# Names that mean a caption or the box of a picture, whoever wrote the page.
CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|img_?desc|image_?desc|photo_?desc|pic_?desc|thum_?figure_?txt|img_?txt|img_?caption|txt_?caption|figure-?caption|photo_?txt|txt_?photo|imgtxt)(?:$|[\s_-])",
    re.I,
)
# The address of a lazy image; `src` then holds a pixel.
LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "src")
SETS = ("data-srcset", "data-lazy-srcset", "srcset")
MARKUP = {"img", "amp-img"}
# Pixels, icons, ad servers and portraits of reporters are no pictures of the article.
NOT_A_PICTURE = re.compile(
    r"^data:|\b(?:blank|spacer|pixel|trans_\d|icon|ico_|btn_|logo|banner|noimg)\b|/ads?/|//ads?\.|doubleclick|\.svg"
    r"|/(?:reporter|journalist|writer|profile)s?/",
    re.I,
)
ICON_WORDS = frozenset(words("icons"))
# Nor is what stands in the card of a reporter or in a box of other pieces (yna.co.kr has both inside the text, 2026-01), or
# among the buttons of a page (동아일보 2013: ten of them).
OTHER_BOX = re.compile(r"(?:^|[\s_-])(?:reporter|journalist|writer|byline|profile|relat|recommend)", re.I)
BUTTONS = re.compile(r"(?:^|[\s_-])(?:share|sns|utils?|print|tools?|icons?)(?:$|[\s_-])", re.I)
SMALLEST = 40  # pixels: nothing smaller shows anything
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:$|[?#])", re.I)
SOURCES = 20  # of a picture: so many sizes and formats nobody makes of one
# An address may have commas of its own: a candidate ends at one that a blank follows.
SET = 8000  # letters of a set that are looked at: twenty sizes of one picture have half as many
CANDIDATE = re.compile(r"(?<![^\s,])([^\s,]\S{0,2000}?)(?:\s+([0-9.]+)[wx])?\s*(?:,\s+|,?$|(?<=[wx]),)")
# What in a figure is text, whatever else is there.
WORDS_IN_A_FIGURE = ("table", "blockquote", "pre", "ul", "ol", "dl", "q")


def lift(body: _Element, caption_css: str = "", *, boxes: bool = False) -> list[tuple[str, str | None]]:
    """The (address, caption) pairs of a body; their boxes are dropped from it.

    A caption is the ``<figcaption>`` of a picture, what the layout's selector matches, an element whose name says so, or the
    text that shares a picture's table (Naver 2022: nested tables with the caption in a cell of its own) or its figure. With
    ``boxes`` also the text of the box that a picture has for itself, for pages whose names are not known. A figure's table or
    quotation stays in the body with its title or speaker.
    """
    figures = elements(body, "figure")
    worded = [figure for figure in figures if _has_words(figure)]
    captions = elements(body, "figcaption") + elements(body, caption_css)
    named = [e for e in body.iterdescendants("*") if e.keys() and _names_caption(marks(e))]
    known = set(captions)
    captions += [
        e for e in named if not known.isdisjoint(e.iterancestors()) or _is_by_a_picture(e, body) or not tells(e)
    ]
    if worded:
        captions = [e for e in captions if set(worded).isdisjoint(e.iterancestors())]
    captions = [e for e in captions if not _is_of_a_table(e)]
    written = {caption: text(caption) for caption in dict.fromkeys(captions)}
    captioned: set[_Element] = set()
    for caption in written:
        captioned.update(itertools.takewhile(lambda e: e not in captioned, caption.iterancestors()))
    tables = {table for table in elements(body, "table") if _holds_a_picture(table)}
    outer = {table for table in tables if tables.isdisjoint(table.iterancestors())}
    if boxes:
        holds_text = cache(lambda box: _is_longer(box, 200) or _quotes(box))  # many pictures may have one box
        boxed = (_box(picture, holds_text) for picture in body.iter(*MARKUP))
        found_boxes = {box for box in boxed if box is not None and box is not body}
        # A flash of one paragraph may share a box with its picture: then the box is the article.
        if found_boxes and sum(len(text(box)) for box in found_boxes) < len(text(body)) / 2:
            outer |= found_boxes
    outer |= {figure for figure in figures if figure not in worded and figure not in captioned}
    read = cache(text)

    found: list[tuple[str, str | None]] = []
    of_others = cache(_is_of_others)
    shown: _Element | None = None  # the last picture that is no copy for browsers without scripts
    for element in list(body.iter()):
        if element.tag in MARKUP or (element.tag == "picture" and element.find(".//img") is None):
            address = _address(element)
            if address is None:
                continue
            if (
                press.is_press((element.get("alt") or "").strip())
                or _is_icon(element, address)
                or any(map(of_others, itertools.takewhile(lambda e: e is not body, element.iterancestors())))
            ):
                continue
            if shown is not None and _is_spare(element, shown):
                continue
            shown = element
            inside = next((written.get(a) or read(a) for a in element.iterancestors() if a in outer), None)
            found.append((_original(address), inside or None))
        elif element in written and element not in outer and found and found[-1][1] is None:
            found[-1] = (found[-1][0], written[element] or None)
    drop([*written, *outer, *(figure for figure in figures if figure not in worded)])
    return found


@lru_cache(maxsize=4096)  # the same names come back on every page of a site
def _names_caption(names: str) -> bool:
    return CAPTION.search(names) is not None


def _is_by_a_picture(element: _Element, body: _Element) -> bool:
    """Whether a picture stands in an element, beside it or in its box."""
    parent = element.getparent()
    near = (element, element.getprevious(), element.getnext(), parent if parent is not body else None)
    return any(next(e.iter(*MARKUP, "figure"), None) is not None for e in near if e is not None)


def _has_words(figure: _Element) -> bool:
    """Whether a figure holds words of the article: a table of figures, a quotation, a list, or more than a caption has."""
    for part in figure.iter(*WORDS_IN_A_FIGURE):
        if text(part) and not (part.tag == "table" and _holds_a_picture(part)):
            return True
    pictured = next(figure.iter("img", "amp-img", "picture", "video", "iframe", "object", "embed"), None) is not None
    return (not pictured and bool(text(figure))) or _is_longer(figure, 400)


def _is_of_a_table(element: _Element) -> bool:
    """Whether what is named a caption belongs to a table without a picture, or is that table."""
    tables = [element] if element.tag == "table" else list(element.iterancestors("table"))
    return any(next(table.iter("img", "amp-img"), None) is None for table in tables)


def _address(picture: _Element) -> str | None:
    """The address of a picture that its markup names anywhere, of several sizes the largest; None for what is no picture."""
    named = (picture.get(name) for name in LAZY)
    first = next((address for address in named if address), None)
    if first and not NOT_A_PICTURE.search(first):
        return first
    if (
        first
        and not first.startswith("data:")
        and not re.search(r"\b(?:blank|spacer|pixel|trans_\d|noimg)\b", first, re.I)
    ):
        return None  # an icon, whatever else is said of it
    # libxml2 does not know that <source> is empty, and puts the <img> into it.
    around = picture if picture.tag == "picture" else next(picture.iterancestors("picture"), None)
    sources = () if around is None else itertools.islice(around.iter("source"), SOURCES)
    others = [picture, *sources]
    sets = (largest(said) for e in others for name in SETS if (said := e.get(name)))
    data = (v for k, v in picture.attrib.items() if str(k).startswith("data-") and FILE.search(str(v)) and " " not in v)
    return next((a for a in (*sets, *map(str, data)) if a and not NOT_A_PICTURE.search(a)), None)


def largest(srcset: str) -> str | None:
    """The address of the largest picture of a ``srcset``.

    >>> largest("https://img.example.kr/a,w_4.jpg 400w, https://img.example.kr/a,w_8.jpg 800w"), largest("/a.jpg"), largest("")
    ('https://img.example.kr/a,w_8.jpg', '/a.jpg', None)
    """
    sizes = [
        (float(size or 1), address) for address, size in CANDIDATE.findall(srcset[:SET]) if _is_number(size or "1")
    ]
    return max(sizes, key=lambda pair: pair[0])[1] if sizes else None


def _is_number(size: str) -> bool:
    return re.fullmatch(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+", size) is not None


def _is_icon(picture: _Element, address: str) -> bool:
    """Whether a picture is a button of the page, by its size, its file's name or its alternative text."""
    sizes = [picture.get(name) or "" for name in ("width", "height")]
    if any(re.fullmatch(r"[0-9]{1,4}(?:px)?", size) and int(size.removesuffix("px")) <= SMALLEST for size in sizes):
        return True
    if (picture.get("alt") or "").replace(" ", "") in ICON_WORDS:
        return True
    name = address.partition("?")[0].rpartition("/")[2].lower()
    if not name.endswith((".gif", ".png", ".webp")):
        return False
    told = [word for word in re.split(r"[\W_\d]+", name.rpartition(".")[0]) if word]
    return bool(told) and all(word in ICON_WORDS for word in told)


def _is_spare(picture: _Element, shown: _Element) -> bool:
    """Whether a picture is the copy of the one before it that ``<noscript>`` has for browsers without scripts."""
    spare = next(picture.iterancestors("noscript"), None)
    if spare is None or spare in shown.iterancestors():
        return False
    before = spare.getprevious()
    return before is not None and (before is shown or before in shown.iterancestors())


def _is_of_others(box: _Element) -> bool:
    names = marks(box)
    return OTHER_BOX.search(names) is not None or (BUTTONS.search(names) is not None and not _is_longer(box, 80))


def _box(picture: _Element, holds_text: Callable[[_Element], bool]) -> _Element | None:
    """The largest box around a picture that holds no more than a caption; a paragraph may be the article's own."""
    found = None
    for ancestor in picture.iterancestors():
        if ancestor.tag in ("body", "p", "td") or holds_text(ancestor):
            break
        found = ancestor
    return found


def _quotes(element: _Element) -> bool:
    return next(element.iter("blockquote", "table", "pre"), None) is not None


def _is_longer(element: _Element, letters: int) -> bool:
    if len(content(element)) <= letters:
        return False
    count = 0
    for piece in element.itertext():
        count += len(piece.strip())
        if count > letters:
            return True
    return False


def _original(address: str) -> str:
    """The picture behind a portal's thumbnail server (``…/thumb/R658x0.q70/?fname=https://…``, Daum 2022-26)."""
    behind = re.search(r"[?&]fname=(https?[^&]+)", address)
    return unquote(behind[1]) if behind else address


def _holds_a_picture(table: _Element) -> bool:
    pictures = ((picture, _address(picture)) for picture in table.iter(*MARKUP))
    if not any(address and not _is_icon(picture, address) for picture, address in pictures):
        return False
    cells = [cell for cell in table.iter("td", "th") if not next(cell.iterdescendants("td", "th"), None) is not None]
    with_text = [cell for cell in cells if text(cell)]
    return len(with_text) <= 2 and len(text(table)) <= 400
