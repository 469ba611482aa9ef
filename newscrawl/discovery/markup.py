"""Read the entries of a feed or a sitemap, however broken its XML is.

A tree is not built: a parser that mends a document moves elements (an unclosed item swallows those behind it), drops
``&`` with the word behind it, and takes time that grows with the depth. What is sought here is flat, so one pass over the tags
does it, and what is wrong in one entry ends with that entry.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.entities import html5
from typing import NamedTuple

from newscrawl.text.whitespace import CONTROL

ENTRIES = {"rss": "item", "rdf": "item", "channel": "item", "feed": "entry", "urlset": "url", "sitemapindex": "sitemap"}
"""The element of one entry by the document's outermost one. Some feeds begin with their channel."""

DEEPEST = (
    50  # elements of an entry in each other that are told apart: a news sitemap has three, HTML in a feed rarely thirty
)
MOST = 50_000  # entries, as many as a sitemap may have (sitemaps.org)
ELEMENTS = (
    1_000  # tags of an entry, one with another: a long article in XHTML; a document of more is none and is not read on
)
LONGEST = 10_000  # letters of a field; an address or a headline is far shorter

# What a tag or a section cannot hold ends it, so that each letter is looked at a fixed number of times: a tag ends before the next `<`,
# a CDATA section before the next one; one that is not closed by then ended with its entry.
TOKEN = re.compile(
    r"<!\[CDATA\[(?P<closed>[^\]<]*+(?:(?!\]\]>|<!\[CDATA\[)[\]<][^\]<]*+)*+)\]\]>"
    r"|<!\[CDATA\[(?P<cdata>[^\]<]*+(?:(?!\]\]>|</(?:item|entry|url|sitemap)>)[\]<][^\]<]*+)*+)(?:\]\]>)?"
    r"|<!--(?:[^-]*+(?:(?!-->)-[^-]*+)*+)(?:-->)?"
    r"|<[?!][^<>]*+>"
    r"|<(?P<end>/?)(?P<name>(?:[a-z_][\w.-]*+:)?[a-z_][\w.-]*+)(?P<attributes>(?:[\s/](?:(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+(?=>)|[^<>]*+))?)>",
    re.I | re.A,
)
ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++))""", re.A)
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
HALVES = re.compile(
    r"&#(?:[xX]0{0,2}([dD][89a-fA-F][0-9a-fA-F]{2})|0{0,2}(5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
)
HALF = re.compile("[\ud800-\udfff]")
# Elements of HTML that have no end.
VOID = frozenset(("br", "hr", "img"))
FIELDS = frozenset(
    "title link guid id origlink loc lastmod pubdate published issued created date updated modified publication_date".split()
)
ADDRESSES = frozenset("link atom:link guid id origlink loc".split())
BREAK = "\0"  # stands for a tag within a field; a document's text has no controls
VOCABULARIES = {
    "2005/atom": "atom:",
    "purl.org/atom": "atom:",
    "purl.org/dc": "dc:",
    "sitemap-news": "news:",
    "feedburner": "",
    "pheedo": "",
}
"""The vocabularies that say something of an entry, by a part of their name."""
PREFIXES = {
    "atom": "atom:",
    "atom10": "atom:",
    "a10": "atom:",
    "dc": "dc:",
    "dcterms": "dc:",
    "news": "news:",
    "feedburner": "",
    "pheedo": "",
}
"""The same by the usual prefix, for documents that do not declare it."""


@dataclass(slots=True)
class Field:
    """One element of an entry: its name in lower case, of another vocabulary behind that one's (``news:title``)."""

    name: str
    attributes: dict[str, str]
    bases: tuple[str, ...]
    text: str = ""


@dataclass(slots=True)
class Entry:
    """One item, entry, url or sitemap: what it says of itself, in order. ``about`` is the address that RDF gives it."""

    about: str = ""
    fields: list[Field] = field(default_factory=list)


class Document(NamedTuple):
    """A feed, a sitemap or an index of them; ``home`` is the address of the site that a feed is of."""

    root: str
    entries: list[Entry]
    home: str = ""


class _Open(NamedTuple):
    """An element whose end has not come; ``spaces`` are its namespaces by prefix, ``bases`` its ``xml:base`` from the outermost on."""

    name: str
    spaces: dict[str, str]
    bases: tuple[str, ...]
    field: Field | None = None


def plain(text: str) -> str:
    """Text with its references resolved; what only looks like one is text.

    >>> plain("수출&middot;내수 &quot;3%&#8593;&quot; R&D &co; ?a=1&sect=2")
    '수출·내수 "3%↑" R&D &co; ?a=1&sect=2'
    """
    if "&" not in text:
        return text
    resolved = REFERENCE.sub(_resolved, text)
    # Old programs write an emoji as its two halves of UTF-16 (&#55357;&#56832;).
    return (
        resolved.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        if HALF.search(resolved)
        else resolved
    )


def _resolved(found: re.Match[str]) -> str:
    half = HALVES.fullmatch(found[0])
    if half:
        return chr(int(half[1] or half[2], 16 if half[1] else 10))
    # html.unescape takes &notit; for ¬it; and numbers of Windows-1252 for what browsers show (&#150; is –). &#0; is nothing.
    if found[0][1] != "#":
        return html.unescape(found[0]) if found[0][1:] in html5 else found[0]
    sign = html.unescape(found[0])
    return "" if sign == "\ufffd" else sign


