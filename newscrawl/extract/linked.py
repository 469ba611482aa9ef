"""Read the article among the JSON-LD objects of a page, in the shapes that schema.org and the sites give it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newscrawl.extract import loose
from newscrawl.extract.address import kind
from newscrawl.extract.headline import is_name
from newscrawl.extract.raw import Raw
from newscrawl.text import titles
from newscrawl.text.references import resolved
from newscrawl.text.words import words
from newscrawl.urls import Site

Node = dict[str, Any]

ARTICLE = re.compile(r"(?:\w*Article|(?:Live)?BlogPosting|SocialMediaPosting|Report)$", re.I)
ORGANIZATION = re.compile(r"(?:Organization|Corporation|Newspaper|Brand)$")
# The keys behind which the page's own article stands; what itemListElement, hasPart, isPartOf and citation name is another's.
OWN = ("@graph", "@list", "@set", "@included", "mainEntity", "mainEntityOfPage", "breadcrumb")
TOLD = ("headline", "author", "datePublished", "dateModified", "articleSection", "articleBody")
# schema.org's context has these for JSON-LD's own: {"type": "NewsArticle", "id": …}.
ALIASES = {"type": "@type", "id": "@id"}
_VOCABULARY = re.compile(r"^(?:https?://schema\.org/|schema:)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_URL = re.compile(r"(?:https?:)?//|www\.")
# Latin words of accounts and houses in the place of a writer's name: "Super Admin", "Yonhap News".
ACCOUNTS = frozenset(words("accounts"))
MOST = 100  # articles of a page that are looked at
DEEPEST = 8  # lists and objects around a word


class Linked:
    """The objects in a page's JSON-LD scripts, and the article among them that is the page's.

    An object that names another address is not the page's, nor is one whose headline agrees with none of ``printed``, what
    the page calls its piece; of several the one counts whose address, else whose headline agrees, else the first.
    ``strange`` says what did not agree, for there is an article and it is not taken.
    """

    def __init__(self, scripts: Iterable[str], url: str, site: Site | None, named: list[str]) -> None:
        self._known: dict[str, Node] = {}
        self._crumbs: list[Node] = []
        self._url, self._site, self._named = url, site, named
        self._articles: list[Node] = []
        self.strange: list[str] = []
        for script in scripts:
            for node in _nodes(loose.values(script)):
                if isinstance(name := node.get("@id"), str) and len(node) > len(self._known.get(name, ())):
                    self._known[name] = node
                types = list(map(_last, _flat(node.get("@type"))))
                if any(map(ARTICLE.match, types)) and len(self._articles) < MOST:
                    self._articles.append(node)
                elif "BreadcrumbList" in types:
                    self._crumbs.append(node)

    def article(self, printed: Callable[[], list[str]]) -> Node | None:
        """The page's own article, or None."""
        kinds = [(self._kind(node), node) for node in self._articles]
        if own := [node for found, node in kinds if found == "own"]:
            return max(own, key=lambda node: sum(bool(node.get(key)) for key in TOLD))
        here = [node for found, node in kinds if found != "other"]
        if not here:
            self.strange = ["address"] if kinds else []
            return None
        titled = printed()
        for node in here:
            headline = self._headline(node)
            if headline and any(titles.agree(headline, line) for line in titled):
                return node
        unsaid = [node for node in here if not titled or not self._headline(node)]
        self.strange = [] if unsaid else ["headline"]
        return next(iter(unsaid), None)

    def raw(self, node: Node) -> Raw:
        """The fields of an article as printed."""
        publisher = self._word(node.get("publisher")) or self._word(node.get("sourceOrganization"))
        free = [
            node.get("isAccessibleForFree"),
            *(part.get("isAccessibleForFree") for part in _dicts(node.get("hasPart"))),
        ]
        return Raw(
            title=self._headline(node),
            subtitle=self._word(node.get("alternativeHeadline")),
            authors=list(self._people(node.get("author") or node.get("creator"))),
            published_at=self._word(node.get("datePublished")),
            modified_at=self._word(node.get("dateModified")),
            section=self._section(node),
            publisher=publisher,
            site=publisher,
            premium=any(_last(str(value)).lower() == "false" for value in free if value is not None),
        )

    def body(self, node: Node) -> str:
        """The article's text, which may be markup; several pieces are lines."""
        return "\n".join(_flat(node.get("articleBody") or node.get("text"), ("@value", "text")))

    def images(self, node: Node) -> list[tuple[str, str | None]]:
        """The (address, caption) pairs of an article: of several crops of one picture the widest, else the first."""
        found: dict[str | None, tuple[float, str]] = {}
        for image in _list(node.get("image")):
            image = self._whole(image)
            link, caption, width = image, None, 0.0
            if isinstance(image, dict):
                link = next((x for k in ("contentUrl", "url", "@id") for x in _flat(image.get(k))), None)
                caption, width = self._word(image.get("caption")), _number(image.get("width"))
            if not isinstance(link, str) or link.startswith("data:"):
                continue
            if caption not in found or width > found[caption][0]:
                found[caption] = (width, resolved(link.strip()))
        return [(link, caption) for caption, (_, link) in found.items()]

    def _kind(self, node: Node) -> str | None:
        links = [x for key in ("url", "mainEntityOfPage", "@id") for x in _flat(node.get(key), ("@id", "url"))]
        links = [link.partition("#")[0] for link in links if _URL.match(link) or link.startswith("/")]
        kinds = [kind(link, self._url, self._site, self._named) for link in links]
        return next((found for found in ("own", "other", "house") if found in kinds), None)

    def _headline(self, node: Node) -> str | None:
        found = (self._word(node.get("headline")), self._word(node.get("name")))
        printed = (_TAG.sub("", line) if "<" in line else line for line in found if line)
        return next((line for line in printed if not is_name(line)), None)

    def _section(self, node: Node) -> str | None:
        """The values of articleSection, a line each: the first may be 뉴스 or the paper itself; else the crumbs before the headline."""
        named = list(_flat(node.get("articleSection")))
        if not named and self._crumbs:
            headline = self._headline(node) or ""
            crumbs = sorted(
                _dicts(self._crumbs[0].get("itemListElement")), key=lambda crumb: _number(crumb.get("position"))
            )
            lines = [self._word(crumb.get("name")) or self._word(crumb.get("item")) or "" for crumb in crumbs]
            own = [line for line in lines if len(line) > 8 and headline.startswith(line.rstrip("… ."))]
            named = [line for line in lines if len(line) <= 20 and line not in own and not _URL.match(line)]
        return "\n".join(map(resolved, named)) or None

    def _people(self, value: Any) -> Iterator[str]:
        for person in _list(value):
            person = self._whole(person)
            if isinstance(person, str):
                yield from _signing([person])
            elif isinstance(person, dict) and not any(map(ORGANIZATION.search, _flat(person.get("@type")))):
                names = list(_signing(_flat(person.get("name"))))
                if not names and person.get("familyName"):
                    names = ["".join(self._word(person.get(key)) or "" for key in ("familyName", "givenName"))]
                behind = (
                    [word for key in ("jobTitle", "email") if (word := self._word(person.get(key)))]
                    if len(names) == 1
                    else []
                )
                yield from (" ".join([name, *behind]) for name in names)

    def _whole(self, value: Any) -> Any:
        """The object that a bare reference stands for (Yoast: ``{"@id": "…/#/schema/person/1f"}``)."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(name := value.get("@id"), str):
            return self._known.get(name, value)
        return value

    def _word(self, value: Any) -> str | None:
        """The first text of a value; of several languages the Korean one."""
        korean = (v for v in _list(value) if isinstance(v, dict) and str(v.get("@language", "")).startswith("ko"))
        found = next(_flat(next(korean, self._whole(value))), "").strip()
        return resolved(found) or None


def _nodes(loaded: list[Any]) -> Iterator[Node]:
    queue = deque(loaded)
    while queue:
        node = queue.popleft()
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            named = {_name(key, node): value for key, value in node.items()}
            yield named
            queue.extend(child for key in OWN if isinstance(child := named.get(key), list | dict))


def _name(key: str, node: Node) -> str:
    alias = ALIASES.get(key)
    return alias if alias and alias not in node else _VOCABULARY.sub("", key)


def _flat(value: Any, keys: tuple[str, ...] = ("name", "@value"), depth: int = 0) -> Iterator[str]:
    """The texts in lists and in objects under the first of ``keys`` that they have."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif depth > DEEPEST:
        return
    elif isinstance(value, list):
        for each in value:
            yield from _flat(each, keys, depth + 1)
    elif isinstance(value, dict):
        yield from _flat(next((value[key] for key in keys if value.get(key)), None), keys, depth + 1)


def _list(value: Any, depth: int = 0) -> list[Any]:
    """The members of lists within lists, or the one value."""
    if isinstance(value, dict) and isinstance(listed := value.get("@list", value.get("@set")), list):
        value = listed
    if not isinstance(value, list):
        return [] if value is None else [value]
    return [each for one in value for each in _list(one, depth + 1)] if depth <= DEEPEST else []


def _dicts(value: Any) -> list[Node]:
    return [each for each in _list(value) if isinstance(each, dict)]


def _last(name: str) -> str:
    """A type's own name: http://schema.org/NewsArticle, schema:NewsArticle."""
    return re.split(r"[/#:]", name.strip())[-1]


def _number(value: Any) -> float:
    digits = re.match(r"\s*(\d{1,9})", str(next(_flat(value), "")))
    return float(digits[1]) if digits else 0.0


def _signing(names: Iterable[str]) -> Iterator[str]:
    """The names that are none of an account, an address or a house."""
    for name in names:
        if not _URL.match(name) and ACCOUNTS.isdisjoint(name.lower().split()):
            yield resolved(name)
