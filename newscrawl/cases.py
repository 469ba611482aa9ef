"""Recorded cases: one page, where it came from, and what a right reading of it says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any

from newscrawl import warc
from newscrawl.items import Article

KINDS = ("article", "listing", "feed", "sitemap", "robots", "redirect")
MADE = ("invented", "saved")
FETCHED_AT = datetime(2026, 11, 23, tzinfo=UTC)

# The keys of origin.json and the types of their values.
ORIGIN: dict[str, type] = {
    "url": str,
    "kind": str,
    "made": str,
    "content_type": str,
    "status": int,
    "location": str,
    "encoding": str,
    "seen": str,
    "evidence": str,
    "file": str,
    "sample": bool,
}

NAME = re.compile(r"[^\W_][\w.-]{0,59}")
"""The name of a case: one folder, never another place."""

NOT_EMPTY = ("title", "body", "publisher", "published_at")
NOISE = re.compile(r"무단\s?전재|재배포|기자\s?=")
# An article may be about the trade of advertising (네이버의 광고 매출이 …); a label that was left in the body is short.
ADVERTISEMENT = "광고"
LABEL_LENGTH = 40


class CaseError(ValueError):
    """A recorded case is not as it should be; the message names the file and the fault."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A recorded page: the fields of its origin.json, its bytes as served and what is expected of it.

    ``seen`` (year and month) and ``evidence`` say how it is known that the markup looks like this; ``sample`` pages
    are part of the archive that comes with the project. ``expected`` is the object that `scrapy extract`
    prints for an article, ``{"links": [url, …]}`` for a listing, feed or sitemap, None where nothing was recorded.
    """

    source: str
    name: str
    folder: Path
    url: str
    kind: str
    made: str
    content_type: str | None = None
    status: int = 200
    location: str | None = None
    encoding: str | None = None
    seen: str | None = None
    evidence: str | None = None
    file: str = "page.html"
    sample: bool = False
    body: bytes = field(repr=False)
    expected: dict[str, Any] | None = field(repr=False)

    def page(self) -> warc.Page:
        """The case as an answer of its site, fetched at a fixed time."""
        headers = (("Content-Type", self.content_type), ("Location", self.location))
        present = tuple((name, value) for name, value in headers if value)
        return warc.Page(self.url, self.status, present, self.body, FETCHED_AT)


def load(root: Path, source: str | None = None) -> list[Case]:
    """The cases in ``root/<source>/<case>/``, of all sources or of one, sorted by source and name.

    Raises:
        CaseError: a file is missing, is no JSON, has an unknown key or value, or expects what no right reading gives.
    """
    folders = sorted(path for path in root.glob(f"{source or '*'}/*") if path.is_dir())
    return [_load(folder) for folder in folders]


def save(root: Path, source: str, name: str, *, page: bytes, origin: dict[str, Any]) -> Case:
    """Record a page as a new case.

    Args:
        page: the bytes as served. With an ``encoding`` in the origin they are kept as UTF-8.

    Raises:
        CaseError: the name leads elsewhere or is none, there is such a case already, the origin is at fault, or the bytes are not wholly in that encoding.
    """
    if not NAME.fullmatch(name):
        raise CaseError(f"{name!r} is no name of a case: letters and digits, and behind the first also . - and _")
    folder = root / source / name
    if folder.exists():
        raise CaseError(f"{folder}: there is such a case already")
    values = _check_origin(folder / "origin.json", origin)
    encoding = values.get("encoding")
    kept = page
    if encoding:
        kept = page.decode(encoding, "replace").encode("utf-8")
        if kept.decode("utf-8").encode(encoding, "replace") != page:
            raise CaseError(f"{folder}: the page is not wholly {encoding}; without 'encoding' its bytes are kept")
    folder.mkdir(parents=True)
    _write_json(folder / "origin.json", origin)
    if values["kind"] != "redirect":
        (folder / values.get("file", Case.file)).write_bytes(kept)
    return _load(folder)


def write_expected(case: Case, values: dict[str, Any]) -> None:
    """Record what a right reading of the case says.

    Raises:
        CaseError: the values cannot be right; nothing was written.
    """
    path = case.folder / "expected.json"
    _check_expected(path, case.kind, values)
    _write_json(path, values)


def difference(expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """What two readings say differently, in lines for a reader; no line when they are the same.

    ``extraction`` counts only where it is expected: it says how a value was found, not what the page says.

    >>> difference({"title": "금리 동결", "premium": False}, {"title": "금리 인하", "premium": False})
    ["title: expected '금리 동결', got '금리 인하'"]
    """
    unexpected = [name for name in got if name not in expected and name != "extraction"]
    return [line for name in [*expected, *unexpected] for line in _field_difference(name, expected, got)]


def sample(root: Path, archive_path: Path) -> int:
    """Write the archive of all cases marked as sample, and return how many pages it holds.

    Raises:
        CaseError: as for `load`, or two of the cases are the same address.
    """
    cases = [case for case in load(root) if case.sample]
    folders: dict[str, Path] = {}
    for case in cases:
        if case.url in folders:
            raise CaseError(f"{case.folder / 'origin.json'}: {folders[case.url]} is a sample of the same address")
        folders[case.url] = case.folder
    return warc.write(archive_path, (case.page() for case in cases))


def _load(folder: Path) -> Case:
    origin_path, expected_path = folder / "origin.json", folder / "expected.json"
    origin = _check_origin(origin_path, _read_json(origin_path))
    expected = _read_json(expected_path) if expected_path.exists() else None
    if expected is not None:
        _check_expected(expected_path, origin["kind"], expected)
    body = b"" if origin["kind"] == "redirect" else _body(folder / origin.get("file", Case.file), origin)
    return Case(source=folder.parent.name, name=folder.name, folder=folder, body=body, expected=expected, **origin)


def _body(path: Path, origin: dict[str, Any]) -> bytes:
    try:
        kept = path.read_bytes()
        return kept.decode("utf-8").encode(origin["encoding"]) if origin.get("encoding") else kept
    except OSError as error:
        raise CaseError(f"{path}: {error.strerror}") from None
    except UnicodeError as error:
        raise CaseError(f"{path}: cannot be served as {origin['encoding']}: {error}") from None


def _check_origin(path: Path, origin: dict[str, Any]) -> dict[str, Any]:
    """The origin without its nulls."""
    unknown = sorted(set(origin) - set(ORIGIN))
    if unknown:
        raise CaseError(f"{path}: unknown key {unknown[0]!r}")
    values = {key: value for key, value in origin.items() if value is not None}
    for key, value in values.items():
        if type(value) is not ORIGIN[key]:
            raise CaseError(f"{path}: {key!r} must be of type {ORIGIN[key].__name__}, not {value!r}")
    redirect = values.get("kind") == "redirect"
    for key in ("url", "kind", "made", "location" if redirect else "content_type"):
        if not values.get(key):
            raise CaseError(f"{path}: {key!r} is missing")
    for key, known in (("kind", KINDS), ("made", MADE)):
        if values[key] not in known:
            raise CaseError(f"{path}: {key!r} must be one of {', '.join(known)}, not {values[key]!r}")
    if not values["url"].startswith(("http://", "https://")):
        raise CaseError(f"{path}: 'url' must be a full address, not {values['url']!r}")
    if redirect != (300 <= values.get("status", Case.status) < 400):
        raise CaseError(f"{path}: 'status' must be 3xx for a redirect, and for nothing else")
    try:
        "".encode(values.get("encoding", "utf-8"))
    except LookupError:
        raise CaseError(f"{path}: unknown encoding {values['encoding']!r}") from None
    return values


def _check_expected(path: Path, kind: str, expected: dict[str, Any]) -> None:
    if kind in ("robots", "redirect"):
        raise CaseError(f"{path}: nothing is read from a page of kind {kind!r}")
    if kind != "article":
        links = expected.get("links")
        if (
            set(expected) != {"links"}
            or not isinstance(links, list)
            or not all(isinstance(link, str) for link in links)
        ):
            raise CaseError(f"{path}: a {kind} expects one key, 'links', with a list of addresses")
        return
    for name in NOT_EMPTY:
        value = expected.get(name)
        if not isinstance(value, str) or not value.strip():
            raise CaseError(f"{path}: {name!r} is empty")
    try:
        Article.from_dict(expected)
    except ValueError as error:
        raise CaseError(f"{path}: {error}") from None
    for paragraph in expected["body"].split("\n\n"):
        noise = NOISE.search(paragraph)
        word = noise[0] if noise else ADVERTISEMENT
        if noise or (ADVERTISEMENT in paragraph and len(paragraph) < LABEL_LENGTH):
            raise CaseError(f"{path}: {word!r} in the body is no text of an article: {paragraph[:80]!r}")


def _field_difference(name: str, expected: dict[str, Any], got: dict[str, Any]) -> Iterator[str]:
    if name not in got:
        yield f"{name}: missing, expected {expected[name]!r}"
    elif name not in expected:
        yield f"{name}: not expected, got {got[name]!r}"
    elif expected[name] != got[name]:
        wanted, found = _parts(name, expected[name]), _parts(name, got[name])
        if wanted is None or found is None:
            yield f"{name}: expected {expected[name]!r}, got {got[name]!r}"
        else:
            yield from unified_diff(wanted, found, f"{name} expected", f"{name} got", n=1, lineterm="")


def _parts(name: str, value: object) -> list[str] | None:
    """The lines to compare of a value made of many: the paragraphs of a body, the rows of a list."""
    if name == "body" and isinstance(value, str):
        return value.split("\n\n")
    if isinstance(value, list):
        return [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in value]
    return None


def _read_json(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CaseError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise CaseError(f"{path}: no JSON: {error}") from None
    if not isinstance(values, dict):
        raise CaseError(f"{path}: must be a JSON object")
    return values


def _write_json(path: Path, values: dict[str, Any]) -> None:
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
