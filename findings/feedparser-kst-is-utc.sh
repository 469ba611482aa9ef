#!/usr/bin/env bash
# feedparser 6.0.14: a time in KST is taken for one in UTC, nine hours off, while EST is known and GMT+9 is refused.
#
# Input: "Fri, 20 Nov 2026 15:22:33 KST", the same with "+0900", with "EST", and with "GMT+9".
# Seen:  KST gives 15:22:33 (UTC, so nine hours late), +0900 gives 06:22:33, EST 20:22:33, and "GMT+9" no time at all. published_parsed is
#        documented as UTC. The names of zones that it does not know count as none, and no zone counts as UTC.
# So:    a feed of a Korean CMS that writes the name of its zone is shifted by nine hours without a sign.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import feedparser

SEEN = {
    "Fri, 20 Nov 2026 15:22:33 KST": (15, 22, 33),
    "Fri, 20 Nov 2026 15:22:33 +0900": (6, 22, 33),
    "Fri, 20 Nov 2026 15:22:33 EST": (20, 22, 33),
    "Fri, 20 Nov 2026 15:22:33 GMT+9": None,
}
same = True
for date, seen in SEEN.items():
    feed = feedparser.parse(
        f"<rss version=\"2.0\"><channel><title>t</title><item><title>a</title><pubDate>{date}</pubDate></item></channel></rss>"
    )
    parsed = feed.entries[0].get("published_parsed")
    got = tuple(parsed)[3:6] if parsed else None
    print(date, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
