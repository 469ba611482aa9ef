#!/usr/bin/env bash
# htmldate 1.11.0: the two-digit year of Korean portals and CMS heads (26.11.20) is read as a day, six years off.
#
# Input: a Korean page (lang="ko") whose only date is "입력 26.11.20 15:22"; the same with "26.02.03" and with "2026.11.20".
# Seen:  2020-11-26, 2003-02-26, and 2026-11-20: day.month.year is tried on two digits whatever the language of the
#        page. The year is plausible, so no filter of impossible dates notices.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check htmldate==1.11.0
"$folder/venv/bin/python" - <<'PY'
from htmldate import find_date

PAGE = "<html lang=\"ko\"><head><title>a</title></head><body><h1>기준금리 동결</h1><p>입력 {}</p><p>한국은행은 금리를 동결했다.</p></body></html>"
SEEN = {"26.11.20 15:22": "2020-11-26", "26.02.03 15:22": "2003-02-26", "2026.11.20 15:22": "2026-11-20"}
same = True
for printed, seen in SEEN.items():
    got = find_date(PAGE.format(printed), original_date=True, outputformat="%Y-%m-%d")
    print(printed, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
