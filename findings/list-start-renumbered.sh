#!/usr/bin/env bash
# inscriptis 2.7.6 and Resiliparse 2.0.1: an ordered list that goes on behind a picture or an advertisement (start="3") is numbered
# anew from 1, so that the numbers which a text refers to ("3번 문항") are those of other items.
#
# Input: <ol><li>가<li>나</ol>, a paragraph, <ol start="3"><li>다<li>라</ol>.
# Seen:  both print 1. 2. for the second list too; html2text 2025.4.15 prints 3. 4., as every browser does. inscriptis honours the value
#        attribute of an item, so that it is the list alone that loses its start.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check inscriptis==2.7.6 Resiliparse==2.0.1 html2text==2025.4.15
"$folder/venv/bin/python" - <<'PY'
import html2text
import inscriptis
from resiliparse.extract.html2text import extract_plain_text

PAGE = "<html><body><ol><li>가</li><li>나</li></ol><p>그림</p><ol start=\"3\"><li>다</li><li>라</li></ol></body></html>"
texts = {
    "inscriptis": inscriptis.get_text(PAGE),
    "Resiliparse": extract_plain_text(PAGE),
    "html2text": html2text.html2text(PAGE),
}
numbers = {}
for name, text in texts.items():
    numbers[name] = [line.split()[0] for line in text.splitlines() if line.strip()[-1:] in ("다", "라")]
    print(name, numbers[name])
wrong = ["1.", "2."]
raise SystemExit(numbers != {"inscriptis": wrong, "Resiliparse": wrong, "html2text": ["3.", "4."]})
PY
