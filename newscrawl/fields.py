"""The fields of one article while its page is read: the first value that a rule of notation can read counts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from itemloaders import ItemLoader
from itemloaders.processors import Compose, MapCompose, TakeFirst

from newscrawl.text import dates, signatures
from newscrawl.text.encoding import garbled
from newscrawl.text.signers import Byline
from newscrawl.text.whitespace import fold, fold_lines

DATA = frozenset(["json-ld", "script", "meta"])
"""The rungs that read a page's data: numbers there may be seconds since 1970."""


def _press(printed: str) -> str:
    """The press in a portal's tag: "뉴스1 | 네이버" (Naver's og:article:author)."""
    return fold(printed.split("|")[0])


def _published(box: str) -> datetime | None:
    """What a box of times says is the publication: never a time that is labelled 수정."""
    return dates.printed(box)[0]


def _modified(box: str) -> datetime | None:
    """What a box of times says is an edit; where a page has a place for it alone, the label may be missing, but it is not 입력."""
    published, modified = dates.printed(box)
    return modified or (published if dates.labelled(box)[0] is None else None)


class ArticleLoader(ItemLoader):
    """Reads the first value a rung offers for each field, and remembers the rung's name.

    ``garbled`` says that letters of a headline were lost: the next rung may have it whole.
    """

    default_item_class = dict
    default_output_processor = TakeFirst()
    title_in = MapCompose(fold)
    subtitle_in = MapCompose(fold_lines)
    section_in = MapCompose(fold)
    publisher_in = MapCompose(_press)
    original_url_in = MapCompose(str.strip)
    published_at_in = MapCompose(_published)
    modified_at_in = MapCompose(_modified)
    authors_out = Compose(signatures.merged)

    def __init__(self) -> None:
        super().__init__()
        self.rungs: dict[str, str] = {}
        self.found: dict[str, Any] = {}
        self.doubts: list[str] = []
        self.garbled = False

    def offer(self, rung: str, name: str, value: str | Byline | None) -> None:
        """Take a raw value for a field that has none yet; what no rule can read is left for the next rung."""
        if not value or name in self.rungs:
            return
        if rung in DATA and name in ("published_at", "modified_at") and isinstance(value, str):
            value = dates.since_1970(value)
        self.add_value(name, value)
        read = self.get_output_value(name)
        if isinstance(read, datetime) and not dates.is_possible(read):
            self.doubts.append(f"{name}-out-of-time")
            read = None
        if isinstance(read, str) and garbled(read):
            self.doubts.append(f"{name}-garbled")
            self.garbled |= name == "title"
            read = None
        if read:
            self.rungs[name] = rung
            self.found[name] = read
        else:
            self.replace_value(name, [])
