"""Which stocks an article names: the notations of the press, what only looks like one, and the table in step with the text."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from newscrawl.commands import selecting
from newscrawl.commands.running import CannotStart
from newscrawl.items import Article
from newscrawl.storage import Store
from newscrawl.storage.models import ArticleRow, StockRow
from newscrawl.storage.selection import Selection, where
from newscrawl.storage.upkeep import NEXT
from newscrawl.text import stocks as rule
from newscrawl.text.stocks import stocks

# The rule

NOTATIONS = {
    "삼성전자(005930)": "삼성전자 005930",
    "삼성전자 <005930>": "삼성전자 005930",
    "삼성전자〈005930〉": "삼성전자 005930",
    "<005930>": "- 005930",
    "[005930]": "- 005930",
    "에코프로비엠[247540]이": "에코프로비엠 247540",
    "삼성전자(005930.KS)": "삼성전자 005930",
    "247540.KQ는": "- 247540",
    "삼성전자(005930·KS)": "삼성전자 005930",
    "삼성전자(KS:005930)": "삼성전자 005930",
    "KRX: 005930": "- 005930",
    "삼성전자(A005930)": "삼성전자 005930",
    "(종목코드: 005930)": "- 005930",
    "종목코드는 ‘005930’이다": "- 005930",
    "에코프로비엠(코스닥 247540)": "에코프로비엠 247540",
    "에코프로비엠(코스닥: 247540, 대표 홍길동)": "에코프로비엠 247540",
    "에코프로비엠(247540, 코스닥)": "에코프로비엠 247540",
    "삼성전자（005930）": "삼성전자 005930",
    "삼성전자［005930］": "삼성전자 005930",
    "네이버(NAVER(035420))": "NAVER 035420",
    "코스닥(247540)": "- 247540",
}
NAMES = {
    "한 낱말만 이름이다": ("코스피 상장사 삼성전자(005930)", "삼성전자"),
    "따옴표는 이름이 아니다": ("‘삼성전자’(005930)", "삼성전자"),
    "문장의 끝은 이름이 아니다": ("코스피가 올랐다. [005930]", None),
    "나열": ("현대차·기아(000270)", "기아"),
    "줄바꿈": ("이 회사와\n에코프로비엠(247540)", "에코프로비엠"),
    "회사 꼴": ("㈜에코프로(086520)", "에코프로"),
    "뒤에 붙은 회사 꼴": ("포스코홀딩스(주)(005490)", "포스코홀딩스"),
    "로마자로 시작": ("지주사 SK하이닉스(000660)", "SK하이닉스"),
    "기호": ("패션 기업 F&F(383220)", "F&F"),
    "로마자 낱말 둘": ("전력기기 LS ELECTRIC(010120)", "LS ELECTRIC"),
    "마침표": ("엔터주 JYP Ent.(035900)", "JYP Ent."),
    "지수와 펀드": ("코스피200 KODEX 200(069500)", "KODEX 200"),
    "펀드 낱말 여럿": ("개인이 산 TIGER 미국 나스닥100 커버드콜(441680)", "TIGER 미국 나스닥100 커버드콜"),
    "펀드 이름 속 괄호": ("SOL 차이나태양광CSI(합성)(413220)", "SOL 차이나태양광CSI(합성)"),
    "조사가 끝낸 펀드": ("SOL 조선TOP3플러스는 HD현대중공업(329180)", "HD현대중공업"),
    "우선주": ("현대차2우B[005387]", "현대차2우B"),
    "로마자로 끝나는 코드": ("한화3우B(00088K)", "한화3우B"),
    "새 코드": ("새로 나온 TIME 코리아밸류업액티브(0126Z0)", "TIME 코리아밸류업액티브"),
    "날짜 같은 코드": ("반도체 장비사 원익IPS(240810)", "원익IPS"),
    "달 같은 코드": ("에이디테크놀로지(200710)", "에이디테크놀로지"),
}
LOOK_ALIKES = {
    "no notation": "005930 종목을 샀다",
    "a sum": "(100000원)",
    "a sum with commas": "보증금(1,000,000)",
    "a round sum": "보증금(100000)",
    "a price": "목표가(150000)",
    "a month": "10월(202510)",
    "a month that a report names": "10월 자료(202510)",
    "a day": "한국은행 전경(251120)",
    "a day that heads a column": "[251120] 시황",
    "a month that no code ends like": "삼성전자(202511)",
    "a date": "삼성전자(20251120)",
    "a day with its separators": "(25-11-20)",
    "a phone number": "전화(02-1234-5670)",
    "a mobile number": "문의(010-1234-5670)",
    "an area code and seven digits": "(02)123-4560",
    "a postal code": "우편번호(135080)",
    "a registration number": "(120-81-47520)",
    "a receipt": "접수번호(123450)",
    "an article number": "관련기사(https://www.mk.co.kr/news/123450)",
    "an address for mail": "(123450@mk.co.kr)",
    "nothing before round brackets": "(005930)",
    "a blank before round brackets": "매출 (123450)",
    "a quarter": "삼성전자(1Q2025)",
    "a financial year": "영업이익(2026FY)",
    "basis points": "금리(100BPS)",
    "hours": "용량(500GWH)",
    "a letter that KRX does not use": "삼성전자(0126O0)",
    "brackets of two kinds": "방문자<100000)",
    "the end of a longer number": "1247540.KQ",
    "what was traded": "거래량은 코스피: 412350, 코스닥: 980210",
    "shares": "종목코드 123450주",
    "seven digits": "삼성전자(0059300)",
    "years": "(2020-2025)",
    "a percentage": "비중(123450%)",
}


@pytest.mark.parametrize("text", NOTATIONS)
def test_a_notation(text: str) -> None:
    assert [f"{name or '-'} {code}" for code, name in stocks(text)] == [NOTATIONS[text]]


@pytest.mark.parametrize("case", NAMES)
def test_the_name_is_what_the_article_calls_the_stock(case: str) -> None:
    text, name = NAMES[case]
    assert [stock.name for stock in stocks(text)] == [name]


@pytest.mark.parametrize("case", LOOK_ALIKES)
def test_what_only_looks_like_a_code(case: str) -> None:
    assert stocks(LOOK_ALIKES[case]) == []
    assert stocks(f"코스피가 올랐다. {LOOK_ALIKES[case]} 그리고 내렸다.") == []


def test_each_code_once_in_the_order_of_mention_with_the_first_name() -> None:
    text = "<000660> 삼성전자(005930), SK하이닉스(000660), 하이닉스(000660), 삼성(005930)"
    assert stocks(text) == [("000660", "SK하이닉스"), ("005930", "삼성전자")]


SHARES = st.builds("{:05}{}".format, st.integers(0, 49_999), st.sampled_from("0579KLM"))
LETTERED = st.builds(
    "{:04}{}{}".format, st.integers(0, 4_999), st.sampled_from("ABCDEFGHJKLMNPQRSTVWXYZ"), st.just("0")
)
CODES = st.one_of(SHARES, LETTERED)
WRITTEN = ["{}({})", "{}[{}]", "{}<{}>", "{}({}.KS)", "{}(KS:{})", "{}(코스닥 {})", "{}(A{})", "{}（{}）"]
COMPANIES = [
    "삼성전자",
    "SK하이닉스",
    "F&F",
    "LG에너지솔루션",
    "HD현대중공업",
    "현대차2우B",
    "KODEX 200",
    "LS ELECTRIC",
]
FIGURES = st.one_of(
    st.builds("{}{}".format, st.integers(0, 9_999_999), st.sampled_from("원 주 명 % 달러 억원 포인트 건".split())),
    st.builds("({:,}{})".format, st.integers(0, 9_999_999), st.sampled_from(["", "원", "%"])),
    st.builds("0{}-{}-{:04}".format, st.integers(2, 70), st.integers(100, 9_999), st.integers(0, 9_999)),
    st.builds("(0{}){}-{:04}".format, st.integers(2, 70), st.integers(100, 9_999), st.integers(0, 9_999)),
    st.dates().map("({:%Y%m%d})".format),
    st.dates().map("{:%Y-%m-%d}".format),
    st.dates().map("[{:%y%m%d}]".format),
    st.dates().map("{0:%y}년{0:%m}월({0:%y%m%d})".format),
    st.integers(0, 999_999).map("{:06}".format),
)


@given(st.lists(FIGURES, min_size=1, max_size=8).map(" ".join))
def test_no_code_is_found_in_figures(text: str) -> None:
    assert stocks(text) == []


@given(
    st.lists(st.tuples(CODES, st.sampled_from(COMPANIES), st.sampled_from(WRITTEN), FIGURES), min_size=1, max_size=5)
)
def test_every_code_in_a_known_notation_is_found(mentions: list[tuple[str, str, str, str]]) -> None:
    text = " ".join(f"{written.format(name, code)}, {figure}" for code, name, written, figure in mentions)
    first = {code: name for code, name, *_ in reversed(mentions)}
    assert dict(stocks(text)) == first
    assert [code for code, _ in stocks(text)] == list(dict.fromkeys(code for code, *_ in mentions))


# The table

STORY = (
    "한국거래소가 공시한 자료에 따르면 두 회사는 내년 상반기까지 신규 생산라인을 공동으로 짓기로 합의했다. 투자액은 모두 3조2000억원이며 "
    "착공은 3월로 예정됐다. 업계 관계자는 “수요가 공급을 앞지르고 있어 증설이 불가피하다”고 설명했다."
)
TWO = "삼성전자(005930)와 SK하이닉스(000660)가 나란히 올랐다.\n\n" + STORY
ONE = "삼성전자(005930)와 경쟁사 한 곳이 나란히 올랐다.\n\n" + STORY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'archive.db'}")
    yield opened
    assert opened.check() == []
    opened.close()


def page(number: int = 1, **fields: Any) -> Article:
    values = dict(source="mk", publisher="매일경제", url=f"https://mk.example/{number}", title="공동 투자", body=TWO)
    return Article(**values | fields)


def save(store: Store, article: Article) -> str:
    own = article.source == "mk"
    return store.save(article, key=article.url, original_key=article.original_url, own=own)


def named(store: Store) -> dict[int, list[tuple[str, str | None]]]:
    """The stocks of each article that has any, in the order of mention."""
    found: dict[int, list[tuple[str, str | None]]] = {}
    with store._engine.connect() as connection:
        for row in connection.execute(select(StockRow).order_by(StockRow.article_id, StockRow.position)):
            found.setdefault(row.article_id, []).append((row.code, row.name))
    return found


def test_title_subtitle_and_body_are_read_in_that_order(store: Store) -> None:
    save(store, page(title="카카오(035720) 제쳤다", subtitle="네이버[035420]도"))
    codes = ["035720", "035420", "005930", "000660"]
    assert [code for code, _ in named(store)[1]] == codes


def test_a_revision_names_what_its_text_names(store: Store) -> None:
    save(store, page())
    assert save(store, page(body=ONE)) == "revised"
    assert named(store) == {1: [("005930", "삼성전자")]}
    assert save(store, page(body=STORY)) == "revised"
    assert named(store) == {}


def test_what_stands_around_an_unchanged_text_names_nothing(store: Store) -> None:
    save(store, page())
    assert save(store, page(body=TWO + "\n\n▲ 카카오(035720) 사옥. [사진=연합뉴스]")) == "unchanged"
    assert [code for code, _ in named(store)[1]] == ["005930", "000660"]


def test_the_publishers_page_replaces_what_a_portal_showed(store: Store) -> None:
    portal = page(source="naver", url="https://naver.example/1", original_url="https://mk.example/1")
    save(store, portal)
    assert [code for code, _ in named(store)[1]] == ["005930", "000660"]
    assert save(store, page(body=ONE)) == "stored"
    assert named(store) == {1: [("005930", "삼성전자")]}


def test_a_copy_adds_nothing(store: Store) -> None:
    save(store, page(body=ONE))
    portal = page(source="naver", url="https://naver.example/1", original_url="https://mk.example/1")
    assert save(store, portal) == "copy"
    assert named(store) == {1: [("005930", "삼성전자")]}


@pytest.mark.parametrize("first", [TWO, ONE])
def test_articles_that_become_one_name_what_its_face_names(store: Store, first: str) -> None:
    """Two portals show different texts of one piece; the publisher's page, then revised, shows that they are one."""
    other = "카카오(035720)는 내렸다."
    save(store, page(source="naver", url="https://naver.example/1", body=first, publisher="매일경제"))
    save(
        store,
        page(
            source="daum", url="https://daum.example/1", body=other, title="카카오", original_url="https://mk.example/1"
        ),
    )
    assert list(named(store)) == [1, 2]
    assert save(store, page(body=first + " 끝.")) == "stored"
    assert store.counts()["articles"] == 1
    assert named(store) == {1: [tuple(stock) for stock in stocks(first)]}


