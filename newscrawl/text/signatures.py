"""Whose article it is: the names of a page's byline, its data and its text put together, and which mail is whose."""

from __future__ import annotations

from newscrawl.text import bylines
from newscrawl.text.mails import EMAIL, MOST, owners
from newscrawl.text.roles import is_press
from newscrawl.text.signers import Byline


def people(lines: list[str]) -> Byline:
    """The names of a rung's lines; a mail on a line of its own is that of the name it fits, else of the first that has none.

    >>> people(["하도경 기자", "hdk@a.kr"]), people(["하도경 기자", "마서윤 기자", "msy@a.kr"])
    ([('하도경', 'hdk@a.kr', '기자')], [('하도경', None, '기자'), ('마서윤', 'msy@a.kr', '기자')])
    """
    found: Byline = []
    for line in lines[:MOST]:
        names = bylines.parse(line)
        found += names
        mail = EMAIL.search(line) if "@" in line else None
        without = [position for position, (_, known, _) in enumerate(found) if known is None]
        if mail and not names and without:
            fitting = owners([found[position][0] for position in without], [mail.group()])
            name, _, role = found[position := without[next(iter(fitting), 0)]]
            found[position] = (name, mail.group(), role)
    return found


def merged(names: Byline) -> Byline:
    """Every name once, with the mail and the title that any of its mentions has."""
    found: dict[str, tuple[str, str | None, str | None]] = {}
    for name, email, role in names:
        _, known_email, known_role = found.get(name, (name, None, None))
        found[name] = (name, known_email or email, known_role or role)
    return list(found.values())


def signed(named: Byline, mentions: Byline, printed: Byline) -> Byline:
    """The authors: those a rung named, completed by later rungs and by the text.

    A text that signs with a title or a mail names an author, whoever the page's data names: a page's head names the first
    reporter and the dateline all of them (연합인포맥스 2026-08), or its card one of two and the dateline the other (연합뉴스 2022-09).

    >>> signed([("마서윤", None, "기자")], [], [("하도경", None, "기자")])
    [('하도경', None, '기자'), ('마서윤', None, '기자')]
    >>> signed([("마서윤", None, "기자")], [("하도경", None, "기자")], [("하도경", None, None)])    # a mention alone signs nothing
    [('마서윤', None, '기자')]
    """
    known = {name for name, _, _ in named}
    if any(name.isascii() for name in known):
        printed = [row for row in printed if row[0] in known or row[0].isascii()]  # the same people in Latin letters
    signing = [row for row in printed if not known or row[0] in known or row[1] or is_press(row[2])]
    mentioned = [row for row in mentions if row[0] in known]
    if known <= {name for name, _, _ in printed} or any(row[0] not in known for row in signing):
        return merged([*signing, *named, *mentioned])
    return merged([*named, *mentioned, *signing])


def with_mails(authors: Byline, mails: list[str]) -> Byline:
    """The authors with the mails that stand on lines of their own: each is of the author it fits.

    What fits nobody is the only author's, or of the rest in print order where every author has one; else it is nobody's.

    >>> with_mails([("하도경", None, "기자"), ("마서윤", None, "기자")], ["msy@a.kr"])
    [('하도경', None, '기자'), ('마서윤', 'msy@a.kr', '기자')]
    >>> with_mails([("하도경", None, None), ("마서윤", None, None)], ["ninek@a.kr"]), with_mails([("하도경", None, None)], ["ninek@a.kr"])
    ([('하도경', None, None), ('마서윤', None, None)], [('하도경', 'ninek@a.kr', None)])
    >>> with_mails([("하도경", None, None), ("마서윤", None, None)], ["ninek@a.kr", "hadk@a.kr"])
    [('하도경', 'hadk@a.kr', None), ('마서윤', 'ninek@a.kr', None)]
    """
    if not mails:
        return authors
    given = {known for _, known, _ in authors}
    mails = [mail for mail in dict.fromkeys(mails[:MOST]) if mail not in given]
    free = [position for position, (_, known, _) in enumerate(authors) if known is None]
    fitting = owners([authors[position][0] for position in free], mails)
    found = {free[position]: mail for position, mail in fitting.items()}
    if len(mails) == len(authors):
        left = [mail for mail in mails if mail not in found.values()]
        found |= dict(zip((position for position in free if position not in found), left, strict=False))
    return [(name, found.get(position, known), role) for position, (name, known, role) in enumerate(authors)]
