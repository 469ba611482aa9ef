"""Take the pictures and their captions out of a body."""

from __future__ import annotations

import itertools
import re
from urllib.parse import unquote

from lxml.etree import _Element

from newscrawl.extract.tree import drop, elements, marks, text
from newscrawl.text import press

# Names that mean a caption or the box of a picture, whoever wrote the page.
CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|img_?desc|image_?desc|photo_?desc|pic_?desc|thum_?figure_?txt|img_?txt|img_?caption|txt_?caption|figure-?caption|photo_?txt|txt_?photo|imgtxt)(?:$|[\s_-])",
    re.I,
)
# The address of a lazy image; `src` then holds a pixel.
LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "src")
MARKUP = {"img", "amp-img"}
# Pixels, icons, ad servers and portraits of reporters are no pictures of the article.
NOT_A_PICTURE = re.compile(
    r"^data:|\b(?:blank|spacer|pixel|trans_\d|icon|ico_|btn_|logo|banner|noimg)\b|/ads?/|//ads?\.|doubleclick|\.svg"
    r"|/(?:reporter|journalist|writer|profile)s?/",
    re.I,
)
# Nor is what stands in the card of a reporter or in a box of other pieces (yna.co.kr has both inside the text, 2026-01).
OTHER_BOX = re.compile(r"(?:^|[\s_-])(?:reporter|journalist|writer|byline|profile|relat|recommend)", re.I)


def lift(body: _Element, caption_css: str = "", *, boxes: bool = False) -> list[tuple[str, str | None]]:
    """The (address, caption) pairs of a body; their boxes are dropped from it.

    A caption is a ``<figcaption>``, what the layout's selector matches, an element whose name says so, or the text
    that shares a picture's table (Naver 2022: nested tables with the caption in a cell of its own). With ``boxes`` also
    the text of the box that a picture has for itself, for pages whose names are not known.
    """
    captions = elements(body, "figcaption") + elements(body, caption_css)
    captions += [e for e in body.iterdescendants() if isinstance(e.tag, str) and CAPTION.search(marks(e))]
    written = {caption: text(caption) for caption in dict.fromkeys(captions)}
    tables = {table for table in elements(body, "table") if _holds_a_picture(table)}
    outer = {table for table in tables if tables.isdisjoint(table.iterancestors())}
    if boxes:
        found_boxes = {box for box in map(_box, body.iter(*MARKUP)) if box is not None and box is not body}
        # A flash of one paragraph may share a box with its picture: then the box is the article.
        if sum(len(text(box)) for box in found_boxes) < len(text(body)) / 2:
            outer |= found_boxes
    written |= {table: text(table) for table in outer}

    found: list[tuple[str, str | None]] = []
    for element in list(body.iter()):
        if element.tag in MARKUP:
            address = next((element.get(name) for name in LAZY if element.get(name)), None)
            if address and not NOT_A_PICTURE.search(address):
                if press.is_press((element.get("alt") or "").strip()) or _in_other_box(element, body):
                    continue
                inside = next((written[a] for a in element.iterancestors() if a in outer), None)
                found.append((_original(address), inside or None))
        elif element in written and element not in outer and found and found[-1][1] is None:
            found[-1] = (found[-1][0], written[element] or None)
    drop([*written, *elements(body, "figure")])
    return found


def _in_other_box(picture: _Element, body: _Element) -> bool:
    return any(
        OTHER_BOX.search(marks(box)) for box in itertools.takewhile(lambda e: e is not body, picture.iterancestors())
    )


def _box(picture: _Element) -> _Element | None:
    """The largest box around a picture that holds no more than a caption; a paragraph may be the article's own."""
    found = None
    for ancestor in picture.iterancestors():
        if ancestor.tag in ("body", "p", "td") or _is_longer(ancestor, 200):
            break
        found = ancestor
    return found


def _is_longer(element: _Element, letters: int) -> bool:
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
    cells = [cell for cell in table.iter("td", "th") if not next(cell.iterdescendants("td", "th"), None) is not None]
    with_text = [cell for cell in cells if text(cell)]
    return next(table.iter("img", "amp-img"), None) is not None and len(with_text) <= 2 and len(text(table)) <= 400
