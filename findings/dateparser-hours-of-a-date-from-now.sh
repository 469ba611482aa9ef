#!/usr/bin/env bash
# dateparser 1.2.2: an absolute date whose clock is written 15시22분 is read as 15 hours and 22 minutes before now; the date is dropped.
#
# Input: "2026.11.20 15시22분", "2026.11.20 15시 22분" and "2026-11-20 9시5분", languages=["ko"], RELATIVE_BASE 2026-11-28 11:00.
# Seen:  2026-11-27 19:38, 2026-11-27 19:38 and 2026-11-28 01:55: 시 and 분 are in the Korean table as units of an age, as in
#        "22분 전", so no word for "ago" is needed. With 년 월 일 before it ("2026년 11월 20일 15시 22분") it is no time at all.
# So:    an old piece becomes one of today, and another one at each run. Nothing is raised, and the value is plausible.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check dateparser==1.2.2
"$folder/venv/bin/python" - <<'PY'
from datetime import datetime

import dateparser

SEEN = {
    "2026.11.20 15시22분": "2026-11-27 19:38:00",
    "2026.11.20 15시 22분": "2026-11-27 19:38:00",
    "2026-11-20 9시5분": "2026-11-28 01:55:00",
    "2026년 11월 20일 15시 22분": "None",
    "2026.11.20 15:22": "2026-11-20 15:22:00",
}
same = True
for printed, seen in SEEN.items():
    got = str(dateparser.parse(printed, languages=["ko"], settings={"RELATIVE_BASE": datetime(2026, 11, 28, 11, 0)}))
    print(printed, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
