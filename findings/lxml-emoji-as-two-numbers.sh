#!/usr/bin/env bash
# lxml 6.1.3 (libxml2 2.14.6), parsel 1.12.1, Beautiful Soup 4.15.0, feedparser 6.0.14: one emoji written as the two halves that Java and old ASP know it by
# (&#55357;&#56832;) costs a feed all its entries. The recovering parser takes each half, and makes bytes of it that are no UTF-8.
#
# Input: a feed of two items, the first headline with such an emoji.
# Seen:  etree.XMLParser(recover=True) gives a tree, but .text, itertext(), xpath() and tostring() raise UnicodeDecodeError (tostring to bytes:
#        SerialisationError); parsel, and so every Scrapy XmlResponse.css, raises for the whole list; Beautiful Soup's "xml" refuses
#        the whole feed; feedparser.parse, which never raises for a broken feed, raises UnicodeEncodeError. The HTML parsers of the same library print two U+FFFD, as a browser does, and go on.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check lxml==6.1.3 parsel==1.12.1 beautifulsoup4==4.15.0 feedparser==6.0.14
"$folder/venv/bin/python" - <<'PY'
import feedparser
from bs4 import BeautifulSoup
from lxml import etree
from parsel import Selector

FEED = "<rss><channel><item><title>금리 동결 &#55357;&#56832;</title></item><item><title>환율</title></item></channel></rss>"
tree = etree.fromstring(FEED.encode(), etree.XMLParser(recover=True))
reads = {
    "text": lambda: tree.findtext(".//title"),
    "itertext": lambda: list(tree.itertext()),
    "xpath": lambda: tree.xpath("//title/text()"),
    "tostring": lambda: etree.tostring(tree),
    "parsel": lambda: Selector(FEED, type="xml").css("title::text").getall(),
    "Beautiful Soup": lambda: BeautifulSoup(FEED, "xml").find_all("title"),
    "feedparser": lambda: feedparser.parse(FEED),
}
raised = {}
for name, read in reads.items():
    try:
        raised[name] = ""
        read()
    except Exception as error:
        raised[name] = type(error).__name__
    print(f"{name:15} {raised[name] or 'reads'}")
as_html = Selector(FEED, type="html").css("title::text").getall()
print(f"{'as HTML':15} {as_html}")
raise SystemExit(not all(raised.values()) or as_html != ["금리 동결 \ufffd\ufffd", "환율"])
PY
