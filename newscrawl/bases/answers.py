"""What an answer of a site is before it is read: a challenge, a picture, half a page, a failure; and what a run counts of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.bounds import LONGEST_TEXT, TooMuch, limited
from newscrawl.discovery import DeadChannel
from newscrawl.exceptions import NoTurn, Stopped
from newscrawl.items import Article
from newscrawl.loaders import NotAnArticle
from newscrawl.text.encoding import decode, is_binary

# What Cloudflare puts in front of a page, with status 200 or 403 (hankyung.com, 2026-07).
CHALLENGES = ("<title>Just a moment", "<title>Attention Required", "_cf_chl_opt")

CAUSES: dict[type[BaseException], str] = {NoTurn: "error:no-turn"}
"""The outcomes of exceptions whose names do not say it. Those of a network's do: ``error:DownloadTimeoutError``."""

LONGEST_TYPE = 200
"""Letters of a Content-Type that are read and shown: the longest in use, of an office's documents, has 80."""

# One of these is on every page that came whole.
ENDS = ("</html", "</body", "</HTML", "</BODY")


def outcome_of(failure: Failure) -> str:
    """The outcome that a failed request stands for; ``pending`` when it was not made."""
    error = failure.value
    if isinstance(error, Stopped):
        return "pending"
    if isinstance(error, HttpError):
        status = error.response.status
        return "gone" if status in (404, 410) else f"error:http-{status}"
    if type(error) is IgnoreRequest:
        if "redirections" in str(error):
            return "error:redirect-loop"
        if "DOWNLOAD_MAXSIZE" in str(error):  # while it was unpacked
            return "error:too-large"
        if "no address" in str(error):
            return "error:redirect"
        return "robots" if "robots.txt" in str(error) else "rejected:off-site"
    assert error is not None
    return CAUSES.get(type(error), f"error:{type(error).__name__}")


def silence_of(failure: Failure) -> str:
    """Why a channel could not be asked: the outcome, or that nobody knows what robots.txt says."""
    reason = outcome_of(failure)
    return "robots-unreachable" if reason == "robots" and "could not be had" in failure.getErrorMessage() else reason


def text_of(response: Response) -> str:
    """The text of an answer that is a whole web page.

    Raises:
        NotAnArticle: it is none; ``reason`` is the outcome.
    """
    if not isinstance(response, TextResponse) or is_binary(response.text):
        if packing := response.headers.get("Content-Encoding"):
            raise NotAnArticle(
                "error:packed", f"is no text, packed or not (it calls itself {packing.decode('latin-1')!r})."
            )
        raise NotAnArticle("rejected:not-html", f"is no text (it calls itself {type_of(response) or 'nothing'}).")
    if is_challenge(response.text):
        raise NotAnArticle("error:challenge", "is a challenge page; try later, do not get around it.")
    if response.text.strip() and not any(end in response.text for end in ENDS):
        raise NotAnArticle("error:truncated", "ends before its end; it will be fetched again.")
    return response.text


def announced_in(response: Response) -> str:
    """The text of an answer of a channel, whatever it calls itself: sitemaps come as gzip files and as unknown types.

    Raises:
        DeadChannel: it is no text, or a challenge page.
    """
    text = response.text if isinstance(response, TextResponse) else decode(response.body, type_of(response))[0]
    if is_binary(text):
        raise DeadChannel(
            "not-text", f"{response.url} answered with {type_of(response) or 'no type'}, which is no text"
        )
    if is_challenge(text):
        raise DeadChannel(
            "challenge", f"{response.url} answered with a challenge page; try later, do not get around it"
        )
    return text


def bounded(read: Callable[[], Article]) -> Article:
    """What reading a page gives, within the bounds of one page; raises TooMuch beyond them."""
    article = limited(read)
    if len(article.body) > LONGEST_TEXT:
        raise TooMuch("too-large", f"has a text of {len(article.body):,} letters.")
    return article


def counted(article: Article, selected: frozenset[str], distinct: Mapping[str, set[int]]) -> Iterator[str]:
    """The counters of an article that a run is judged by.

    Args:
        selected: the fields that the site's layouts of today have selectors for.
        distinct: hashes of the values that the run has seen so far, by field; the article's own are added.
    """
    yield f"read/{article.source}"
    for name, rung in article.extraction.items():
        yield f"extraction/{name}/{rung}"
        if rung != "layout" and name in selected:
            yield f"fallen/{article.source}/{name}/{rung}"
    if not article.published_at:
        yield "missing/published_at"
    # One time or one text for all is no news: a consent page, or the clock of the page's header.
    for name, seen in distinct.items():
        value = hash(getattr(article, name))
        if value not in seen:
            seen.add(value)
            yield f"distinct/{name}"


def is_challenge(text: str) -> bool:
    """Whether a page is one that a site puts before robots."""
    head = text[:4096]
    return any(sign in head for sign in CHALLENGES)


def type_of(response: Response) -> str:
    """What an answer calls itself, as far as it can be printed (RFC 9110 has ASCII there); empty when it does not say."""
    label = (response.headers.get("Content-Type") or b"").decode("ascii", "ignore")
    return "".join(filter(str.isprintable, label[:LONGEST_TYPE]))
