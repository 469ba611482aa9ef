#!/usr/bin/env bash
# feedparser 6.0.14: the link of a valid Atom entry is the entry's id, an address of nothing, where its link has a relation in full.
#
# Input: three valid entries (RFC 4287) with the id urn:paper:1. The first has a link with rel="alternate", the second the same link with
#        the relation written as RFC 4287, 4.2.7.2, says that alternate may be written as well ("http://www.iana.org/assignments/relation/alternate"),
#        the third a link to itself alone.
# Seen:  https://paper.kr/1, urn:paper:1, urn:paper:1, without the bozo flag. The address of the second page stands in entry.links alone.
# So:    a reader that opens entry.link asks for urn:paper:1, and who wants the page has to go through entry.links.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import feedparser

FULL = "http://www.iana.org/assignments/relation/alternate"
FEED = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>urn:paper</id><title>t</title>
<updated>2026-11-20T00:00:00Z</updated><author><name>a</name></author><entry><id>urn:paper:1</id><title>a</title>
<updated>2026-11-20T00:00:00Z</updated><content>a</content><link rel="{rel}" href="https://paper.kr/1"/></entry></feed>"""
seen = {"alternate": "https://paper.kr/1", FULL: "urn:paper:1", "self": "urn:paper:1"}
same = True
for rel, expected in seen.items():
    feed = feedparser.parse(FEED.format(rel=rel).encode())
    [entry] = feed.entries
    print(rel, "->", entry.link, "bozo:", bool(feed.bozo), "links:", [link.href for link in entry.links])
    same &= entry.link == expected and not feed.bozo and [link.href for link in entry.links] == ["https://paper.kr/1"]
raise SystemExit(not same)
PY
