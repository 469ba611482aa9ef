"""Which two URLs are the same page: one page, one key."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, Protocol
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

# Parameters that say where a reader came from, never which page it is, whatever their value: campaigns and clicks; `plink`,
# `cooper`: SBS; `influxDiv`: jtbc (2026-03); `cloc`: 중앙일보; `outUrl`: 조선; `OutLnkChk`: 이데일리; `kakao_from`: Daum; `NaPm`:
# Naver. A name in doubt is kept: two keys of one page are a duplicate that the text shows, one key of two pages loses one for
# ever. So are `site` (aplu.ch/home/apluhomex.jsp?site=36 is the page) and `input`, which yna.co.kr alone tracks with, `no`,
# `code`, `type`, `mode`, `sid` and Naver's own `ntype`, `cds`, `lfrom`: their sites need no such rule, others may mean a page.
TRACKING = re.compile(
    r"(?:utm_.*|(?:fb|g|dc|ms|y|tw|tt)clid|gclsrc|gbraid|wbraid|igshid|igsh|mibextid|mc_[ce]id|_ga|_gl|spm|napm|kakao_from"
    r"|plink|cooper|influxdiv|cloc|outurl|outlnkchk)",
    re.I,
)
# Words of common use: a reader comes from a word or an address (ref=naver, sns=kakao, mt.co.kr's ref=https%3A%2F%2Fsearch.daum.net);
# with a digit in it the value may be the page (boards number their threads ref=123).
REFERRER = re.compile(r"(?:ref|referr?er|from|sns)=(?:\D*|https?(?::|%3A).*)", re.I)
# The AMP twin of a page: WordPress' ?amp, Arc's outputType=amp, mt.co.kr's &googleamp.
AMP = re.compile(r"(?:google)?amp(?:=(?:1|true)?)?|outputtype=amp", re.I)
# At least two labels stay: m.kr is a site.
ALIAS = re.compile(r"^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.[^.])")
ND_SOFT = r"/news/article(?:View(?:Amp)?|Print)\.html\?(?:.*&)?idxno=(?P<id>\d+)(?![^&])"
"""An article on ND Soft's CMS, of whose parameters only ``idxno`` identifies; hundreds of papers have it."""
# Paths of lists, and parameters whose digits are a list's: 2024 in a search for it is no article.
LIST = re.compile(
    r"/(?:sections?|lists?|search|tags?|topics?|categor(?:y|ies)|authors?|reporters?|press|channels?|ranking|rss|feeds?)(?:/|$)"
    r"|(?:list|listing|search)(?:\.\w+)?$|/(?:19|20)\d\d(?:/\d\d){0,2}$",
    re.I,
)
LISTED = re.compile(
    r"(?:q|query|kwd|keyword|word|search\w*|sc_\w+|page|pageno|(?:reg)?date|[se]date|sid\d?|mid|ref|referr?er|from|sns)=",
    re.I,
)
# `&amp;` left in an address, and Naver's og:url with `&#x3D;` for the equals sign.
ENTITY = re.compile(r"&(?:amp;)*((?:amp|#\d+|#x[0-9a-f]+);)", re.I)
LONGEST = 8000
"""Letters of an address; RFC 9110 4.1 asks of servers that they read as many, and what is longer names no page."""
UNRESERVED = re.compile(r"[\w.~-]", re.A)
# What a browser never sends as it is: blanks, controls, signs that a reader does not see, and those that end an address in markup. A
# terminal obeys some of them.
UNSENT = re.compile(
    '[\\s\x00-\x20"<>\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]'
)
DROPPED = re.compile(r"[\t\n\x0b\x0c\r]+")
PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?=[/?#]|$)")
EDGES = "".join(map(chr, range(33))) + "\ufeff\u200b"


class Known(Protocol):
    """What knows articles by their addresses: one site, or all of them."""

    def article(self, url: str) -> Site | None:
        """The site that the address is an article of, or None."""


class Site(NamedTuple):
    """How one source names its pages.

    The groups of ``article_url`` whose names begin with ``id``, joined in the order of their names, are a page's
    identity: ``oid=(?P<id1>…)&aid=(?P<id2>…)`` and ``article/(?P<id>…/…)`` name the same page. The pattern begins in the
    host and is asked of ``//host/path?query``, whatever scheme, port, fragment and spelling the address had. ``template`` is the
    address that every alias of a page is fetched at, ``{}`` standing for the identity; ``space`` the name that the
    identities belong to.
    """

    name: str
    domains: tuple[str, ...]
    article_url: re.Pattern[str]
    template: str = ""
    space: str = ""
    portal: bool = False

    def identity(self, url: str) -> str | None:
        """The page's identity on this site, or None when the address is no article of it.

        >>> site = Site("mk", ("mk.co.kr",), re.compile(r"mk\\.co\\.kr/news/(?P<id>\\d+)"))
        >>> site.identity("http://MK.co.kr:80//news/113?a=1#top"), site.identity("https://mk.co.kr/login?to=mk.co.kr/news/113")
        ('113', None)
        """
        host, _, path, query, _ = _parts(url)
        if not any(host == domain or host.endswith(f".{domain}") for domain in self.domains):
            return None
        match = self.article_url.search(f"//{host}{path}" + (f"?{query}" if query else ""))
        # An address inside another one is a wish to log in or to share, and another page.
        if match is None or match.start() > len(host) + 1:
            return None
        return "/".join(value for name, value in sorted(match.groupdict().items()) if name.startswith("id") and value)

    def article(self, url: str) -> Site | None:
        """This site when the address is an article of it."""
        return self if self.identity(url) else None

    def key(self, url: str) -> str:
        """The key of a page of this site."""
        return f"{self.space or self.name}/{self.identity(url)}"

    def address(self, url: str) -> str:
        """The address to fetch a page of this site at."""
        return self.template.format(self.identity(url)) if self.template else without_tracking(url)


class Sites:
    """All known sites: finds the one an address belongs to, and the key of any address."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._by_domain: dict[str, list[Site]] = {}
        self._by_name: dict[str, Site] = {}
        for site in sites:
            self._by_name[site.name] = site
            for domain in site.domains:
                self._by_domain.setdefault(domain, []).append(site)

    def find(self, url: str) -> Site | None:
        """The site whose domain the address is on; of several, the one that knows its shape.

        >>> sites = Sites([Site("mk", ("mk.co.kr",), re.compile(r"mk\\.co\\.kr/(?:news/\\w+|article)/(?P<id>\\d+)"))])
        >>> sites.key("https://m.mk.co.kr/news/stock/11330362?utm_source=x"), sites.key("http://www.mk.co.kr/article/11330362")
        ('mk/11330362', 'mk/11330362')
        """
        host = _parts(url).host
        while host:
            sites = self._by_domain.get(host)
            if sites:
                return next((site for site in sites if site.identity(url)), sites[0])
            _, _, host = host.partition(".")
        return None

    def article(self, url: str) -> Site | None:
        """The site that the address is an article of, or None."""
        site = self.find(url)
        return site.article(url) if site else None

    def key(self, url: str) -> str:
        """The key of a page: ``name/identity`` on a known site, else the address without its noise."""
        site = self.article(url)
        return site.key(url) if site else plain_key(url)

    def page_key(self, url: str) -> str | None:
        """The key of an address that names one page, or None: a front page given as the "original" names none.

        Whatever has the same original is one piece, so an address in doubt names none: front pages, lists and searches, and
        on a known site whatever is no article there.

        >>> Sites([]).page_key("https://www.example.kr/"), Sites([]).page_key("https://example.kr/view.php?ud=20230907000489")
        (None, 'example.kr/view.php?ud=20230907000489')
        >>> Sites([]).page_key("https://example.kr/news/articleList.html?sc_serial_code=20240901"), Sites([]).page_key("mailto:a@example.kr/123")
        (None, None)
        """
        site = self.find(url)
        if site:
            return site.key(url) if site.article(url) else None
        key = plain_key(url)
        host, _, path, query, _ = _parts(url)
        if not host or LIST.search(path.rstrip("/")):
            return None
        telling = path + "&".join(pair for pair in _identifying(query) if not LISTED.match(pair))
        return key if re.search(r"\d{3}", telling) else None

    def is_portal(self, source: str) -> bool:
        """Whether the source of this name shows other publishers' articles."""
        site = self._by_name.get(source)
        return site is not None and site.portal


def plain_key(url: str) -> str:
    """An address without what the same page is also reached with: scheme, host alias, AMP, tracking, order, fragment.

    >>> plain_key("http://www.busan.com/view/busan/view.php?code=2024012212522063152&utm_source=x#top")
    'busan.com/view/busan/view.php?code=2024012212522063152'
    >>> plain_key("https://m.example.kr//news/4711/amp/?b=2&amp;a=%7e") == plain_key("http://example.kr:80/news/4711?a=~&b=2")
    True
    >>> plain_key("https://example.kr/news/articleViewAmp.html?page=2&idxno=4711")
    'example.kr/news/articleView.html?idxno=4711'
    """
    host, port, path, query, fragment = _parts(url)
    if not host:
        return url.strip()
    host = ALIAS.sub("", host) + port
    # A session is no page.
    path = re.sub(r";jsessionid=[^/;]*", "", path, flags=re.I).rstrip("/")
    if article := re.match(ND_SOFT, f"{path}?{query}"):
        return f"{host}/news/articleView.html?idxno={article['id']}"
    # Under an article's number only: /tag/amp is about the maker of amplifiers.
    if re.search(r"\d{3}", path):
        path = re.sub(r"(?:/amp)+$", "", path)
    # A parameter without a value tells nothing, one without a name may be the page (news1.kr/articles/?5411234).
    query = "&".join(sorted(pair for pair in _identifying(query) if not pair.endswith("=") and not AMP.fullmatch(pair)))
    # `#!/news/12` is a page of an application that has one address.
    route = f"#{fragment}" if fragment.startswith(("!", "/")) else ""
    return host + path + (f"?{query}" if query else "") + route


def without_tracking(url: str) -> str:
    """The same address with the parameters that identify the page, in their order, and no fragment.

    >>> without_tracking("https://www.sedaily.com/article/20024658?ref=naver")
    'https://www.sedaily.com/article/20024658'
    """
    parts = urlsplit(_unescaped(url))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "&".join(_identifying(parts.query)), ""))


