"""What a page is that is nothing but a script or a tag that leads elsewhere."""

from __future__ import annotations

import re

from newscrawl.extract.notices import most, said
from newscrawl.extract.outline import Outline

ALERT = re.compile(r"alert\s*\(\s*[\"'`]([^\"'`]*)")
LEAVES = re.compile(
    r"history\s*\.\s*(?:back|go)|location\s*(?:\.\s*(?:href|replace|assign)\s*[=(]|=)|window\s*\.\s*close|self\s*\.\s*close"
)
TARGET = re.compile(r"location\s*(?:\.\s*(?:href|replace|assign)\s*)?[=(]\s*[\"']([^\"']*)")
REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\">\s]*)", re.I)


def leaving(page: Outline, text: str) -> str | None:
    """The outcome of a page that is nothing but a script or a tag that leads elsewhere."""
    if len("".join(page.lines)) > 60 or page.listed:
        return None
    script = " ".join(s.text or "" for s in page.tree.iter("script")) if "<script" in text else ""
    refresh = [
        m.get("content") or "" for m in page.tree.iter("meta") if (m.get("http-equiv") or "").lower() == "refresh"
    ]
    target = next((found[1] for found in map(REFRESH.search, refresh) if found), None) or next(
        iter(TARGET.findall(script)), None
    )
    alert = ALERT.search(script)
    if not (target is not None or (alert and LEAVES.search(script)) or (LEAVES.search(script) and len(script) < 300)):
        return None
    if alert and (kind := most([said(alert[1])])):
        return kind
    if target and re.search(r"login|signin|member|auth", target, re.I):
        return "rejected:login"
    if "document.cookie" in script or "reload" in script:
        return "error:blocked"
    return "gone" if alert or not re.search(r"\d{4}", target or "0000") else None