def read(text: str) -> Document | None:
    """The entries of a document in order, or None where there is no feed, sitemap or index in it.

    Notices before and behind it are passed over. An entry ends at its end, where the next one begins, or with the document; the
    last one of a document that breaks off is left out, because its address may be cut.

    >>> document = read("Notice: x <?xml version='1.0'?><rss><channel><item><title>A<B & C</title><link>/1</link><item><link>/12")
    >>> document.root, [[(field.name, field.text) for field in entry.fields] for entry in document.entries]
    ('rss', [[('title', 'A<B & C'), ('link', '/1')]])
    """
    text = CONTROL.sub("", text) if CONTROL.search(text) else text
    reader = _Reader()
    position = 0
    for number, token in enumerate(TOKEN.finditer(text)):
        if reader.said is not None:
            reader.said.append(plain(text[position : min(token.start(), position + LONGEST)]).replace("]]>", ""))
            said = (token["closed"] or token["cdata"] or "")[:LONGEST]
            reader.said.append(BREAK if token["name"] else said)
        position = token.end()
        if token["end"]:
            reader.end(token["name"])
        elif token["name"]:
            reader.start(token["name"], token["attributes"])
        if reader.whole or number > ELEMENTS * (len(reader.entries) + 10):
            break
    return Document(reader.root, reader.entries, reader.home) if reader.root else None


class _Reader:
    """What was read so far: ``said`` is the text of the field that is open, ``whole`` that nothing is to come."""

    def __init__(self) -> None:
        self.root = ""
        self.home = ""
        self.entries: list[Entry] = []
        self.said: list[str] | None = None
        self.whole = False
        self._open: list[_Open] = []
        self._entry: Entry | None = None
        self._place = 0  # of the entry among the open elements
        self._space: str | None = None  # the namespace of entries

    def start(self, name: str, attributes: str) -> None:
        """An element begins."""
        prefix, _, local = name.lower().rpartition(":")
        if local in ENTRIES and self.root in ("", local):  # a second one: the document before it broke off
            self.root, self._entry, self.said, self._open = local, None, None, []
        if not self.root or local in VOID:
            return
        # An entry stands beside the one that is open, not in it.
        beside = self._entry is not None and local == ENTRIES[self.root]
        outer = self._open[: self._place] if beside else self._open
        around = outer[-1] if outer else _Open("", {}, ())
        given = _attributes(attributes) if "=" in attributes else {}
        declared = {key[6:]: value for key, value in given.items() if key.startswith("xmlns")}
        spaces = around.spaces | declared if declared else around.spaces
        space = spaces.get(prefix, prefix).lower()
        bases = (*around.bases, given["xml:base"]) if "xml:base" in given else around.bases
        said = None
        if local == ENTRIES[self.root] and self._space in (None, space):
            if self._entry:
                self._finish()
            self._place, self._space = len(self._open), space
            self._entry = Entry(next((value for key, value in given.items() if key.endswith(":about")), ""))
        elif len(self._open) >= DEEPEST + (self._place if self._entry else 0):
            return
        elif local in FIELDS and (vocabulary := self._says(local, around, space)) is not None:
            said = Field(vocabulary + local, given, bases)
            if attributes.endswith("/") and self._entry:
                self._entry.fields.append(said)
        if not attributes.endswith("/"):
            self._open.append(_Open(local, spaces, bases, said))
            self.said = [] if said else self.said

    def end(self, name: str) -> None:
        """An element ends, and with it those in it that were not closed; the end of none is passed over."""
        local = name.lower().rpartition(":")[2]
        place = next((i for i in range(len(self._open) - 1, -1, -1) if self._open[i].name == local), None)
        if place is None:
            return
        said = self._open[place].field
        if said and self.said is not None:
            said.text = _joined(self.said[: 2 * DEEPEST], said.name)
            if self._entry:
                self._entry.fields.append(said)
            else:
                self.home = self.home or said.text
        if self._entry and place <= self._place:
            self._finish()
        if any(element.field for element in self._open[place:]):
            self.said = None
        del self._open[place:]
        self.whole = self.whole or not self._open

    def _says(self, local: str, around: _Open, space: str) -> str | None:
        """How a field's name begins; None where it says nothing of the entry or the site itself."""
        if not self._entry:
            return "" if local == "link" and around.name == "channel" and not _vocabulary(space) else None
        if len(self._open) - self._place > 1 + (around.name == "news"):
            return None
        return "" if space == self._space else _vocabulary(space)

    def _finish(self) -> None:
        assert self._entry
        self.entries.append(self._entry)
        self._entry, self.said = None, None
        del self._open[self._place :]
        self.whole = len(self.entries) >= MOST


def _joined(said: list[str], name: str) -> str:
    """The text of a field. What stands on both sides of a tag is one headline, and no address: a letter too many or too few is another page."""
    parts = [part.strip() if name in ADDRESSES else part for part in "".join(said).split(BREAK)]
    return "" if name in ADDRESSES and sum(map(bool, parts)) > 1 else "".join(parts).strip()


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): plain(double or single or bare)
        for name, double, single, bare in ATTRIBUTE.findall(text[:LONGEST])
    }


def _vocabulary(space: str) -> str | None:
    """The short name of a namespace or of an undeclared prefix; None for one that says nothing of the entry itself."""
    return PREFIXES.get(space) or next((name for part, name in VOCABULARIES.items() if part in space), None)
