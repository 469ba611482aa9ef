"""Rules look at no more of a text than it can be about: what stands beyond the bound changes nothing and costs nothing."""

import importlib
import inspect
import pkgutil
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from benchmarks.adversarial import PAGE_RULES, SEEDS, TEXT_RULES, Rule
from benchmarks.growth import times
from newscrawl.dedup import changes
from newscrawl.text import (
    bylines,
    captions,
    dates,
    furniture,
    mails,
    names,
    parts,
    sections,
    signatures,
    signers,
    tails,
    titles,
)
from newscrawl.text.phrases import LONGEST as PHRASE
from newscrawl.text.phrases import Phrases
from newscrawl.urls import LONGEST as ADDRESS
from newscrawl.urls import plain_key

NO_TEXT = {
    "text.phrases.table", "text.phrases.alternatives", "text.words.words", "text.words.anyof", "extract.notices.house",  # names of tables
    "extract.tree.xpath", "extract.tree.compiled",  # expressions that a source writes
    "dedup.keys.bucket", "text.dates.is_possible", "discovery.channel.Channel.first_urls", "discovery.listing.Listing.first_urls",  # times
    "discovery.channel.Channel.read", "discovery.listing.Listing.html",  # what the kinds of channels do themselves
    "discovery.channel.unique", "dedup.exact.shared", "dedup.walls.shown", "urls.Known.article", "urls.Sites.is_portal",
}  # fmt: skip
"""What is public in these packages and reads neither a text nor a page that a stranger wrote."""


def modules() -> Iterator[ModuleType]:
    yield importlib.import_module("newscrawl.urls")
    for package in ("text", "dedup", "extract", "discovery"):
        root = importlib.import_module(f"newscrawl.{package}")
        for found in pkgutil.iter_modules(root.__path__, f"{root.__name__}."):
            yield importlib.import_module(found.name)


def public(module: ModuleType) -> Iterator[str]:
    """The names of a module's functions and of its classes' methods, without the package's."""
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
            continue
        path = f"{module.__name__}.{name}".removeprefix("newscrawl.")
        if inspect.isfunction(inspect.unwrap(value)):
            yield path
        elif inspect.isclass(value):
            made = {key: part for key, part in vars(value).items() if not key.startswith("_")}
            yield from (
                f"{path}.{key}"
                for key, part in made.items()
                if inspect.isfunction(part) or isinstance(part, classmethod)
            )


def test_every_public_rule_has_its_growth_measured() -> None:
    known = {name for module in modules() for name in public(module)}
    inherited = {"discovery.feeds.Feed.read"}
    measured = {*TEXT_RULES, *PAGE_RULES} - {"loaders.read", "loaders.read, generic"}
    assert known - measured - NO_TEXT == set()
    assert (measured | NO_TEXT) - known == inherited


def test_a_rule_that_does_not_end_is_told_and_the_others_are_measured() -> None:
    def hangs(text: str) -> None:
        if text.startswith("("):
            signal.raise_signal(signal.SIGXCPU)  # what the system sends at the limit

    first, second, third = times(Rule(hangs), [SEEDS[1], SEEDS[0], SEEDS[2]], (10, 20), 1)
    assert second == [None, None]
    assert None not in first + third


BLANKS = " "
BOUNDS: list[tuple[Callable[[str], object], str, str, int]] = [
    (bylines.parse, "하도경 기자 ", "가", signers.LONGEST),
    (signers.names, "하도경 기자 ", "가", signers.LONGEST),
    (bylines.whole_line, "하도경 기자 hdk@a.kr", BLANKS, bylines.SIGNED),
    (furniture.is_furniture, "댓글 12", BLANKS, furniture.LONGEST),
    (furniture.is_wall, "로그인 후 읽을 수 있습니다.", BLANKS, PHRASE),
    (Phrases(["조회 0"]).said, "조회 1234", BLANKS, PHRASE),
    (captions.is_caption, "한국은행 전경 [연합뉴스 자료사진]", BLANKS, captions.LONGEST),
    (tails.is_tail, "영상취재 : 하도경", BLANKS, tails.LONGEST),
    (names.is_name, "하도경", "가", names.LONGEST),
    (sections.named, "증권", "x", 3 * sections.LONGEST),
    (lambda text: titles.clean(text, ["한빛일보"]) != text, "금리 동결 - 한빛일보", BLANKS, titles.LONGEST),
    (lambda text: plain_key(text) != text.strip(), "https://www.a.kr/1?utm_source=b", "&b=1", ADDRESS),
    (dates.parse, "2026.11.20", BLANKS, 0),
]


@pytest.mark.parametrize("rule, told, unit, bound", BOUNDS)
def test_a_rule_looks_no_further_than_its_subject_is_long(
    rule: Callable[[str], object], told: str, unit: str, bound: int
) -> None:
    if bound:
        assert rule(told)
    beyond = told + unit * bound + told
    assert (not rule(beyond)) or rule(beyond) == rule(beyond + told)
    assert rule(beyond + unit) == rule(beyond + unit * 1000 + told)


def test_a_copyright_is_looked_for_at_the_end_alone() -> None:
    owner = "<ⓒ한빛일보, 무단전재 금지>"
    assert furniture.without_owner(f"금리가 내렸다.  {owner}") == "금리가 내렸다."
    late = f"금리가 내렸다. ⓒ {'가' * furniture.GLUED}, 무단전재 금지"
    assert furniture.without_owner(late) == late
    assert bylines.without_owner("하도경 기자 ⓒ 한빛일보" + "가" * 10_000) == "하도경 기자"


def test_of_many_names_and_mails_the_first_are_put_together() -> None:
    many = [f"하도경 기자 a{place}@a.kr" for place in range(2 * mails.MOST)]
    assert len(signatures.people(many)) == mails.MOST
    assert mails.owners(["마서윤"] * mails.MOST + ["하도경"], ["hdk@a.kr"]) == {}
    assert mails.EMAIL.findall("a" * 200 + "@a.kr") == ["a" * 64 + "@a.kr"]


def test_many_strings_are_found_in_a_text_as_few_are() -> None:
    text = "".join(f"{place}번째 문장을 전한다." for place in range(100))
    sought = [text[place : place + 3 + place % 10] for place in range(0, 400, 3)] + [f"없는 말 {n}" for n in range(60)]
    assert len(set(sought)) > 2 * parts.FEW
    assert parts.held(sought, text) == {part for part in sought if part in text}


def test_a_change_that_difflib_cannot_tell_in_time_is_told_in_order() -> None:
    """No sentence is lost, what is equal stays so, and what moved far away is still found."""
    told = [f"{place}번째 문장을 전한다." for place in range(3000)]
    old, new = " ".join(told), " ".join([told[-1], *told[:1000], "새 문장이 왔다.", *told[1001:-1]])
    found = changes.changes(old, new)
    kinds = Counter(change.kind for change in found)
    assert [change.new for change in found if change.new] == changes.sentences(new)
    assert (kinds["same"], kinds["moved"]) == (2998, 1)
    assert found[0] == ("moved", told[-1], told[-1])
    assert changes.spans("가 나 " * 3000, "가 나 " * 3000) == [("same", ("가 나 " * 3000).strip())]
