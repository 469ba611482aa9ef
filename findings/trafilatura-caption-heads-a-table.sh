#!/usr/bin/env bash
# trafilatura 2.3.1: the <caption> of a table becomes the table's header row, padded with an empty cell, and the real header a second one: two
# lines of dashes in one table, so that in Markdown the names of the columns are a row of data under a column called "예금금리(단위: %)".
#
# Input: an article of two paragraphs and a table with caption, header and two rows; markdown and txt output.
# Seen:  "| 예금금리(단위: %) |  |", dashes, "| 은행 | 3월 |", dashes, rows. Without the caption there is one header.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml-html-clean==0.4.6
"$folder/venv/bin/python" - <<'PY'
import trafilatura

TEXT = "<p>은행들이 예금금리를 내렸다고 한국은행이 23일 밝혔다. 석 달 만에 평균 금리는 3%대 초반으로 떨어졌다. 시장에서는 예상한 일이라는 말이 나온다.</p>"
PAGE = (
    "<html lang=\"ko\"><head><title>예금금리 하락</title></head><body><article><h1>예금금리 하락</h1>" + TEXT + "{table}" + TEXT.replace("23일", "24일")
    + "</article></body></html>"
)
TABLE = "<table>{}<tr><th>은행</th><th>3월</th></tr><tr><td>가람은행</td><td>3.21</td></tr><tr><td>나래은행</td><td>3.05</td></tr></table>"
rules = {}
for name, caption in (("plain", ""), ("captioned", "<caption>예금금리(단위: %)</caption>")):
    text = trafilatura.extract(PAGE.format(table=TABLE.format(caption))) or ""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    rules[name] = sum("---" in row for row in rows)
    print(name, *rows, sep="\n  ")
raise SystemExit(rules != {"plain": 1, "captioned": 2})
PY
