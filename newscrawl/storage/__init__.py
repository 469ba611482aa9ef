"""The database, and the one door to it."""

from newscrawl.storage.schema import StoreError
from newscrawl.storage.store import Store

__all__ = ["Store", "StoreError"]
