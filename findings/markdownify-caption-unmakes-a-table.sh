#!/usr/bin/env bash
# markdownify 1.2.3: a table with a <caption> (its unit, "단위: %") comes out without the line of dashes under its header, which is what makes
# it a table in Markdown: with the caption the rows are one paragraph of text with bars in it.
#
# Input: the same table of two rows, without and with <caption>.
# Seen:  "| --- | --- |" without, none with it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check markdownify==1.2.3
"$folder/venv/bin/python" - <<'PY'
from markdownify import markdownify

TABLE = "<table>{}<tr><th>은행</th><th>3월</th></tr><tr><td>가람은행</td><td>3.21</td></tr></table>"
plain, captioned = markdownify(TABLE.format("")), markdownify(TABLE.format("<caption>단위: %</caption>"))
print(plain.strip(), captioned.strip(), sep="\n\n")
raise SystemExit(not ("---" in plain and "---" not in captioned and "단위: %" in captioned))
PY
