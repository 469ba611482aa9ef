#!/usr/bin/env bash
# ultimate-sitemap-parser 1.8.1: of a valid RSS feed given as a sitemap, a picture's caption is the headline, and all ends at the first
# item with an atom:link, because names of other namespaces are taken for RSS's own.
#
# Input: four items with a title and a link: one plain, one with a media:content whose media:title captions the picture, one with an
#        atom:link of rel="related" behind its link, one plain again. Both namespaces are declared, as RSS 2.0 allows.
# Seen:  two pages. The second one's news_story.title is the caption; the third item and the plain one behind it are missing. Nothing is
#        raised: a line of the log says that character data was expected at the end of <link>. (Of a sitemap's own image:title and
#        image:loc it takes none for the page's: only its reading of RSS does this.)
# So:    who reads feeds through it stores captions for headlines, and of a feed with related links gets the items before the first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check ultimate-sitemap-parser==1.8.1
"$folder/venv/bin/python" - <<'PY'
from usp.fetch_parse import XMLSitemapParser
from usp.web_client.requests_client import RequestsWebClient

ITEMS = (
    "<item><title>plain</title><link>https://paper.kr/1</link></item>"
    '<item><title>headline</title><link>https://paper.kr/2</link><media:content url="https://paper.kr/2.jpg">'
    "<media:title>caption</media:title></media:content></item>"
    '<item><title>related</title><link>https://paper.kr/3</link><atom:link rel="related" href="https://paper.kr/1"/></item>'
    "<item><title>behind</title><link>https://paper.kr/4</link></item>"
)
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title><link>https://paper.kr/</link>'
    f"<description>d</description>{ITEMS}</channel></rss>"
)
# Nothing is fetched: the text is given.
sitemap = XMLSitemapParser("https://paper.kr/rss", FEED, 0, RequestsWebClient(), set()).sitemap()
pages = [(page.url, page.news_story and page.news_story.title) for page in sitemap.all_pages()]
print(type(sitemap).__name__, *pages, sep="\n")
raise SystemExit(pages != [("https://paper.kr/1", "plain"), ("https://paper.kr/2", "caption")])
PY
