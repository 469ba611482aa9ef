"""What the ``<style>`` sheets of a page say of an element, as far as it decides what of its text is seen and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import cssselect
from cssselect.parser import Attrib, Class, CombinedSelector, Element, Hash, Negation, Pseudo
from lxml.etree import _Element

Style = Mapping[str, str]

LONGEST = 20_000  # letters: what is longer is the style of a whole site, and costs more than its hidden words are worth
MOST = 400  # rules of one sheet that have something to say
MOST_ASKED = 2_000_000  # of a page, about two seconds; a thousand elements with twenty rules for each ask a fifth of it
FAR = 200  # boxes around an element, or elements beside it, that a rule may ask of
WIDTH = 1280  # pixels of the window that a condition is asked of
# Only a rule with one of these has anything to say here.
_TELLING = re.compile(
    r"display|visibility|line-through|vertical-align|white-space|list-style|clip|hidden|transparent|position"
    r"|(?:opacity|size|font)\s*:\s*[01]|(?:indent|margin-left)\s*:\s*-"
)
_CONDITIONS = re.compile(r"@([\w-]+)([^{};]*)(?:;|\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\})")
_RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")  # from a brace on, not from every letter behind one
_PLAIN = re.compile(r"[.#][\w-]+|[a-z][a-z0-9]*")
# What a reader's hand does to a page, and what is no element.
_PASSING = re.compile(r"(?<!\\):(?:hover|focus[\w-]*|active|visited|before|after|first-l\w+|:)")
_NEGATED = re.compile(r":not\([^()]*\)")
_SIZE = re.compile(r"\(\s*(min|max)-width\s*:\s*([0-9.]+)(px|em|rem)\s*\)")
_FONT = re.compile(r"(?:^|\s)((?:\d*\.)?\d+(?:px|r?em|pt|%|v[wh])|0)(?=[/\s])")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One selector and its declarations; ``parsed`` is None where the selector is the one of its ``keys``."""

    keys: frozenset[str]
    parsed: Any
    weight: tuple[int, int, int]
    plain: Style
    important: Style


class Sheet(dict[str, list[tuple[int, Rule]]]):
    """The rules by the class, the id or the tag that their element must have; ``asked`` counts what was asked of them."""

    asked = 0


@lru_cache(maxsize=4096)
def declared(style: str) -> Style:
    """The declarations of a ``style`` attribute, the last of a name, or the one that is ``!important``.

    >>> declared("Display : none !important; display:block; color:red")
    {'display': 'none', 'color': 'red'}
    >>> declared("/* 숨김 */font:0/0 a")
    {'font-size': '0', 'font': '0/0 a'}
    """
    plain, important = _declarations(style)
    return {**plain, **important}


def _declarations(style: str) -> tuple[Style, Style]:
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    style = style.lower()
    for part in _without_notes(style).split(";"):
        name, _, value = part.partition(":")
        if value:
            kept = important if "!" in value else plain
            name, value = name.strip(), value.partition("!")[0].strip()
            if name == "font" and (size := _FONT.search(value)):
                kept["font-size"] = size[1]
            if name == "list-style":  # that says nothing of the kind means a disc
                name, value = "list-style-type", f"{value} disc"
            kept[name] = value
    return plain, important


def sheet_of(box: _Element) -> Sheet:
    """The rules of the page's sheets, and their places in it, by the classes, the id or the tag that their element must have.

    A condition holds as it does in a window of `WIDTH` pixels; what is for paper, and what is no CSS (a template of a
    script), says nothing.
    """
    found = Sheet()
    place = 0
    for sheet in box.getroottree().iter("style"):
        css = sheet.text or ""
        if len(css) > LONGEST or not _TELLING.search(css):
            continue
        if (sheet.get("type") or "text/css").strip().lower() == "text/css" and holds(sheet.get("media") or ""):
            for rule in _rules(css):
                place += 1
                for key in rule.keys:
                    found.setdefault(key, []).append((place, rule))
    return found


def holds(media: str) -> bool:
    """Whether a media query holds on a screen of `WIDTH` pixels; one that asks for more than a width does not.

    >>> holds("screen and (min-width: 768px)"), holds("(max-width: 48em)"), holds("print"), holds("print, screen")
    (True, False, False, True)
    """
    return any(map(_holds, media.lower().split(",")))


def _holds(query: str) -> bool:
    for bound, size, unit in _SIZE.findall(query):
        pixels = float(size) * (1 if unit == "px" else 16)
        if pixels > WIDTH if bound == "min" else pixels < WIDTH:
            return False
    return not set(_SIZE.sub(" ", query).split()) - {"only", "screen", "all", "and"}


def _opened(found: re.Match[str]) -> str:
    name, condition, inner = found.groups()
    kept = name == "layer" or (name == "supports" and "not" not in condition) or (name == "media" and holds(condition))
    return inner or "" if kept else ""


def _without_notes(css: str) -> str:
    """CSS without its comments; one that nobody closed stays.

    >>> _without_notes("a/* 1 */b/* 2 */c/* 3"), _without_notes("a/*/b")
    ('abc/* 3', 'a/*/b')
    """
    parts, at = [], 0
    while (start := css.find("/*", at)) >= 0 and (end := css.find("*/", start + 2)) >= 0:
        parts.append(css[at:start])
        at = end + 2
    return "".join([*parts, css[at:]])


