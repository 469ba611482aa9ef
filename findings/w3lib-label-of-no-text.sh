#!/usr/bin/env bash
# w3lib 2.5.0: a page whose label is another codec of Python's (undefined, hex, rot13, idna) raises instead of being read.
#
# Input: a page in plain ASCII or UTF-8 under Content-Type "text/html; charset=undefined", the word that a script prints for a
#        missing variable, and under "hex", "rot13", "idna", "none".
# Seen:  html_to_unicode, by which Scrapy gives response.text, raises UnicodeError or LookupError for the first four and reads the page for "none".
#        The function is documented never to fail, and the Encoding Standard has a label that is unknown ignored.
# So:    one word in a site's template makes every page of it an exception in the crawler's callback, while browsers show it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check w3lib==2.5.0
"$folder/venv/bin/python" - <<'PY'
from w3lib.encoding import html_to_unicode

same = True
for label in ("undefined", "hex", "rot13", "idna", "none"):
    try:
        got = html_to_unicode(f"text/html; charset={label}", "<p>금리 2.50%</p>".encode())[1]
    except (UnicodeError, LookupError) as error:
        got = type(error).__name__
    print(label, "->", got)
    same &= ("금리" in got) == (label == "none")
raise SystemExit(not same)
PY