def test_an_older_row_takes_the_stocks_of_the_better_page(store: Store) -> None:
    """The publisher's page comes as a piece of its own, and grows into what a portal already showed."""
    save(store, page(source="naver", url="https://naver.example/1", body=TWO))
    save(store, page(body="카카오(035720)는 내렸다.", title="카카오 약세"))
    assert list(named(store)) == [1, 2]
    grown = TWO + " 공장은 평택에 들어선다. 네이버(035420)는 참여하지 않는다."
    assert save(store, page(body=grown)) == "revised"
    assert store.counts()["articles"] == 1
    assert [code for code, _ in named(store)[1]] == ["005930", "000660", "035420"]


def test_stocks_go_with_their_article(store: Store) -> None:
    save(store, page())
    with store._writer.begin() as connection:
        connection.execute(delete(ArticleRow))
        connection.exec_driver_sql("DELETE FROM text_keys")
        connection.exec_driver_sql("INSERT INTO article_search (article_search) VALUES ('delete-all')")
    assert named(store) == {}


def test_a_failure_leaves_the_earlier_stocks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save(store, page())
    monkeypatch.setattr("newscrawl.storage.frontier.settle", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(store, page(body=ONE))
    assert [code for code, _ in named(store)[1]] == ["005930", "000660"]


@pytest.mark.parametrize("version", [None, rule.VERSION - 1])
def test_an_archive_from_before_is_caught_up_and_compared_with_nothing(
    store: Store, version: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        save(store, page(number, publisher=f"신문{number}", title=f"공동 투자 {number}"))
    before = named(store)
    with store._writer.begin() as connection:
        connection.execute(delete(StockRow))
        connection.execute(update(ArticleRow).where(ArticleRow.id > 1), dict(stocks_version=version))
    monkeypatch.setattr("newscrawl.storage.pieces.relate", lambda *_: pytest.fail("compared anew"))
    assert store.stale() == 2
    assert [store.mend(1), store.mend(50), store.mend(50)] == [1, 1, 0]
    assert named(store) == {number: before[number] for number in (2, 3)}


def test_the_next_article_to_catch_up_is_found_by_an_index(store: Store) -> None:
    with store._engine.connect() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN " + str(NEXT.compile(connection, compile_kwargs={"literal_binds": True}))
        ).all()
    assert any("ix_articles_stocks_version" in step[3] for step in plan)


# The selection


def chosen(store: Store, selection: Selection) -> set[int]:
    with store._engine.connect() as connection:
        return set(connection.scalars(select(ArticleRow.id).where(*where(connection, selection))))


def options(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    selecting.add_filters(parser)
    return parser.parse_args(given)


def test_the_articles_that_name_one_of_the_stocks(store: Store) -> None:
    bodies = (TWO, "카카오(035720)가 내렸다.", "코스피가 올랐다.", "SK하이닉스[000660]가 올랐다.")
    for number, body in enumerate(bodies, 1):
        save(store, page(number, body=body, title=f"제목 {number}", publisher=f"신문{number}"))
    assert chosen(store, Selection(stocks=("000660",))) == {1, 4}
    assert chosen(store, Selection(stocks=("035720", "005930"))) == {1, 2}
    assert chosen(store, Selection(stocks=("000660",), publishers=("신문4",))) == {4}
    assert chosen(store, Selection(stocks=("123450",))) == set()
    assert chosen(store, Selection()) == {1, 2, 3, 4}


def test_codes_are_given_as_people_write_them() -> None:
    assert selecting.selection(options("--stock", "005930, 000660.ks,a0126z0"))["stocks"] == (
        "005930",
        "000660",
        "0126Z0",
    )
    assert selecting.selection(options())["stocks"] == ()


@pytest.mark.parametrize("given", ["삼성전자", "5930", "0059300", "005931x", "005930.T", "0126O0"])
def test_what_cannot_be_a_code_is_refused(given: str) -> None:
    with pytest.raises(CannotStart, match="is no KRX code like 005930"):
        selecting.selection(options("--stock", given))
