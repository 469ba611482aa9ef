"""Ways in which a page, a feed or an answer in JSON can be broken, each a function from a text to another one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

Mutator = Callable[[Random, str], str]
"""From a text to a broken one; all that is chosen is chosen by the generator, so that a seed names it."""

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)>")
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*')""")
ADDRESS = re.compile(r"""((?:href|src|data-src|srcset)\s*=\s*["'])([^"']+)|((?:https?:)?//[^\s"'<>]+)""")
TIME = re.compile(r"\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}[\sT.]*(?:\d{1,2}:\d{2}(?::\d{2})?)?|\b\d{14}\b")
TOKEN = re.compile(r'"(?:[^"\\]|\\.){0,400}"(?=\s*[,}\]])|-?\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b')
SCRIPT = re.compile(r"(<script[^>]*(?:json|__next)[^>]*>)(.*?)(</script>)", re.S | re.I)

SIGNS = (
    *"\0 \x01 \x08 \x0b \x0c \x1b[31m \x1c \x1f \x7f \x80 \x85 \x9b31m \xad \u034f \u061c \u115f \u180e \u200b \u200d \u200f".split(
        " "
    ),
    *"\u2028 \u2029 \u202e \u2060 \u2066 \u2069 \ufeff \ufff9 \ufffc \ufffd \ufffe \uffff \U0001fffe \U000e0041 \U0010ffff \u3164".split(
        " "
    ),
    *("\U0001f468\u200d", "가\u0301", "\r", "\t", "\u0301" * 40, "\u202d\u202c", "\x1b]0;t\x07"),
)
REFERENCES = """
    &#0; &#1; &#8; &#11; &#12; &#27;[31m &#x1B; &#x1b &#127; &#128; &#x9b; &#155; &#x85; &#xD800; &#xDFFF; &#55296; &#xFFFE; &#xFFFF; &#65535
    &#x110000; &#99999999999; &#x1FFFE; &#xFEFF; &#8232; &#x2029; &#8238; &#x2066; &#x200b; &#-1; &#; &#x; &#xg; & && &amp;amp;amp;lt;b&gt;
    &amp;#27; &amp;#xD800; &nbsp; &shy; &zwj; &NewLine; &Tab; &unknown; &lt;script&gt; &NotEqualTilde; &copy &notit; &#00000000000000000027;
""".split()
OPENERS = """
    <!-- <!--> <![CDATA[ ]]> <? <?xml <!DOCTYPE <!ENTITY <! </ < > <script> <script type="application/ld+json"> <style> <plaintext> <xmp> <title>
    <textarea> <noscript> <template> <svg> <math> <select> <frameset> <iframe> <object> <body> <html> <head> </body> </html> </head> </div> </p> <p>
    <table> <tr> <td> <li> <a> <h1> <figure> <button> <form> <noframes> <image> <br/> </br> <s> <sup> <sub> <pre> <details> <ruby> <rt> <option>
""".split()
WRAPPERS = """
    svg math template table noscript select title textarea object button figure a s del sup pre li td caption nav footer aside details iframe
    ruby marquee font center form label video canvas foreignObject annotation-xml h1 ul dl blockquote
""".split()
CHARSETS = """
    utf-16 utf-32 utf-7 base64 zip hex rot13 idna punycode unicode_escape raw_unicode_escape undefined mbcs uu bz2 cp949 euc-kr johab iso-2022-kr
    iso-2022-jp hz shift_jis gb18030 big5hkscs latin1 ascii utf-8-sig utf8 euc_kr x-user-defined none 가 ../x utf\0-8 quopri utf_16_le cp65001
""".split(" ")
WORDS = """
    &#xD800; 0000-00-00T00:00:00Z 99999-01-01T00:00:00Z 9999-12-31T23:59:59-12:00 0001-01-01T00:00:00+23:59 2026-13-40T99:99:99 2026-11-20T10:00:00+99:99
    1e308 253402300800 -62135596801 20261320256199 2026-02-30T10:00:00+09:00 2026-11-20T24:00:00 0000.00.00.00:00 9999년99월99일99시99분 2026-11-20T10:00:00+24:00
    2026-11-20T10:00:00-23:60 Fri,31Dec9999 ２０２６-１１-２０ ٢٠٢٦-11-20T10:00 NaN -1 ⅣⅤ 20²6-11-20T10:00 1000-01-01T00:00
""".split()
BARE = '"headline":"금리","articleBody":"금리"'
VALUES = (
    'null true false 0 -1 1.5 1e999 -1e999 NaN Infinity [] {} [null] [[]] [[[1]]] [{}] {"name":null} {"@value":1} {"name":{"name":[1]}} '
    '[{"name":["하도경",1]}] {"@type":["Person",null],"name":1} {"@type":{"a":1}} ["a",1,null,{}] "" " " "\\ud800" "\\udfff\\ud800" "\\u0000" '
    '"\\u001b[31m" "\\u009b" "\\u2028" "\\ufeff" "\\ufffe" "<b>" "</script>" "&#xD800;" "&#27;" "\\x" "a\tb" 253402300800 1e308 "http://[" "//[" "$1" "$undefined"'
).split(" ") + ['"' + word + '"' for word in WORDS]
SHAPES: tuple[Callable[[int], str], ...] = (
    lambda n: "[" * n + "]" * n,
    lambda n: '{"@graph":' * n + "1" + "}" * n,
    lambda n: '{"name":' * n + "1" + "}" * n,
    lambda n: "[" * n,
    lambda n: "9" * min(n, 5_000),
    lambda n: "-0." + "9" * n + "e99999",
    lambda n: '"' + "가" * n + '"',
    lambda n: '"' + "\\u001b\\ud800" * (n // 10) + '"',
    lambda n: "[" + '{"@type":"NewsArticle"},' * (n // 10) + "1]",
    lambda n: '{"@type":"NewsArticle","author":[' + '{"name":"하도경 기자"},' * (n // 10) + "{}]," + BARE + "}",
)
KEYS = """
    @type @graph headline name alternativeHeadline author datePublished dateModified articleSection publisher isAccessibleForFree articleBody image url
    mainEntityOfPage title subTitle content contentHtml content_elements byLines reporters deployDt sectionName premium caption type items rows header
    headlines subheadlines credits by taxonomy primary_section content_restrictions content_code display_date additional_properties
""".split()
LINES = (
    "(",
    "[",
    "/",
    "1",
    "20",
    "005930",
    " ",
    "가 ",
    "다. ",
    "1조 ",
    "Aa ",
    "=",
    "<b>",
    "&",
    "기자 ",
    "2026.",
    "|",
    "·",
    "ⓒ",
    "\t",
    "(사진=",
    "a@",
    "@",
    "▲",
    "http://",
    ".",
    "\u3000",
    "①",
    "무단",
    "-",
    "“",
    "^",
    "1.",
    "%",
    "'",
    "입력 ",
    "관련기사 ",
    "하도경 기자 ",
    "<br>",
    "</p><p>",
    "<sup>2</sup>",
    "x=",
    "&#",
)
STYLES = """
    .a{ } .a{display:none .a{display:none}} @media{ @media(min-width:1e999px){.a{display:none}} @import"x" *{display:none} :not(:not(:not(p))){x:y} ::before{}
    p:nth-child(1e9n+1){display:none} [a="{}"]{display:none} \\{} .\\31 {x} a>>b{x:y} p{font-size:1e999px} p{font-size:0} li{list-style:none} p{position:absolute;left:-1e9px}
    .a,,.b{x} {} }}} /* /**/*/ p{display:\\6e one} p{color:#} :is( p:has(>p){display:none} @supports(x){p{display:none}} ol{counter-reset:a 1e99} <!--p{}--> |p{} *|*{} p{display:none!important}
""".split()
DECLARED = '<!DOCTYPE r [<!ENTITY a "{0}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/hostname">]>'


def hostile_address(r: Random, own: str, n: int) -> str:
    """An address that is none, or hardly one; ``own`` is one of the page's, ``n`` how long a long one is."""
    return r.choice(
        (
            "http://[", "http://[::1", "http://[광고]/a.jpg", "http://a:b@c:99999/", "http://c:port/1", "//[", "///", "http:///", "http://", "http:", "//",
            "https://" + "a" * n + ".kr/1", "/" + "가" * n, " https://img.kr/a b.jpg ", "javascript:alert(1)", "file:///etc/hostname", "data:image/png;base64,AAAA",
            "https://img.kr/\x1b[31m.jpg", "https://img.kr/\x9b31m.jpg", "https://img.kr/\u202egpj.jpg", "https://img.kr/&#27;[31m.jpg", "https://img.kr/&#xD800;.jpg",
            "https://img.kr/a\u2066b\u2028.jpg", "http://１２７.0.0.1/a.jpg", "http://\u2100.kr/1.jpg", "https://a..kr/1", "https://" + "." * 300, "http://[v1.x]/",
            "http://[fe80::1%25en0]/", "\\\\img.kr\\a.jpg", "https:\\\\img.kr\\a.jpg", "?", "#", "", " ", "mailto:a@b.kr", "https://img.kr/%00%zz%1b%", "https://img.kr/a\nb.jpg",
            "http://a@b@c/", "//user:pass@img.kr/a.jpg", "%", "https://img.kr/" + "../" * (n // 3), "\u2028", "../" * 50, "https://img.kr:80a/", "https://xn--/1", "ftp://img.kr/a.jpg",
            own + "\x1b[31m", own + "&#27;[31m", own + "?a=\x9b", own + " 광고", own.replace("://", "://[", 1), own.replace("/", "//"), own.replace("//", "//[v6]", 1), own.upper(),
            own + "#" + "x" * n, "http://evil.kr/?u=" + own, own + "/" * n, own + "?" + "&a=" * (n // 3), own + "%", "&amp;".join(own), own + "\ufeff", "\u202e" + own,
            own + "?utm_source=" + "%1b" * 9, own.replace("https", "javascript"), "view-source:" + own, own + "\t\r\n", own.replace(".", "\u3002"), "http:" + own, own * 20,
        )
    )  # fmt: skip


def _some(r: Random, pattern: re.Pattern[str], text: str, change: Callable[[re.Match[str]], str], most: int = 6) -> str:
    """A text in which a few of a pattern's hits are changed."""
    hits = list(pattern.finditer(text))
    for hit in sorted(r.sample(hits, min(len(hits), r.randint(1, most))), key=re.Match.start, reverse=True):
        text = text[: hit.start()] + change(hit) + text[hit.end() :]
    return text


def _insert(r: Random, text: str, *new: str) -> str:
    """A text with something new at places where text stands, between tags for the most part."""
    for word in new:
        ends = [hit.end() for hit in TAG.finditer(text)]
        # What stands in the first third of a page is its head and its menu.
        inside = bool(ends) and r.random() < 0.4
        at = ends[r.randrange(len(ends) // 3, len(ends))] if inside else r.randint(0, len(text))
        text = text[:at] + word + text[at:]
    return text


def _in_head(text: str, new: str) -> str:
    at = text.lower().find("<head>")
    return text[: at + 6] + new + text[at + 6 :] if at >= 0 else new + text


def _size(r: Random, *sizes: int) -> int:
    return r.choice(sizes)


def cut(r: Random, text: str) -> str:
    """The text up to a letter anywhere; a page may have its end all the same."""
    return text[: r.randint(0, len(text))] + r.choice(("", "", "</body></html>", "\n</html>"))


def holed(r: Random, text: str) -> str:
    """The text without a piece of it."""
    start = r.randint(0, len(text))
    return text[:start] + text[start + r.randint(1, 2_000) :]


def doubled(r: Random, text: str) -> str:
    """The text twice, or a piece of it several times."""
    if r.random() < 0.2:
        return text + text
    start = r.randint(0, len(text))
    piece = text[start : start + r.randint(1, 3_000)]
    return text[:start] + piece * r.randint(2, 30) + text[start:]


def tags_doubled(r: Random, text: str) -> str:
    """Tags that stand twice, or a few hundred times."""
    return _some(r, TAG, text, lambda tag: tag[0] * r.choice((2, 2, 2, 9, 300)))


def tags_removed(r: Random, text: str) -> str:
    """Tags that are missing, or every one of a name."""
    if r.random() < 0.3 and (names := sorted({tag[2] for tag in TAG.finditer(text)})):
        name, ends = r.choice(names), r.random() < 0.5
        return TAG.sub(lambda tag: "" if tag[2] == name and (not ends or tag[1]) else tag[0], text)
    return _some(r, TAG, text, lambda tag: "", 40)


def tags_swapped(r: Random, text: str) -> str:
    """Tags in each other's places, or under another name."""
    tags = [tag[0] for tag in TAG.finditer(text)] or ["<p>"]
    return _some(r, TAG, text, lambda tag: r.choice((r.choice(tags), tag[0].upper(), f"<{tag[1]}{r.choice(WRAPPERS)}{tag[3]}>")), 20)  # fmt: skip


def nested(r: Random, text: str) -> str:
    """An element that holds itself, up to ten thousand times."""
    times = _size(r, 2, 20, 100, 200, 240, 260, 300, 1_000, 2_100, 10_000)
    wrap, name = (
        r.random() < 0.5,
        r.choice(("div", "b", "span", "p", "li", "table", "td", "a", "ul", "section", "blockquote", "sup", "font")),
    )
    opened = f"<{name}>" * times
    if wrap and (body := re.search("<body[^>]*>", text)):
        return text[: body.end()] + opened + text[body.end() :]
    closed = f"</{name}>" * times * r.randint(0, 1)
    return _some(r, TAG, text, lambda tag: f"{opened}하도경 기자는 기준금리가 2.50%라고 말했다.{closed}" + tag[0], 2)


def attributes(r: Random, text: str) -> str:
    """Attributes emptied, doubled, huge, without a quotation mark, with signs that have no place there."""

    def change(found: re.Match[str]) -> str:
        name, value = found[1], found[2][1:-1]
        return r.choice(
            (
                f'{name}=""', name, f'{name}="{value}" {name}="x"', f'{name}="{value * 300}"', f'{name}="{value}', f"{name}={value}", f"{name}='{value}\"",
                f'{name}="{r.choice(SIGNS)}{value}{r.choice(SIGNS)}"', f'{name}="{r.choice(REFERENCES)}{value}"', f'{r.choice(SIGNS)}{name}="{value}"',
                f'style="display:none" {name}="{value}"', f'style="{r.choice(STYLES)};font-size:1e999em" {name}="{value}"', f'{name}="{"가" * r.choice((1_000, 100_000))}"',
                f'hidden {name}="{value}"', f'class="{value} blind article ad" {name}="{value}"', f'xmlns:a="b" a:{name}="{value}"', f'={name}="{value}"', f'lang="{value}"',
            )
        )  # fmt: skip

    return _some(r, ATTRIBUTE, text, change, 12)


def renamed(r: Random, text: str) -> str:
    """Classes and ids in each other's places, or under names that no site has."""
    names = [hit[2] for hit in ATTRIBUTE.finditer(text) if hit[1] in ("class", "id")]
    if not names:
        return text
    taken = r.choice((['"x"'], names, ['"caption"', '"ad related"', '"reporter"', '"blind"', '"article_body"']))
    share = r.choice((0.05, 0.3, 1))

    def change(hit: re.Match[str]) -> str:
        return f"{hit[1]}={r.choice(taken)}" if hit[1] in ("class", "id") and r.random() < share else hit[0]

    return ATTRIBUTE.sub(change, text)


def signs(r: Random, text: str) -> str:
    """Signs that a reader does not see, or that a terminal obeys, in texts and attributes."""
    if r.random() < 0.3:
        return _some(
            r, re.compile("[가-힣] |>[가-힣]|[가-힣]<"), text, lambda hit: hit[0][0] + r.choice(SIGNS) + hit[0][1], 200
        )
    return _insert(r, text, *r.choices(SIGNS, k=r.randint(1, 12)))


def references(r: Random, text: str) -> str:
    """References of numbers out of range, of controls, and in each other."""
    if r.random() < 0.3:
        return _some(
            r,
            re.compile("[가-힣] |>[가-힣]|[가-힣]<"),
            text,
            lambda hit: hit[0][0] + r.choice(REFERENCES) + hit[0][1],
            200,
        )
    return _insert(r, text, *r.choices(REFERENCES, k=r.randint(1, 12)))


def openers(r: Random, text: str) -> str:
    """Comments, scripts and other elements that nobody closes."""
    return _insert(r, text, *r.choices(OPENERS, k=r.randint(1, 4)))


def wrapped(r: Random, text: str) -> str:
    """The whole page, or a part of it, in an element that is no place for it."""
    name = r.choice(WRAPPERS)
    body = re.search("<body[^>]*>", text)
    if body and r.random() < 0.6:
        end = text.rfind("</body")
        return text[: body.end()] + f"<{name}>" + text[body.end() : end] + f"</{name}>" * r.randint(0, 1) + text[end:]
    return _some(r, TAG, text, lambda tag: f"<{name}>{tag[0]}" if not tag[1] else f"{tag[0]}</{name}>", 3)


def tables(r: Random, text: str) -> str:
    """Tables with cells over a thousand million rows, or of very many cells."""
    span = r.choice(('rowspan="1000000000"', 'colspan="99999"', 'rowspan="0"', 'colspan="-1" rowspan="1e9"', 'rowspan="65534" colspan="1000"', 'colspan="²"', f'colspan="{"9" * 5_000}"', 'colspan=" 3 px"'))  # fmt: skip
    rows, cells = r.choice(((3, 3), (3, 3), (400, 3), (2, 1_000), (60, 60)))
    row = "<tr>" + "".join(f"<td {span if r.random() < 0.2 else ''}>매출 {i},000" for i in range(cells))
    table = f"<table>{row * rows}" + ("<td><table><tr><td>" * r.choice((0, 1, 30, 200))) + "</table>" * r.randint(0, 1)
    return _insert(r, text, table)


def lists(r: Random, text: str) -> str:
    """Lists whose numbers are no numbers, or too large."""
    numbers = (
        "1000000000",
        "-5",
        "0",
        "a",
        "1e400",
        "²",
        "9" * 5_000,
        "",
        " 7 ",
        "+3",
        "2147483648",
        "-99999999999",
        "3999",
        "٣",
    )
    kind, start, value = r.choice(("1", "a", "A", "i", "I", "x", "")), r.choice(numbers), r.choice(numbers)
    items = "".join(
        f"<li value='{value}'>" * (r.random() < 0.3) + f"<li>{i}번 문항은 매출이다"
        for i in range(r.choice((3, 3, 3_000)))
    )
    return _insert(
        r, text, f'<ol type="{kind}" start="{start}" {r.choice(("reversed", ""))}>{items}' + "</ol>" * r.randint(0, 1)
    )


def bases(r: Random, text: str) -> str:
    """A ``<base>`` that leads nowhere."""
    return _in_head(text, f'<base href="{_address(r, text)}">' * r.randint(1, 2))


def charsets(r: Random, text: str) -> str:
    """A page that calls its encoding by a name that is none, or another one's."""
    label = r.choice(CHARSETS)
    if text.lstrip().startswith("<?xml"):
        return re.sub(r"<\?xml[^>]*\?>", f'<?xml version="1.0" encoding="{label}"?>'.replace("\\", ""), text, count=1)
    text = re.sub(r"charset=[\"']?[\w-]+", "", text)
    return _in_head(
        text,
        r.choice(
            (f'<meta charset="{label}">', f'<meta http-equiv="Content-Type" content="text/html; charset={label}">')
        ),
    )


def _address(r: Random, text: str) -> str:
    own = [hit[2] or hit[3] for hit in ADDRESS.finditer(text)]
    return hostile_address(r, r.choice(own or ["https://www.example.kr/news/4711"]), _size(r, 100, 3_000, 100_000))


def addresses(r: Random, text: str) -> str:
    """Links and pictures whose addresses are none."""
    return _some(r, ADDRESS, text, lambda hit: (hit[1] or "") + _address(r, text), 12)


def named(r: Random, text: str) -> str:
    """A canonical link and an ``og:url`` that are no addresses, or those of other pages."""
    return _in_head(
        text, f'<link rel="canonical" href="{_address(r, text)}"><meta property="og:url" content="{_address(r, text)}">'
    )


def _value(r: Random) -> str:
    if r.random() < 0.12:
        return r.choice(SHAPES)(_size(r, 10, 500, 900, 1_100, 5_000, 100_000))
    return r.choice(VALUES)


def json_ld(r: Random, text: str) -> str:
    """JSON-LD with values of every wrong type, too deep, too long, or no JSON."""
    keys = r.sample(KEYS[:14], r.randint(2, 8))
    pairs = [f'"{key}":{_value(r)}' for key in keys] + ['"@type":"NewsArticle"'] * (r.random() < 0.8) + [BARE]
    r.shuffle(pairs)
    data = r.choice(
        ("{%s}", "[{%s}]", '{"@graph":[{%s}]}', "{%s", "//<![CDATA[\n{%s}\n//]]>", "<!--{%s}-->", "{%s}{}")
    ).replace("%s", ",".join(pairs))
    return _in_head(text, f'<script type="application/ld+json">{data}</script>')


def scripts(r: Random, text: str) -> str:
    """An article inside a script, of the kinds that are read, with values of every wrong type."""
    pairs = [f'"{key}":{_value(r)}' for key in r.sample(KEYS, r.randint(2, 12))]
    pairs += [
        r.choice(
            (
                '"content":"<p>기준금리를 2.50%로 동결했다고 밝혔다.</p>"',
                '"content_elements":[{"type":"text","content":"<p>동결했다."},VALUE]'.replace("VALUE", _value(r)),
            )
        )
    ]
    data = "{" + ",".join(pairs) + "}"
    page = r.choice(
        (
            f'<script type="application/json">{{"props":{{"pageProps":{data}}}}}</script>', f"<script>Fusion.globalContent={data};x=1</script>",
            f"<script>self.__next_f.push([1,{json.dumps('1:' + data + chr(10))}])</script>", f"<script>self.__next_f.push([1,{json.dumps('1:Tffffff,' + data)}])</script>",
            f'<script>self.__next_f.push([1,"1:{data}"])</script>', f"<script>Fusion.globalContent = {data[:-2]}</script>", f"<script>self.__next_f.push([1,{_value(r)}])</script>",
            f'<script type="application/json">{{"pageProps":{_value(r)}}}</script>', f"<script>Fusion.globalContent={{}}{_value(r)}</script>",
        )
    )  # fmt: skip
    return _in_head(text, page) if r.random() < 0.5 else _in_head(re.sub("<(?:p|div)", "<x", text), page)


def values(r: Random, text: str) -> str:
    """The JSON that is there already, with values of another type and keys that stand twice."""

    def change(hit: re.Match[str]) -> str:
        return _value(r) if r.random() < 0.8 else f'{hit[0]},"{r.choice(KEYS)}":{_value(r)}'

    found = list(SCRIPT.finditer(text))
    if text.lstrip()[:1] in ("{", "["):
        return _some(r, TOKEN, text, change)
    if not found:
        return json_ld(r, text)
    script = r.choice(found)
    return text[: script.start(2)] + _some(r, TOKEN, script[2], change) + text[script.end(2) :]


def times(r: Random, text: str) -> str:
    """Times of no calendar."""
    return _some(r, TIME, text, lambda hit: r.choice(WORDS), 20)


def pictures(r: Random, text: str) -> str:
    """Pictures whose addresses, sizes and sets of sizes are none."""
    size = r.choice(("1e9", "9" * 5_000, "²", "-1", "", "0", "10px", "٣"))
    address = _address(r, text)
    new = r.choice(
        (
            f'<img src="{address}" width="{size}" height="{size}">', f'<img srcset="{address} {size}w, {address} 2x" src="">', f'<picture><source srcset="{address} {size}x"></picture>',
            f'<figure><img data-src="{address}"><figcaption>{r.choice(SIGNS)}사진{r.choice(REFERENCES)}</figcaption></figure>', f'<img data-x="{address}.jpg" src="data:">',
            f'<noscript><img src="{address}"></noscript>', f'<img src="x?fname={address}">', f'<img src="https://img.kr/t?fname=https://[" alt="{r.choice(SIGNS)}">', f'<img srcset="{"a.jpg 1w, " * 3_000}">',
        )
    )  # fmt: skip
    return _insert(r, text, *[new] * r.choice((1, 1, 3, 100)))


def long_lines(r: Random, text: str) -> str:
    """A line, a headline or a byline of very many signs."""
    line = r.choice(LINES) * _size(r, 1_000, 10_000, 50_000)
    places = (
        r"<title>",
        r"<h1[^>]*>",
        r"""<meta[^>]*content=["']""",
        r"<p[^>]*>",
        r"""class=["'][^"']*(?:byline|reporter|writer)[^"']*["'][^>]*>""",
        r"<body[^>]*>",
        r"기자",
    )
    return _some(r, re.compile(r.choice(places)), text, lambda hit: hit[0] + line[:1_000_000], 2)


def metas(r: Random, text: str) -> str:
    """Meta tags without content, with too much of it, or twice."""
    names = "og:title article:published_time article:author og:site_name article:section og:description og:image dable:author og:regDate og:article:author date title".split()

    def content() -> str:
        words = (r.choice(SIGNS), r.choice(REFERENCES), r.choice(WORDS), "", " ", "|", "가" * _size(r, 600, 100_000))
        return r.choice((*words, "<b>하도경</b>", "하도경 기자|마서윤", "http://["))

    return _in_head(
        text,
        "".join(
            f'<meta {r.choice(("name", "property", "itemprop"))}="{name}" content="{content()}">'
            for name in r.sample(names, r.randint(1, 6))
        ),
    )


def untitled(r: Random, text: str) -> str:
    """A page without a headline: no title, no heading, no meta tag of it."""
    text = re.sub(r"<title>.*?</title>", r.choice(("", "<title></title>", "<title>")), text, flags=re.S)
    text = re.sub(r"<meta[^>]*title[^>]*>", "", text)
    return re.sub(r"</?h1[^>]*>", "", text) if r.random() < 0.5 else text.replace('"headline"', '"x"')


def styles(r: Random, text: str) -> str:
    """Style sheets that are none, and styles at elements."""
    sheet = "\n".join(r.choices(STYLES, k=r.randint(1, 12))) * r.choice((1, 1, 1, 400))
    names = re.findall(r'class="([\w-]+)', text)
    sheet += "".join(
        f".{r.choice(names)}{{{r.choice(('display:none', 'display:', 'font-size:9e999%', 'visibility:hidden', 'position:fixed;top:-1e400px'))}}}"
        for _ in range(3 if names else 0)
    )
    return _in_head(text, f"<style>{sheet}" + "</style>" * (r.random() < 0.9))


def raised(r: Random, text: str) -> str:
    """Raised and lowered digits, lines of ``pre``, ruby, in each other."""
    parts = ("<sup>2</sup>", "<sub>x<sub>2</sub></sub>", "<sup><sup><sup>1)</sup></sup></sup>", "<pre>\t\t1\n 2\r\n\x0b3</pre>", "<ruby>金<rt>금", "10<sup>" + "1" * 9_999 + "</sup>", "<sup><p>1</p></sup>", "<sup><br></sup>", "<math><msup><mi>x</mi><mn>2</mn></msup></math>", "<s>1</s>", "<sup>\x1b</sup>", "<pre>" + "\t" * 9_999, "<sup>&#xD800;</sup>", "<sub>" * 300)  # fmt: skip
    return _insert(r, text, *r.choices(parts, k=r.randint(1, 9)))


def other_answers(r: Random, text: str) -> str:
    """An answer that is another thing: nothing, blanks, JSON, a program, a picture, a feed."""
    return r.choice(
        (
            "", " ", "\ufeff", "\0", "\n" * 1_000, "{}", "[]", "null", "<html></html>", "<html><body></body></html>", "</body>", "<", "%PDF-1.7\n" + text, "\x89PNG\r\n\x1a\n\0\0" + text,
            '<?xml version="1.0"?><rss><channel><item><link>https://[</link></item></channel></rss>', "<!doctype html>", "<!--" + text + "--></html>", '{"html":' + json.dumps(text) + "}",
            text.replace("<", "&lt;"), "\x1f\x8b" + text, text.replace("\n", "\r"), text.replace(" ", "\xa0"), "<body>" * 3_000 + "</body>", "404 Not Found", '{"rendered":{"x":1}}',
            '{"renderedComponent":{"SECTION_ARTICLE_LIST_FOR_LATEST":[1]}}', '{"renderedComponent":null}', "<frameset><frame src=x></frameset></html>", "<a>" * 3_000 + "</body>", "<p>" * 50_000 + "</body>",
        )
    )  # fmt: skip


def crowded(r: Random, text: str) -> str:
    """Elements, links, pictures, names or letters by the thousand, one beside the other."""
    n, own = _size(r, 1_000, 3_000, 10_000), [tag[0] for tag in TAG.finditer(text) if not tag[1]] or ["<p>"]
    unit = r.choice(own)
    end = "</" + TAG.sub(r"\2", unit) + ">"
    pictures, names = (",".join([f'"{each}"'] * n) for each in ("https://img.kr/a.jpg", "하도경 기자"))
    return r.choice(
        (
            lambda: _insert(r, text, f"{unit}{r.choice(('', '가', '하도경 기자 ', '1'))}{end}" * n),
            lambda: _insert(r, text, "".join(f'<a href="/news/{i}">기준금리 {i}</a>' for i in range(n))),
            lambda: _insert(r, text, "".join(f'<img src="/img/{i}.jpg" alt="기준금리">' for i in range(n))),
            lambda: _insert(r, text, "<figure><img src=/a.jpg><figcaption>기자 기자 기자 하도경 기자</figcaption></figure>" * (n // 10)),
            lambda: _in_head(text, f'<meta property="article:author" content="{"하도경 기자, " * n}">'),
            lambda: _in_head(text, '<meta property="article:author" content="하도경 기자">' * n),
            lambda: _in_head(text, f"<title>{'기준금리 2.50% 동결 | ' * (5 * n)}</title>"),
            lambda: _in_head(text, f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{"한은은 금리를 2.50%로 동결했다. " * (5 * n)}"}}</script>'),
            lambda: _in_head(text, f'<script type="application/ld+json">{{"@type":"NewsArticle","image":[{pictures}],"author":[{names}],{BARE}}}</script>'),
            lambda: _some(r, re.compile(r"기자|</p>|</title>"), text, lambda hit: r.choice(RUNS) * (n // 10) + hit[0], 3),
        )
    )()  # fmt: skip


RUNS = (
    "전문기자",
    "기자 ",
    "Aa ",
    "[한빛일보 ",
    "(서울=",
    "하도경 ",
    "사진=",
    "2026.11.20 ",
    "입력 ",
    "a@b.kr ",
    "= ",
    "| ",
    "무단전재 ",
    "1.2.",
    "다. ",
)
"""What a byline, a dateline or a notice is made of, again and again."""


def heads(r: Random, text: str) -> str:
    """Heads that stand twice, that send the reader elsewhere, or that contradict each other."""
    own = re.search(r"<head\b.*?</head>", text, re.S)
    address = _address(r, text)
    extra = r.choice(
        (
            f'<meta http-equiv="refresh" content="0;url={address}">', f'<noscript><meta http-equiv="refresh" content="{r.choice(WORDS)};{address}"></noscript>', "<title>다른 기사</title>" * 2,
            f'<link rel="amphtml" href="{address}"><link rel="canonical" href="{address}">', '<meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="x">',
            f"<script>location.href='{address}'</script>", f"<script>document.write('<p>{r.choice(SIGNS)}')</script>", own[0] if own else "<head></head>", "</head><body></body>",
        )
    )  # fmt: skip
    return _in_head(text, extra) if r.random() < 0.7 else _insert(r, text, extra)


def marked(r: Random, text: str) -> str:
    """Microdata and RDFa that hold each other, or that hold none."""
    names = "headline articleBody author name datePublished dateModified articleSection image caption publisher".split()

    def change(tag: re.Match[str]) -> str:
        value = r.choice((*WORDS, *REFERENCES, "", _address(r, text), "[", "가" * 100_000))
        given = (f'itemprop="{" ".join(r.choices(names, k=r.choice((1, 1, 9))))}"', f'property="schema:{r.choice(names)}"', 'itemscope itemtype="https://schema.org/NewsArticle"', f'typeof="{r.choice(("NewsArticle", "Person", "["))}"', 'itemref="a a a"')  # fmt: skip
        return f'<{tag[1]}{tag[2]} {" ".join(r.sample(given, 2))} content="{value}" datetime="{value}"{tag[3]}>'

    return _some(r, re.compile(TAG.pattern.replace("(/?)", "()")), text, change, 30)


def entities(r: Random, text: str) -> str:
    """A document type with entities that grow, that lead to a file, or that nobody declared."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    uses = r.choices(
        ("&a;", "&b;", "&c;", "&d;", "&none;", "&nbsp;", "&middot;", "&", "&#xD800;", "&#27;", "<![CDATA[", "]]>"),
        k=r.randint(1, 8),
    )
    return (DECLARED.replace("{0}", r.choice(("가", "x" * 10_000, "&c;"))) if r.random() < 0.7 else "") + _insert(
        r, text, *uses
    )


def unclosed(r: Random, text: str) -> str:
    """Entries that hold each other, because nobody closed them."""
    items = re.findall(r"<(?:item|entry|url)\b.*?</(?:item|entry|url)>", text, re.S)
    name = r.choice(("item", "entry", "url", "link", "title", "channel"))
    if not items or r.random() < 0.3:
        return _some(r, TAG, text, lambda tag: f"<{name}>" * r.choice((30, 300)) + tag[0], 2)
    return text.replace(items[-1], items[-1].rpartition("</")[0] * r.choice((3, 40, 120)))


def namespaces(r: Random, text: str) -> str:
    """Prefixes that nobody declared, and declarations of nothing."""
    prefixes = ("x:", "a:b:", ":", "dc:", "atom:")
    declared = ("", ' xmlns=""', ' xmlns:x="http://["', ' xmlns:xml="x"')
    return _some(r, TAG, text, lambda tag: f"<{tag[1]}{r.choice(prefixes)}{tag[2]}{r.choice(declared)}{tag[3]}>", 12)


def feed_values(r: Random, text: str) -> str:
    """Entries whose links, times and headlines are none."""
    words = (
        *WORDS,
        *REFERENCES,
        *(s for s in SIGNS),
        "",
        " ",
        "광고",
        "<![CDATA[]]>",
        "<![CDATA[<b>]]>",
        "가" * 100_000,
        "</link><category>경제</category>" * 3_000,
    )
    return _some(
        r,
        re.compile(r">([^<>]+)<"),
        text,
        lambda hit: f">{r.choice((r.choice(words), _address(r, text), hit[1] * 30))}<",
        20,
    )


ANY: dict[str, Mutator] = {
    "cut": cut,
    "a hole": holed,
    "doubled": doubled,
    "signs": signs,
    "references": references,
    "charset": charsets,
    "addresses": addresses,
    "times": times,
    "another answer": other_answers,
    "openers": openers,
    "crowded": crowded,
}
"""What can befall any text."""

TREES: dict[str, Mutator] = {
    "tags doubled": tags_doubled,
    "tags removed": tags_removed,
    "tags swapped": tags_swapped,
    "nested": nested,
    "attributes": attributes,
}
"""What can befall HTML and XML."""

PAGES: dict[str, Mutator] = {
    **ANY,
    **TREES,
    "renamed": renamed,
    "wrapped": wrapped,
    "tables": tables,
    "lists": lists,
    "base": bases,
    "heads": heads,
    "microdata": marked,
    "canonical": named,
    "json-ld": json_ld,
    "scripts": scripts,
    "json values": values,
    "pictures": pictures,
    "long lines": long_lines,
    "metas": metas,
    "untitled": untitled,
    "styles": styles,
    "raised": raised,
}
FEEDS: dict[str, Mutator] = {
    **ANY,
    **TREES,
    "entities": entities,
    "unclosed": unclosed,
    "namespaces": namespaces,
    "feed values": feed_values,
}
ANSWERS: dict[str, Mutator] = {**ANY, "json values": values}
