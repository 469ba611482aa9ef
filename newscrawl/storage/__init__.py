"""The database, and the one door to it."""

from newscrawl.storage.store import Store, StoreError

__all__ = ["Store", "StoreError"]
