"""Whose article it is: the names of a page's byline, its data and its text put together, and which mail is whose."""

from __future__ import annotations

from newscrawl.text import bylines


def people(lines: list[str]) -> bylines.Byline:
    """The names of a rung's lines; a mail on a line of its own belongs to the first name that has none."""
    found: bylines.Byline = []
    for line in lines:
        names = bylines.parse(line)
        found += names
        mail = bylines.EMAIL.search(line)
        without = next((i for i, (_, email, _) in enumerate(found) if email is None), None)
        if mail and not names and without is not None:
            name, _, role = found[without]
            found[without] = (name, mail.group(), role)
    return found


def merged(names: bylines.Byline) -> bylines.Byline:
    """Every name once, with the mail and the title that any of its mentions has."""
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for name, email, role in names:
        _, known_email, known_role = found.get(name, (name, None, None))
        found[name] = (name, known_email or email, known_role or role)
    return list(found.values())


def signed(named: bylines.Byline, mentions: bylines.Byline, printed: bylines.Byline) -> bylines.Byline:
    """The authors: those a rung named, completed by later rungs and by the text.

    The text adds a name only where no rung gave one, or where it signs with the same names and more: a page's head names
    the first reporter, the dateline all of them (연합인포맥스 2026-08).
    """
    known = {name for name, _, _ in named}
    if known <= {name for name, _, _ in printed}:
        return merged([*printed, *named, *(row for row in mentions if row[0] in known)])
    return merged([*named, *(row for row in [*mentions, *printed] if row[0] in known)])
