#!/usr/bin/env bash
# Resiliparse 2.0.1: extract_plain_text puts two tabs between the cells of a table, so that read as tab-separated text every row has an empty
# column between any two, and a row with an empty cell moves its numbers by two.
#
# Input: a table of rates with the header 은행, 3월, 6월, one whole row, and one whose 3월 is empty.
# Seen:  fields by tab: [은행, "", 3월, "", 6월] and, for the row with an empty cell, [나래은행, "", "", "", 3.05].
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check Resiliparse==2.0.1
"$folder/venv/bin/python" - <<'PY'
from resiliparse.extract.html2text import extract_plain_text

PAGE = (
    "<html><body><table><tr><th>은행</th><th>3월</th><th>6월</th></tr><tr><td>가람은행</td><td>3.21</td><td>3.05</td></tr>"
    "<tr><td>나래은행</td><td></td><td>3.05</td></tr></table></body></html>"
)
rows = [line.split("\t") for line in extract_plain_text(PAGE).splitlines()]
for row in rows:
    print(row)
wrong = [["은행", "", "3월", "", "6월"], ["가람은행", "", "3.21", "", "3.05"], ["나래은행", "", "", "", "3.05"]]
raise SystemExit(rows != wrong)
PY
