#!/usr/bin/env bash
# python-dateutil 2.9.0.post0: what JavaScript prints for a Date is read with its offset turned round, eighteen hours off in Seoul.
#
# Input: "Fri Nov 20 2026 15:22:33 GMT+0900" (Date.prototype.toString), "Fri, 20 Nov 2026 15:22:33 GMT +0900" (with a blank),
#        "2026-11-20 15:22:33 UTC+9", and "2026-11-20 15:22:33 +0900".
# Seen:  15:22:33-09:00, 15:22:33+00:00, 15:22:33-09:00 and 15:22:33+09:00. A sign behind a name of letters is read as POSIX's TZ does
#        ("GMT+3": GMT is my time plus three), whatever the language that printed it; with a blank between them the offset is dropped.
# So:    GMT+0900, GMT +0900 and +0900 are three different moments, and all of them are plausible.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0
"$folder/venv/bin/python" - <<'PY'
from dateutil import parser

SEEN = {
    "Fri Nov 20 2026 15:22:33 GMT+0900": "2026-11-20T15:22:33-09:00",
    "Fri, 20 Nov 2026 15:22:33 GMT +0900": "2026-11-20T15:22:33+00:00",
    "2026-11-20 15:22:33 UTC+9": "2026-11-20T15:22:33-09:00",
    "2026-11-20 15:22:33 +0900": "2026-11-20T15:22:33+09:00",
}
same = True
for printed, seen in SEEN.items():
    got = parser.parse(printed).isoformat()
    print(printed, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
