"""One printed page in many markups without a class or an id: what a reader sees is the same, the elements are not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple


class Piece(NamedTuple):
    """A portal's page as a reader sees it, from top to bottom; ``text`` has None where a picture stands."""

    above: list[str]
    title: str
    counter: str
    deck: list[str]
    press: str
    text: list[str | None]
    signature: str
    below: list[str]
    links: list[str]
    last: list[str]

    @property
    def paragraphs(self) -> list[str]:
        """The article's own paragraphs."""
        return [line for line in self.text if line]


def printed(page: str) -> Piece:
    """A page's lines, as copied from a browser.

    The headline is followed by the counter of comments, the deck by the press's name, which stands for a picture where
    it comes again; the article ends with its signature and the page with a list of other pieces.
    """
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    counter = next(i for i, line in enumerate(lines) if re.fullmatch(r"댓글\s?\d+", line))
    signed = next(i for i, line in enumerate(lines) if "@" in line)
    press = next(i for i in range(counter, signed) if lines[i] in lines[i + 1 : signed])
    links = [i for i, line in enumerate(lines) if line.startswith("•")]
    return Piece(
        above=lines[: counter - 1],
        title=lines[counter - 1],
        counter=lines[counter],
        deck=lines[counter + 1 : press],
        press=lines[press],
        text=[None if line == lines[press] else line for line in lines[press + 1 : signed]],
        signature=lines[signed],
        below=lines[signed + 1 : links[0]],
        links=[lines[i].lstrip("• ") for i in links],
        last=lines[links[-1] + 1 :],
    )


def _around(piece: Piece, article: str, each: str = "<p>{}</p>") -> str:
    """The article between the page's menu and its foot."""
    menu = f'<a href="#a">{piece.above[0]}</a>' + "".join(
        f'<div><a href="/s">{line}</a></div>' for line in piece.above[1:]
    )
    links = "".join(f'<li><a href="/articles/{n}">{escape(line)}</a></li>' for n, line in enumerate(piece.links, 10**8))
    foot = "".join(each.format(escape(line)) for line in piece.last)
    return f"{menu}{article}<ul>{links}</ul>{foot}"


def _lines(piece: Piece, picture: str) -> Iterator[str]:
    """What stands between menu and list, each escaped; ``picture`` stands for the one in the text."""
    yield from map(escape, (piece.title, piece.counter, *piece.deck, piece.press))
    for line in piece.text:
        yield picture if line is None else escape(line)
    yield from map(escape, (piece.signature, *piece.below))


def _each(form: str) -> Callable[[Piece], str]:
    """Every line in an element of its own, flat in the body."""
    return lambda piece: _around(piece, "".join(form.format(line) for line in _lines(piece, piece.press)), form)


def _head(piece: Piece) -> str:
    return f"<h2>{escape(piece.title)}</h2><div>{piece.counter}</div>"


def _tail(piece: Piece) -> str:
    return "".join(f"<div>{escape(line)}</div>" for line in piece.below)


def _breaks(piece: Piece) -> str:
    """One box, its lines ended by ``<br>``."""
    deck = "<br>".join(map(escape, piece.deck))
    text = "<br><br>".join(escape(line or piece.press) for line in [*piece.text, piece.signature])
    return _around(piece, f"{_head(piece)}<div>{deck}<br><br>{piece.press}<br><br>{text}</div>{_tail(piece)}")


def _naked(piece: Piece) -> str:
    """Text nodes and ``<br>`` straight in the body."""
    return _around(piece, "<br>".join(_lines(piece, piece.press)) + "<br>", "{}<br>")


def _table(piece: Piece) -> str:
    """Tables that arrange: menu and article side by side, a row for each part."""
    text = "".join(f"<p>{escape(line or piece.press)}</p>" for line in piece.text)
    deck = "<br>".join(map(escape, piece.deck))
    rows = (
        *(f"<b>{escape(piece.title)}</b>", piece.counter, deck, piece.press, text, escape(piece.signature)),
        *map(escape, piece.below),
    )
    inner = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    return _around(piece, f"<table><tr><td><table>{inner}</table></td><td><a href='/x'>로그인</a></td></tr></table>")


