"""What a run counted, read off the names of its counters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def outcomes_of(counters: Mapping[str, Any]) -> dict[str, int]:
    """How many pages came to each outcome."""
    return {name.removeprefix("outcome/"): int(n) for name, n in counters.items() if name.startswith("outcome/")}


def read_of(counters: Mapping[str, Any]) -> int:
    """How many articles were read."""
    return sum(int(n) for name, n in counters.items() if name.startswith("extraction/body/"))


def fields_of(counters: Mapping[str, Any]) -> dict[str, int]:
    """How many articles had each field, from whatever rung."""
    fields: dict[str, int] = {}
    for name, count in counters.items():
        if name.startswith("extraction/") and not name.startswith("extraction/doubt/"):
            field = name.split("/")[1]
            fields[field] = fields.get(field, 0) + int(count)
    return fields


def faults_of(counters: Mapping[str, Any]) -> dict[str, int]:
    """How often an error of this program was met, by what was raised where."""
    return {name.removeprefix("fault/"): int(n) for name, n in counters.items() if name.startswith("fault/")}