def address(base: str, link: str | None) -> str | None:
    """A link of a page as the address that a browser would ask for; None when it is none of the web.

    >>> address("https://www.example.kr/news/4711", " /img/환율 1.jpg\\n"), address("https://a.kr/", "//img.a.kr/\\x1b[31m.jpg")
    ('https://www.example.kr/img/환율%201.jpg', 'https://img.a.kr/%1B[31m.jpg')
    >>> address("https://a.kr/news/", "..\\\\img\\\\1.jpg?a=\\\\"), address("https://a.kr/", "https:\\\\/\\\\/img.a.kr\\\\/1.jpg")
    ('https://a.kr/img/1.jpg?a=\\\\', 'https://img.a.kr/1.jpg')
    >>> [address("https://www.example.kr/", link) for link in ("http://[광고]", "javascript:alert(1)", "http://a b.kr/", "//", None)]
    [None, None, None, None, None]
    """
    link = DROPPED.sub("", (link or "").strip(EDGES))
    if "\\" in link:
        path, mark, query = link.partition("?")
        link = path.replace("\\/", "/").replace("\\", "/") + mark + query
    if not link or len(link) > LONGEST or link == "//" or link.startswith("///"):
        return None
    try:
        whole = urljoin(base, link)
        if not PLAIN.match(whole):
            parts = urlsplit(whole)
            parts.port  # noqa: B018 - no number: no address
            if parts.scheme not in ("http", "https") or not parts.hostname or UNSENT.search(parts.netloc):
                return None
    except ValueError:
        return None
    return UNSENT.sub(_sent, whole)


