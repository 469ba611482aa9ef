#!/usr/bin/env bash
# Python 3.11 to 3.13, email.utils: PM is taken for the name of a zone and dropped, and the offset behind it with it.
#
# Input: "Fri, 20 Nov 2026 03:15:00 PM +0900", "20 Nov 2026 3:15 PM" and "Fri, 20 Nov 2026 15:22:33 GMT +0900".
# Seen:  03:15 without zone twice, and 15:22:33 in UTC: one word behind the clock is the zone, a word that is no known zone is none,
#        and what follows it is not looked at. parsedate_to_datetime raises nothing for any of them.
# So:    a feed with a twelve-hour clock is twelve hours off in the afternoon, and one with "GMT +0900" nine, at all times.
set -eu
python3 - <<'PY'
import sys
from email.utils import parsedate_to_datetime

SEEN = {
    "Fri, 20 Nov 2026 03:15:00 PM +0900": "2026-11-20T03:15:00",
    "20 Nov 2026 3:15 PM": "2026-11-20T03:15:00",
    "Fri, 20 Nov 2026 15:22:33 GMT +0900": "2026-11-20T15:22:33+00:00",
    "Fri, 20 Nov 2026 15:22:33 +0900": "2026-11-20T15:22:33+09:00",
}
print("Python", sys.version.split()[0])
same = True
for printed, seen in SEEN.items():
    got = parsedate_to_datetime(printed).isoformat()
    print(printed, "->", got)
    same &= got == seen
raise SystemExit(not same)
PY