@lru_cache(maxsize=256)
def _rules(css: str) -> list[Rule]:
    return list(islice(_parsed(_CONDITIONS.sub(_opened, _without_notes(css))), MOST))


def _parsed(css: str) -> Iterator[Rule]:
    for selectors, body in _RULE.findall(css):
        if not _TELLING.search(body):
            continue
        plain, important = _declarations(body)
        for selector in map(str.strip, selectors.split(",")):
            if _PLAIN.fullmatch(selector):
                weight = (selector[0] == "#", selector[0] == ".", selector[0] not in "#.")
                yield Rule(
                    frozenset([selector]), None, (int(weight[0]), int(weight[1]), int(weight[2])), plain, important
                )
            elif not _PASSING.search(_NEGATED.sub("", selector)):
                try:
                    (parsed,) = cssselect.parse(selector)
                except (cssselect.SelectorError, ValueError):
                    continue
                yield Rule(_keys(parsed.parsed_tree), parsed.parsed_tree, parsed.specificity(), plain, important)


def _keys(tree: Any) -> frozenset[str]:
    """The classes and the id that an element must have for a selector, or else the tag."""
    keys = set()
    while not isinstance(tree, Element):
        if isinstance(tree, CombinedSelector):
            tree = tree.subselector
            continue
        if isinstance(tree, Hash | Class):
            keys.add(f"#{tree.id}" if isinstance(tree, Hash) else f".{tree.class_name}")
        tree = tree.selector
    return frozenset(keys or [tree.element or "*"])


def sheet_style(element: _Element, sheet: Sheet) -> tuple[Style, Style]:
    """What the sheets declare for an element: its plain declarations and its important ones.

    What a rule for the same class says otherwise where it does not match now (``.more.on {display: block}``) makes the
    declaration doubtful, and none: a script may be what makes the difference.
    """
    names = [str(element.tag), *(f".{word}" for word in (element.get("class") or "").split()), "*"]
    if element.get("id"):
        names.append(f"#{element.get('id')}")
    asked = {rule: place for name in names if name in sheet for place, rule in sheet[name]}
    sheet.asked += len(asked) ** 2  # each is weighed against its rivals
    if not asked or sheet.asked > MOST_ASKED:
        return {}, {}
    known: Known = {}
    matching = [rule for rule in asked if rule.parsed is None or _matches(rule.parsed, element, known)]
    others = [rule for rule in asked if rule not in matching]
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for rule in sorted(matching, key=lambda rule: (rule.weight, asked[rule])):
        rivals = [each for each in others if not each.keys.isdisjoint(rule.keys)]
        for kept, declarations in ((plain, rule.plain), (important, rule.important)):
            for name, value in declarations.items():
                if all({**each.plain, **each.important}.get(name, value) == value for each in rivals):
                    kept[name] = value
    return plain, important


Known = dict[tuple[Any, _Element], bool]
"""What parts of selectors were found of elements: boxes within boxes are asked the same again and again."""


def _matches(tree: Any, element: _Element, known: Known) -> bool:
    match tree:
        case Element():
            return tree.element in (None, element.tag)
        case Class():
            found = tree.class_name in (element.get("class") or "").split()
        case Hash():
            found = tree.id == element.get("id")
        case Attrib():
            found = _has(tree, element.get(tree.attrib))
        case Negation():
            found = not _matches(tree.subselector, element, known)
        case CombinedSelector():
            if (tree, element) not in known:
                known[tree, element] = _matches(tree.subselector, element, known) and any(
                    _matches(tree.selector, each, known) for each in _related(element, tree.combinator)
                )
            return known[tree, element]
        case _:
            found = _is_placed(tree, element)
    return found and _matches(tree.selector, element, known)


def _related(element: _Element, combinator: str) -> Iterator[_Element]:
    found = element.iterancestors() if combinator in " >" else element.itersiblings("*", preceding=True)
    yield from islice(found, 1 if combinator in ">+" else FAR)


def _has(tree: Attrib, value: str | None) -> bool:
    if tree.operator == "exists" or value is None:
        return value is not None
    wanted = (tree.value and tree.value.value) or ""
    match tree.operator:
        case "=":
            return value == wanted
        case "~=":
            return wanted in value.split()
        case "|=":
            return value == wanted or value.startswith(f"{wanted}-")
        case "^=":
            return bool(wanted) and value.startswith(wanted)
        case "$=":
            return bool(wanted) and value.endswith(wanted)
        case "*=":
            return bool(wanted) and wanted in value
    return False


def _is_placed(tree: Any, element: _Element) -> bool:
    """Whether ``:first-child``, ``:last-child`` or ``:nth-child`` holds; of another pseudo-class nothing is known."""
    if isinstance(tree, Pseudo):
        if tree.ident not in ("first-child", "last-child"):
            return False
        return next(element.itersiblings("*", preceding=tree.ident == "first-child"), None) is None
    if getattr(tree, "name", "") not in ("nth-child", "nth-last-child"):
        return False
    place = 1 + sum(1 for _ in islice(element.itersiblings("*", preceding=tree.name == "nth-child"), FAR))
    if place > FAR:
        return False
    try:
        step, start = cssselect.parser.parse_series(tree.arguments)
    except ValueError:
        return False
    return place == start if step == 0 else (place - start) % step == 0 and (place - start) // step >= 0