def _figures(piece: Piece) -> str:
    """Pictures in figures between the paragraphs, the press's name as their alternative text and caption."""
    figure = f'<figure><img src="/photo/1.jpg" alt="{piece.press}"><figcaption>{piece.press}</figcaption></figure>'
    text = "".join(f"<p>{escape(line)}</p>" if line else figure for line in piece.text)
    deck = "".join(f"<strong>{escape(line)}</strong><br>" for line in piece.deck)
    return _around(
        piece, f"{_head(piece)}<div>{deck}{figure}{text}<p>{escape(piece.signature)}</p></div>{_tail(piece)}"
    )


def _sections(piece: Piece) -> str:
    """The paragraphs in sections of a few, the deck in one of its own."""
    groups = [[line for line in group if line] for held, group in groupby(piece.text, key=bool) if held]
    parts = ["".join(f"<p>{escape(line)}</p>" for line in group) for group in groups]
    text = f"<p>{piece.press}</p>".join(f"<section>{part}</section>" for part in parts)
    deck = "".join(f"<p>{escape(line)}</p>" for line in piece.deck)
    return _around(
        piece,
        f"<main><article><header>{_head(piece)}</header><section>{deck}</section><p>{piece.press}</p>"
        f"<section>{text}</section><section><p>{escape(piece.signature)}</p></section></article>{_tail(piece)}</main>",
    )


def _soup(piece: Piece) -> str:
    """Divs in divs of unlike depth, words in spans."""
    parts = [
        f"<div>{'<div>' * (n % 3)}<span>{line}</span>{'</div>' * (n % 3)}</div>"
        for n, line in enumerate(_lines(piece, piece.press))
    ]
    return f"<div><div>{_around(piece, ''.join(parts), '<div><div>{}</div></div>')}</div></div>"


def _boxes(piece: Piece) -> str:
    """Each paragraph a div in a div, between boxes of advertisement."""
    ad = '<div><iframe src="https://ad.example.kr/"></iframe></div>'
    text = ad.join(f"<div><div>{escape(line or piece.press)}</div></div>" for line in piece.text)
    deck = "".join(f"<div>{escape(line)}</div>" for line in piece.deck)
    return _around(
        piece,
        f"<div>{_head(piece)}<div>{deck}</div><div>{piece.press}</div><div>{text}</div><div><div>{escape(piece.signature)}</div></div>{_tail(piece)}</div>",
    )


def _lead(piece: Piece) -> str:
    """The first paragraph in a box of its own, pairs of paragraphs in others, the deck outside of them."""
    first, *rest = [line or piece.press for line in piece.text]
    pairs = "".join(
        f"<div>{''.join(f'<p>{escape(line)}</p>' for line in rest[at : at + 2])}</div>" for at in range(0, len(rest), 2)
    )
    deck = "<br>".join(map(escape, piece.deck))
    return _around(
        piece,
        f"<div>{_head(piece)}<p>{deck}</p><p>{piece.press}</p><div><div><p>{escape(first)}</p></div>{pairs}<p>{escape(piece.signature)}</p></div></div>{_tail(piece)}",
    )


MARKUPS: dict[str, Callable[[Piece], str]] = {
    "flat p": _each("<p>{}</p>"),
    "flat div": _each("<div>{}</div>"),
    "boxes": _boxes,
    "br": _breaks,
    "naked": _naked,
    "table": _table,
    "figures": _figures,
    "sections": _sections,
    "soup": _soup,
    "lead": _lead,
}


def page(piece: Piece, markup: str, title: str) -> bytes:
    """The page in one markup, under a ``<title>``."""
    head = f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"<!doctype html><html lang=ko>{head}<body>{MARKUPS[markup](piece)}</body></html>".encode()
