"""Cut from a page that nobody knows what belongs to other pieces: the next article under this one, cards, what readers and machines write."""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from newscrawl.extract.body import is_prose, paragraphs
from newscrawl.extract.listing import LONGEST, is_headline
from newscrawl.extract.locate import SKIPPED, amount, holds_prose, prose_lines
from newscrawl.extract.named import is_plain, is_summary
from newscrawl.extract.strays import is_headline as ends_as_headline
from newscrawl.extract.tree import drop, text, xpath
from newscrawl.text import furniture
from newscrawl.text.words import words

READERS = frozenset(words("reader-labels"))
_LABELS = ("h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "dt", "p", "legend", "div")
_TOLD = xpath('/html/body/descendant::text()[contains(., "다.")]/..')
LABEL = 7  # letters; a deck has more
MOST = 20  # labels that are looked at: each asks for the text of the boxes around it
CARDS = ("div", "li", "article", "section", "dl", "td")


def drop_others(tree: _Element, head: _Element | None) -> None:
    """Cut the next articles of an endless page, behind the one whose headline is ``head``, runs of cards, the boxes of readers and a machine's summary."""
    drop(_next_articles(next(tree.iter("h1"), None) if head is None else head))
    drop(_of_readers(tree))
    drop(_summaries(tree))
    drop(_cards(tree))


def _next_articles(head: _Element | None) -> list[_Element]:
    """What stands behind the box of the page's own headline and is such a box: one with a headline of its own."""
    if head is None:
        return []
    for box in head.iterancestors():
        article = box.tag == "article"
        if box.tag == "body" or not (article or box.get("class")):
            continue
        heads = ("h1", "h2") if article else ("h1",)
        found = [
            beside
            for beside in box.itersiblings(box.tag)
            if (article or beside.get("class") == box.get("class")) and next(beside.iter(*heads), None) is not None
        ]
        if found and head.tag in ("h1", "h2", "h3") and holds_prose(box):
            return [beside for beside in found if holds_prose(beside)]
    return []


def _of_readers(tree: _Element) -> list[_Element]:
    """Boxes that begin with a label of readers' words, behind the text and with none of it behind them."""
    found = []
    for label in islice(filter(_is_readers, tree.iter(*_LABELS)), MOST):
        printed = text(label)
        box = None
        for outer in label.iterancestors():
            if outer.tag == "body" or not text(outer).startswith(printed):
                break
            if holds_prose(outer):
                box = outer
        if box is None or any(e.tag not in SKIPPED and is_plain(prose_lines(e).lines) for e in box.itersiblings("*")):
            continue
        if any(map(holds_prose, box.itersiblings(preceding=True))):
            found.append(box)
    return found


def _is_readers(label: _Element) -> bool:
    said = label.text
    return (
        said is not None
        and len(said) <= 40
        and not said.isspace()
        and furniture.BARE.sub("", said).removesuffix("개") in READERS
    )


def _summaries(tree: _Element) -> list[_Element]:
    """Boxes that a machine's summary fills: its label first, then a few lines, and more prose elsewhere."""
    found = []
    for label in islice((e for e in tree.iter(*_LABELS) if e.text and "요약" in e.text), MOST):
        if not is_summary(printed := text(label)):
            continue
        box = label
        for outer in label.iterancestors():
            if outer.tag == "body" or not (said := text(outer)).startswith(printed) or len(said) > LONGEST:
                break
            box = outer
        # A deck may share the box: a summary is told in sentences.
        told = [p.text for p in paragraphs(box) if len(p.text) > LABEL and not p.linked] if box is not label else []
        if told and all(is_prose(line) or is_summary(line) or furniture.is_furniture(line) for line in told):
            found.append(box)
    return found if found and sum(map(amount, found)) < amount(tree) else []


def _cards(tree: _Element) -> list[_Element]:
    """Neighbours of a kind that are each a headline in a link with the first lines of its piece, unless they are most of the page."""
    runs: dict[tuple[_Element, str], list[_Element]] = {}
    for box in _TOLD(tree):
        for _ in range(3):
            if box.tag in CARDS and len(box) <= 4 and (around := box.getparent()) is not None and _is_card(box):
                runs.setdefault((around, str(box.tag)), []).append(box)
                break
            parent = box.getparent()
            if parent is None or len(parent) > 4 or parent.tag == "body":
                break
            box = parent
    cards = [card for run in runs.values() if len(run) > 1 for card in dict.fromkeys(run)]
    return cards if cards and 2 * sum(map(amount, cards)) < amount(tree) else []


def _is_card(box: _Element) -> bool:
    link = next(box.iter("a"), None)
    if link is None or not link.get("href") or not is_headline(link) or not holds_prose(box):
        return False
    headline, printed = text(link), paragraphs(box)
    lines = [p.text for p in printed]
    if not ends_as_headline(headline) or headline not in lines[:2] or len(" ".join(lines)) > LONGEST:
        return False
    return printed[lines.index(headline)].linked
