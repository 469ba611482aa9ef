"""The database, and the one door to it."""

from newscrawl.storage.frontier import Announced, Answer
from newscrawl.storage.lock import Busy, alone
from newscrawl.storage.reading import Record, StoredArticle
from newscrawl.storage.runs import Run, State
from newscrawl.storage.schema import StoreError
from newscrawl.storage.selection import Selection
from newscrawl.storage.store import Store

__all__ = [
    "Announced",
    "Answer",
    "Busy",
    "Record",
    "Run",
    "Selection",
    "State",
    "Store",
    "StoreError",
    "StoredArticle",
    "alone",
]
