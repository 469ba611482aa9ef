#!/usr/bin/env bash
# feedparser 6.0.14: a pubDate in the notation of the Korean press is not refused but read as the first of its month at midnight.
#
# Input: three items whose pubDate is "2026.11.20 15:22", "2026년 11월 20일 오후 03:05" and "2026-11-20 오후 3:05".
# Seen:  2026-11-01 00:00, 2026-11-01 00:00 and 2026-11-20 00:00, all without the bozo flag: the day is lost in two, the hour in all
#        three. feedparser has two handlers of Korean dates, which want seconds; what these let through falls to its W3C parser,
#        which takes the year (and what follows it as far as it knows it) and drops the rest.
# So:    a feed reader that trusts published_parsed files a month of Korean news under its first day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import feedparser

ITEM = "<item><title>a</title><link>https://example.kr/{n}</link><pubDate>{date}</pubDate></item>"
DATES = {
    "2026.11.20 15:22": (2026, 11, 1, 0, 0),
    "2026년 11월 20일 오후 03:05": (2026, 11, 1, 0, 0),
    "2026-11-20 오후 3:05": (2026, 11, 20, 0, 0),
}
items = "".join(ITEM.format(n=n, date=date) for n, date in enumerate(DATES))
feed = feedparser.parse(f"<rss version=\"2.0\"><channel><title>t</title>{items}</channel></rss>")
print("bozo:", feed.bozo)
same = not feed.bozo
for entry, seen in zip(feed.entries, DATES.values(), strict=True):
    got = tuple(entry.published_parsed)[:5] if entry.get("published_parsed") else None
    print(entry.published, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