def _sent(found: re.Match[str]) -> str:
    return "%EF%BF%BD" if "\ud800" <= found[0] <= "\udfff" else quote(found[0])


class _Parts(NamedTuple):
    """An address in one spelling; without a host when it is none of the web."""

    host: str
    port: str
    path: str
    query: str
    fragment: str


@lru_cache(maxsize=4096)  # of an address the site, the identity, the key and more are asked
def _parts(url: str) -> _Parts:
    if len(url) > LONGEST:
        return _Parts("", "", "", "", "")
    try:
        parts = urlsplit(_unescaped(url))
        port = parts.port
    except ValueError:
        return _Parts("", "", "", "", "")
    if parts.scheme not in ("http", "https", ""):
        return _Parts("", "", "", "", "")
    host = (parts.hostname or "").lower().rstrip(".")
    path = re.sub("/{2,}", "/", _spelled(parts.path))
    return _Parts(host, "" if port in (None, 80, 443) else f":{port}", path, _spelled(parts.query), parts.fragment)


def _unescaped(url: str) -> str:
    return ENTITY.sub(_meant, url.strip())


def _meant(found: re.Match[str]) -> str:
    character = html.unescape("&" + found[1])
    return found[0] if UNSENT.search(character) else character


def _spelled(text: str) -> str:
    """The same path or query with everything percent-encoded that must be, and nothing else.

    >>> _spelled("/%ea%b0%80/가/%4e%7e%2f/100%")
    '/%EA%B0%80/%EA%B0%80/N~%2F/100%25'
    """

    def one(found: re.Match[str]) -> str:
        if not found[1]:
            return "%25"
        character = chr(int(found[1], 16))
        return character if UNRESERVED.fullmatch(character) else found[0].upper()

    return re.sub(r"%([0-9a-fA-F]{2})?", one, quote(text, safe="%/?:@!$&'()*+,;=[]|"))


def _identifying(query: str) -> list[str]:
    return [
        pair
        for pair in query.split("&")
        if pair and not TRACKING.fullmatch(pair.partition("=")[0]) and not REFERRER.fullmatch(pair)
    ]
