"""`scrapy story`: who told a story when, and what each changed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from scrapy.commands import ScrapyCommand

from newscrawl.commands.running import CannotStart
from newscrawl.commands.terminal import indented, show, typed, when, wrap
from newscrawl.dedup.changes import Change, changes, kept, words
from newscrawl.dedup.exact import same_letters
from newscrawl.session import open_session
from newscrawl.storage import StoreError
from newscrawl.storage.reading import Headline, Piece, Story
from newscrawl.text.dates import SEOUL

MARKS = {"dropped": "-", "added": "+", "reworded": "~", "moved": "↕"}


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[ID | URL]"

    def short_desc(self) -> str:
        return "Print who told a story when, and what each added or dropped"

    def long_desc(self) -> str:
        return (
            "Print the story of this number, or the one that the page at this URL tells: its pieces in order of time, with their copies on "
            "portals and their revisions, and what each piece changed against the first. - a sentence that was dropped, + one that was "
            "added, ~ one that was reworded ([-words that went-] {+words that came+}), ↕ one that stands elsewhere. Without ID or URL, "
            "list the newest stories."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many stories to list (default: 20)")
        parser.add_argument("--json", action="store_true", help="print JSON: one object, or one a line when listing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        try:
            if len(args) > 1:
                raise CannotStart("give one ID or URL")
            session = open_session(self.settings, create=False)
            if not args:
                headlines = session.store.headlines(opts.limit)
                lines = iter(map(_json, headlines)) if opts.json else listed(headlines)
            else:
                number = int(args[0]) if args[0].isdecimal() else None
                key = session.sites.key(typed(args[0]))
                story = session.store.story(number) if number is not None else session.store.story_of(key)
                if story is None:
                    what = f"story {number}" if number is not None else f"article at {args[0]}"
                    raise CannotStart(f"the archive holds no {what}; `scrapy story` lists the stories.")
                lines = iter([_json(story)]) if opts.json else printed(story)
        except (CannotStart, StoreError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        show(lines)
        session.store.close()


def listed(headlines: list[Headline]) -> Iterator[str]:
    """A line for each story, or a sentence when there is none."""
    if not headlines:
        yield "no story yet: no two articles of the archive tell the same text"
    for story in headlines:
        told = _told(story.size, story.publishers)
        by = " ".join(filter(None, (story.publisher or "?", f"({story.wire})" if story.wire else None)))
        yield from indented(f"{story.number:>6}  {when(story.published_at)}  ", f"{told}  {by}  {story.title}")


def printed(story: Story) -> Iterator[str]:
    """A story for a terminal of 100 columns: its pieces in order of time, then what each changed against the first."""
    first = story.pieces[0]
    yield "─" * 100
    yield wrap(first.article.title)
    publishers = {piece.article.publisher for piece in story.pieces}
    yield " · ".join(
        filter(
            None,
            (
                f"story {story.number}" if story.number else "told by no other",
                _told(len(story.pieces), len(publishers)) if story.number else None,
                f"first told by {_name(first)}" if story.number else None,
                f"wire: {story.wire}" if story.wire else None,
            ),
        )
    )
    for piece in story.pieces:
        yield ""
        yield from _teller(piece, first)
    for piece in story.pieces:
        for revision, text, successor in _versions(piece):
            title = f"{_name(piece)}: revision {revision} and the text after it"
            yield from _compared(title, text, successor)
        if piece is not first:
            title = f"{_name(piece)} against {_name(first)}"
            yield from _compared(title, first.article.body, piece.article.body)
        for copy in piece.copies:
            if copy.body is not None:
                title = f"the copy on {copy.source} against {_name(piece)}"
                yield from _compared(title, piece.article.body, copy.body)


def _teller(piece: Piece, first: Piece) -> Iterator[str]:
    article = piece.article
    lag = _lag(first.article.published_at, article.published_at) if piece is not first else ""
    title = "" if piece is first else article.title
    head = f"{when(article.published_at)} {lag:>8}  "
    yield from indented(head, f"{_name(piece)} ({article.source})  {title}".rstrip())
    yield f"{'':27}{article.url}"
    for copy in piece.copies:
        alike = "the same text" if copy.body is None else f"{copy.similarity:.0%} the same words"
        yield f"{'':27}copy: {copy.source} {when(copy.published_at or copy.first_seen_at)}, {alike}"
        yield f"{'':27}      {copy.url}"
    for revision in piece.revisions:
        title = "" if same_letters(revision.title, article.title) else f": {revision.title}"
        yield from indented(f"{'':27}", f"revision {revision.revision}, seen {when(revision.seen_at)}{title}")


def _versions(piece: Piece) -> Iterator[tuple[int, str, str]]:
    """Each earlier text with the one that followed it."""
    bodies = [revision.body for revision in piece.revisions] + [piece.article.body]
    for revision, successor in zip(piece.revisions, bodies[1:], strict=True):
        yield revision.revision, revision.body, successor


def _compared(title: str, old: str, new: str) -> Iterator[str]:
    found = changes(old, new)
    counts = {kind: sum(change.kind == kind for change in found) for kind in ("same", *MARKS)}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    yield ""
    yield from indented("── ", f"{title}: {kept(found):.0%} of the text is the earlier one's; sentences: {told}")
    for change in found:
        if change.kind != "same":
            yield from indented(f"  {MARKS[change.kind]} ", _sentence(change))


def _sentence(change: Change) -> str:
    if change.kind == "reworded" and change.old and change.new:
        return words(change.old, change.new)
    return change.new or change.old or ""


def _told(pieces: int, publishers: int) -> str:
    return f"{pieces} pieces, {publishers} publisher{'s' if publishers > 1 else ''}"


def _name(piece: Piece) -> str:
    return piece.article.publisher or "an unknown publisher"


def _lag(first: datetime | None, later: datetime | None) -> str:
    if first is None or later is None:
        return ""
    minutes = int((later - first).total_seconds()) // 60
    return f"+{minutes // 60}:{minutes % 60:02}"


def _json(found: Story | Headline) -> str:
    def plain(value: Any) -> str:
        return str(value.astimezone(SEOUL).isoformat() if isinstance(value, datetime) else value)

    values = asdict(found)
    for piece, row in zip(getattr(found, "pieces", ()), values.get("pieces", ()), strict=True):
        row["article"] = piece.article.as_dict()
    return json.dumps(values, ensure_ascii=False, default=plain)
