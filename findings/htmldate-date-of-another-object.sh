#!/usr/bin/env bash
# htmldate 1.11.0: the date of a page is that of whatever JSON-LD stands first in its source, be it a video's, be it commented out.
#
# Input: an article whose NewsArticle says datePublished 2026-11-20; before it nothing, a VideoObject of 2020-01-01 (valid: a player in the
#        text, an old clip beside a new piece), or a NewsArticle of 2020-01-01 within <!-- -->, which no browser and no other reader sees.
# Seen:  2026-11-20; 2020-01-01 with and without original_date; 2020-01-01 without it. The scripts are searched by a pattern for a
#        datePublished and not read, so that @type does not count; a later step searches the source as text, comments and all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check htmldate==1.11.0
"$folder/venv/bin/python" - <<'PY'
import json

from htmldate import find_date


def linked(kind, day):
    node = {"@context": "https://schema.org", "@type": kind, "name": "금리", "datePublished": f"{day}T09:30:00+09:00"}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


PAGE = (
    '<!DOCTYPE html><html lang="ko"><head><title>금리</title>{}' + linked("NewsArticle", "2026-11-20").replace("{", "{{").replace("}", "}}")
    + "</head><body><article><h1>금리</h1><p>한국은행이 금리를 동결했다고 밝혔다.</p></article></body></html>"
)
before = {
    "nothing": "",
    "video": linked("VideoObject", "2020-01-01"),
    "comment": f"<!-- {linked('NewsArticle', '2020-01-01')} -->",
}
seen = {name: [find_date(PAGE.format(head), original_date=first) for first in (False, True)] for name, head in before.items()}
print(*seen.items(), sep="\n")
new, old = "2026-11-20", "2020-01-01"
raise SystemExit(seen != {"nothing": [new, new], "video": [old, old], "comment": [old, new]})
PY
