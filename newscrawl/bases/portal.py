"""Portals: sites that show other publishers' articles."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.bases.source import Source


class Portal(Source):
    """A source whose pages name their publisher themselves.

    As for any source (see `Source`), and: every layout says where the press stands (``publisher``) and, when the page
    links to it, the publisher's own page (``original``). What a portal shows is stored as a copy as soon as the
    publisher's own page is known.
    """

    portal: ClassVar[bool] = True
