"""One piece once, one story together: what the archive makes of copies, rewritings, look-alikes, in any order."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from newscrawl.dedup import keys
from newscrawl.dedup.likeness import Likeness, Text, compare
from newscrawl.items import Article
from newscrawl.storage import Store
from newscrawl.storage.models import ArticleRow, StoryRow, TextKeyRow
from newscrawl.text.dates import SEOUL

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=SEOUL)
WIRE = """\
국제유가 급등으로 지난달 수입물가가 석 달 만에 다시 올랐다.

한국은행이 20일 발표한 ‘10월 수출입물가지수’에 따르면 수입물가지수는 137.42(2020년=100)로 9월보다 1.9% 상승했다. 지난 7월 이후 석 달 만의 반등이며, 1년 전과 비교하면 4.6% 높은 수준이다.

두바이유 평균 가격은 배럴당 81.27달러로 한 달 전보다 7.3% 뛰었고, 원/달러 평균 환율도 1,437.80원으로 0.6% 올랐다. 품목별로는 원유가 8.1%, 나프타가 5.4%, 커피가 3.2% 상승했다.

수출물가지수는 131.05로 0.8% 오르며 다섯 달째 상승세를 이어갔다. D램 수출가격은 한 달 사이 9.7% 올라 2년 2개월 만에 가장 큰 폭을 나타냈다.

이문희 한국은행 물가통계팀장은 “이달 들어 두바이유가 10월 평균보다 3.5% 내렸지만 환율이 올라 방향을 말하기 이르다”며 “중동 정세의 영향을 더 지켜봐야 한다”고 말했다."""
REPRINT = """\
지난달 수입물가가 국제유가 상승 탓에 3개월 만에 반등했다.

한국은행이 20일 발표한 ‘10월 수출입물가지수’에 따르면 수입물가지수는 137.42(2020년=100)로 9월보다 1.9% 상승했다. 석 달 만에 오름세로 돌아선 것으로, 1년 전보다는 4.6% 높다.

두바이유 평균 가격은 배럴당 81.27달러로 한 달 전보다 7.3% 뛰었고, 원/달러 평균 환율도 1,437.80원으로 0.6% 올랐다. 품목별로는 원유가 8.1%, 나프타가 5.4%, 커피가 3.2% 상승했다.

이문희 한국은행 물가통계팀장은 “이달 들어 두바이유가 10월 평균보다 3.5% 내렸지만 환율이 올라 방향을 말하기 이르다”며 “중동 정세의 영향을 더 지켜봐야 한다”고 전했다.

/연합뉴스"""
SEOUL_BUREAU = "(서울=연합뉴스) 홍길동 기자 = "

SOURCES = {
    "mk": ("매일경제", "https://www.mk.co.kr/news/economy/{}"),
    "sedaily": ("서울경제", "https://www.sedaily.com/article/{}"),
    "yna": ("연합뉴스", "https://www.yna.co.kr/view/AKR{}"),
}


def page(
    source: str, number: int, body: str, *, title: str = "수입물가 석 달 만에 반등", hours: float = 0, **fields: Any
) -> Article:
    """A publisher's own page."""
    publisher, url = SOURCES[source]
    values = dict(source=source, publisher=publisher, url=url.format(number), title=title, body=body)
    return Article(**values | dict(published_at=NOON + timedelta(hours=hours)) | fields)


def on_portal(portal: str, number: int, article: Article, **fields: Any) -> Article:
    """A portal's page of somebody's article."""
    values = {name: getattr(article, name) for name in ("publisher", "title", "body", "published_at")}
    return Article(**values | dict(source=portal, url=f"https://{portal}.example/{number}") | fields)


class Archive:
    """A store that is filled with pages, and says what it made of them."""

    def __init__(self, database: Path) -> None:
        self.store = Store(f"sqlite:///{database}")

    def save(self, *articles: Article) -> list[str]:
        return [
            self.store.save(article, key=article.url, original_key=article.original_url, own=article.source in SOURCES)
            for article in articles
        ]

    def pieces(self) -> set[frozenset[str]]:
        """The addresses of the pages that show one piece, together."""
        return self._sets("SELECT url, id FROM articles UNION ALL SELECT url, article_id FROM copies")

    def stories(self) -> set[frozenset[str]]:
        """The addresses of the pages that tell one story, together; a piece that stands alone is none."""
        return self._sets(
            "SELECT a.url, a.story_id FROM articles a WHERE a.story_id IS NOT NULL UNION ALL "
            "SELECT c.url, a.story_id FROM copies c JOIN articles a ON a.id = c.article_id WHERE a.story_id IS NOT NULL"
        )

    def rows(self, query: str) -> list[Any]:
        with self.store._engine.connect() as connection:
            return list(connection.exec_driver_sql(query).all())

    def _sets(self, query: str) -> set[frozenset[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for url, number in self.rows(query):
            found[number].add(url)
        return set(map(frozenset, found.values()))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    opened = Archive(tmp_path / "archive.db")
    yield opened
    assert opened.store.check() == []
    opened.store.close()


# What comes together


def test_a_reprint_tells_the_story_of_the_wire(archive: Archive) -> None:
    wire = page("yna", 1, WIRE, dateline="(서울=연합뉴스)")
    reprint = page("mk", 2, REPRINT, title="유가 뛰자 수입물가도 껑충", hours=1.5)
    assert archive.save(reprint, wire) == ["stored", "stored"]
    assert archive.stories() == {frozenset({wire.url, reprint.url})}
    story = archive.store.story_of(reprint.url)
    assert story
    assert story.wire == "연합뉴스"
    assert [piece.article.publisher for piece in story.pieces] == ["연합뉴스", "매일경제"]
    assert archive.rows("SELECT size FROM stories") == [(2,)]


PORTAL_RENDERINGS = {
    "byline, caption and copyright": "[매일경제 홍길동 기자]\n\n"
    + WIRE
    + "\n\n▲ 서울 여의도의 한 주유소. [사진=연합뉴스]\n\n홍길동 기자 hong@mk.co.kr\n\n[ⓒ 매일경제 & mk.co.kr, 무단 전재 및 재배포 금지]",
    "a paragraph is missing": "\n\n".join(WIRE.split("\n\n")[:3] + WIRE.split("\n\n")[4:]),
    "spacing and quotation marks": WIRE.replace("‘", "'")
    .replace("’", "'")
    .replace("“", '"')
    .replace("”", '"')
    .replace(" 만에", "만에"),
    "decomposed": unicodedata.normalize("NFD", WIRE),
    "one line": WIRE.replace("\n\n", " "),
}


TYPESETTING = {"spacing and quotation marks", "decomposed", "one line"}


@pytest.mark.parametrize("rendering", PORTAL_RENDERINGS)
@pytest.mark.parametrize("portal_first", [False, True])
def test_a_portals_rendering_is_a_copy(archive: Archive, rendering: str, portal_first: bool) -> None:
    own = page("mk", 1, WIRE)
    portal = on_portal("naver", 2, own, body=PORTAL_RENDERINGS[rendering], title="수입물가, 석달 만에 반등")
    outcomes = archive.save(*([portal, own] if portal_first else [own, portal]))
    assert outcomes == (["stored", "stored"] if portal_first else ["stored", "copy"])
    assert archive.pieces() == {frozenset({own.url, portal.url})}
    assert archive.rows("SELECT url, body FROM articles") == [(own.url, WIRE)]
    (kept,) = archive.rows("SELECT body FROM copies")
    assert kept == (None if rendering in TYPESETTING else PORTAL_RENDERINGS[rendering],)
    assert archive.save(own, portal) == ["unchanged", "unchanged"]


def test_a_flash_that_grows_on_its_page_keeps_the_flash(archive: Archive) -> None:
    lead = WIRE.split("\n\n")[0]
    flash, whole = page("mk", 1, lead, title="[속보] 수입물가 석 달 만에 반등"), page("mk", 1, WIRE)
    assert archive.save(flash, whole) == ["stored", "revised"]
    assert archive.rows("SELECT title, body FROM revisions") == [(flash.title, lead)]


def test_a_flash_and_the_whole_piece_on_another_page_are_one_story(archive: Archive) -> None:
    flash = page("yna", 1, WIRE.split("\n\n")[0], title="[속보] 수입물가 석 달 만에 반등")
    whole = page("yna", 2, SEOUL_BUREAU + WIRE, hours=0.3)
    archive.save(flash, whole)
    assert archive.stories() == {frozenset({flash.url, whole.url})}


def test_the_lead_alone_is_the_same_story(archive: Archive) -> None:
    short = page("sedaily", 2, "\n\n".join(WIRE.split("\n\n")[:2]), title="수입물가 1.9%↑", hours=2)
    archive.save(page("yna", 1, WIRE), short)
    assert len(archive.stories()) == 1


def test_a_corrected_number_on_a_new_page_supersedes_the_text(archive: Archive) -> None:
    wrong = WIRE.replace("137.42", "137.24")
    first, second = page("yna", 1, wrong), page("yna", 2, WIRE, hours=3)
    assert archive.save(first, second) == ["stored", "revised"]
    assert archive.rows("SELECT url, body FROM articles") == [(second.url, WIRE)]
    assert archive.rows("SELECT body FROM revisions") == [(wrong,)]
    assert archive.rows("SELECT url FROM copies") == [(first.url,)]


def test_the_earlier_text_that_comes_later_is_kept_beside_the_later_one(archive: Archive) -> None:
    wrong = WIRE.replace("137.42", "137.24")
    assert archive.save(page("yna", 2, WIRE, hours=3), page("yna", 1, wrong)) == ["stored", "copy"]
    assert archive.rows("SELECT body FROM articles") == [(WIRE,)]
    assert archive.rows("SELECT body FROM copies") == [(wrong,)]


def test_a_reprint_of_two_days_later_is_the_same_story(archive: Archive) -> None:
    archive.save(page("yna", 1, WIRE), page("mk", 2, WIRE, title="유가 뛰자 수입물가도 껑충", hours=49))
    assert len(archive.stories()) == 1


def test_a_time_that_is_told_later_decides_who_was_first(archive: Archive) -> None:
    reprint = page("mk", 2, WIRE, title="유가 뛰자 수입물가도 껑충", hours=1)
    archive.save(page("yna", 1, WIRE, hours=2), reprint)
    assert archive.rows("SELECT first_article_id FROM stories") == [(2,)]
    assert archive.save(page("yna", 1, WIRE)) == ["unchanged"]
    assert archive.rows("SELECT first_article_id FROM stories") == [(1,)]


def test_a_time_that_is_corrected_by_weeks_is_where_the_text_is_found(archive: Archive) -> None:
    then = -24.0 * 30
    archive.save(page("yna", 1, WIRE), page("yna", 1, WIRE, hours=then))
    archive.save(page("sedaily", 2, REPRINT, hours=then + 1))
    assert [len(story) for story in archive.stories()] == [2]


def test_two_portal_pages_of_one_piece_become_one_when_the_publishers_page_joins_them(archive: Archive) -> None:
    paragraphs = WIRE.split("\n\n")
    own = page("mk", 1, WIRE)
    naver = on_portal("naver", 2, own, body="\n\n".join(paragraphs[:4]))
    daum = on_portal("daum", 3, own, body=paragraphs[4], original_url=own.url)
    archive.save(naver, daum)
    before = len(archive.pieces())
    assert archive.save(own) == ["stored"]
    assert archive.pieces() == {frozenset({own.url, naver.url, daum.url})}
    assert before == 2
    assert {body for (body,) in archive.rows("SELECT body FROM copies")} == {naver.body, daum.body}


def test_a_text_that_joins_two_stories_makes_them_one(archive: Archive) -> None:
    paragraphs = WIRE.split("\n\n")
    head, tail = "\n\n".join(paragraphs[:2]), "\n\n".join(paragraphs[2:])
    pieces = [page("yna", 1, head), page("mk", 2, head + "\n\n시장은 관망했다.", hours=1)]
    pieces += [
        page("sedaily", 3, tail, title="수출물가 다섯 달째 올라"),
        page("mk", 4, tail + "\n\n시장은 관망했다.", title="D램값 9.7% 뛰어", hours=1),
    ]
    archive.save(*pieces)
    assert len(archive.stories()) == 2
    archive.save(page("yna", 5, WIRE, title="수출물가 다섯 달째 올라", hours=-1))
    assert archive.rows("SELECT size, first_article_id FROM stories") == [(5, 5)]


# What stays apart


def daily(day: int, close: str, change: str, opened: str, high: str, bought: str) -> str:
    return (
        f"원/달러 환율이 수출업체의 달러 매도 물량에 밀려 하락했다.\n\n{day}일 서울 외환시장에서 원/달러 환율은 전 거래일 주간 거래 종가보다 "
        f"{change}원 내린 {close}원에 거래를 마쳤다. 환율은 {opened}원에 출발해 장중 {high}원까지 올랐다가 오후 들어 방향을 바꿨다.\n\n"
        f"외국인 투자자는 이날 유가증권시장에서 {bought}억원어치를 순매수했다. 외환시장 관계자는 “수급에 따라 움직이는 장”이라고 말했다."
    )


def results(company: str, sales: str, profit: str, growth: str) -> str:
    return (
        f"{company}는 연결 기준 올해 3분기 영업이익이 {profit}억원으로 지난해 같은 기간보다 {growth}% 증가한 것으로 잠정 집계됐다고 20일 공시했다.\n\n"
        f"매출은 {sales}억원으로 작년 동기 대비 늘었다. {company}는 올해 들어 세 분기 연속으로 시장 전망치를 웃돌았다.\n\n"
        f"증권가에서는 {company}의 4분기 실적도 양호할 것으로 내다보고 있다."
    )


RAISED = "한국은행 금융통화위원회가 20일 서울 중구 한은 본관에서 열린 통화정책방향 회의에서 기준금리를 연 2.50%로 0.25%포인트 인상했다."

APART = {
    "the exchange rate of two days": [
        page(
            "yna",
            1,
            daily(19, "1,437.8", "3.2", "1,441.0", "1,443.5", "2,311"),
            title="환율, 3.2원 내린 1,437.8원 마감",
            hours=-20,
        ),
        page(
            "yna",
            2,
            daily(20, "1,431.1", "6.7", "1,436.2", "1,438.9", "4,075"),
            title="환율, 6.7원 내린 1,431.1원 마감",
            hours=4,
        ),
    ],
    "results of two companies": [
        page("mk", 1, results("한빛화학", "8,412", "312", "12.3"), title="한빛화학, 3분기 영업이익 312억원…12.3%↑"),
        page("mk", 2, results("미래푸드", "3,107", "98", "41.6"), title="미래푸드, 3분기 영업이익 98억원…41.6%↑"),
    ],
    "results of two companies with the same figures": [
        page("mk", 1, results("한빛화학", "8,412", "312", "12.3"), title="한빛화학, 3분기 영업이익 312억원…12.3%↑"),
        page("mk", 2, results("미래푸드", "8,412", "312", "12.3"), title="미래푸드, 3분기 영업이익 312억원…12.3%↑"),
    ],
    "flashes": [
        page("yna", 1, "코스피, 4,100선 돌파 출발", title="[속보] 코스피, 4,100선 돌파 출발"),
        page("yna", 2, "코스피, 4,100선 붕괴 출발", title="[속보] 코스피, 4,100선 붕괴 출발", hours=1),
        page("yna", 3, "코스피, 4,000선 돌파 출발", title="[속보] 코스피, 4,000선 돌파 출발", hours=2),
        page("mk", 4, "코스닥, 4,000선 돌파 출발", title="[속보] 코스닥, 4,000선 돌파 출발", hours=2),
        page("yna", 5, RAISED, title="[속보] 한은, 기준금리 연 2.50%로 0.25%p 인상", hours=3),
        page("mk", 6, RAISED.replace("인상", "인하"), title="[속보] 한은, 기준금리 연 2.50%로 0.25%p 인하", hours=3),
    ],
    "a follow-up that repeats the background": [
        page("yna", 1, WIRE),
        page(
            "yna",
            2,
            "정부가 수입물가 오름세에 대응해 커피와 나프타에 할당관세를 연장하기로 했다. 기획재정부는 21일 비상경제장관회의를 열어 이같이 결정했다.\n\n"
            "할당관세율은 커피 0%, 나프타 0.5%로 내년 6월까지 적용된다. 정부는 업계 부담이 3,400억원 줄 것으로 추산했다. 설탕과 대두는 이번에 빠졌다.\n\n"
            "구윤철 부총리는 “가격에 반영되는지 매주 점검하겠다”고 강조했다. 소비자단체는 “원두값이 내려도 커피값은 그대로”라고 꼬집었다.\n\n"
            + "\n\n".join(WIRE.split("\n\n")[1:3]),
            title="커피·나프타 할당관세 내년 6월까지 연장",
            hours=22,
        ),
    ],
    "the same text three weeks later": [page("yna", 1, WIRE), page("mk", 2, WIRE, hours=24 * 21)],
}


@pytest.mark.parametrize("case", APART)
def test_what_stays_apart(archive: Archive, case: str) -> None:
    assert archive.save(*APART[case]) == ["stored"] * len(APART[case])
    assert archive.stories() == set()


# In any order


def family() -> list[Article]:
    """A wire piece with all that comes of it, and look-alikes of the same day."""
    own = page("mk", 11, REPRINT, title="유가 뛰자 수입물가도 껑충", hours=1.5)
    return [
        page("yna", 12, SEOUL_BUREAU + WIRE),
        own,
        on_portal("naver", 13, own, body=f"[매일경제 홍길동 기자]\n\n{REPRINT}\n\n홍길동 기자 hong@mk.co.kr"),
        on_portal("daum", 14, own, original_url=own.url, body="[매일경제] " + REPRINT),
        on_portal("zum", 15, page("yna", 12, WIRE), body=PORTAL_RENDERINGS["a paragraph is missing"]),
        page("sedaily", 16, "\n\n".join(WIRE.split("\n\n")[:2]), title="수입물가 1.9%↑", hours=2),
        page("yna", 17, WIRE.split("\n\n")[0], title="[속보] 수입물가 석 달 만에 반등", hours=-0.2),
        page("yna", 18, WIRE.replace("137.42", "137.24"), hours=-0.1),
        *APART["the exchange rate of two days"],
        *APART["results of two companies with the same figures"],
    ]


def outcome_of(folder: Path, pages: Iterable[Article]) -> tuple[Any, ...]:
    archive = Archive(folder / "archive.db")
    archive.save(*pages)
    assert archive.store.check() == []
    result = archive.pieces(), archive.stories(), archive.rows("SELECT size, wire FROM stories")
    archive.store.close()
    return result


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """What the family comes to in the order in which it is written down."""
    return outcome_of(tmp_path_factory.mktemp("usual"), family())


def test_the_family_comes_to_one_story(usual: tuple[Any, ...]) -> None:
    pieces, stories, told = usual
    assert sorted(map(len, pieces)) == [1, 1, 1, 1, 1, 1, 3, 3]
    assert [len(story) for story in stories] == [8]
    assert told == [(4, "연합뉴스")]


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(12)))
def test_the_order_of_arrival_does_not_change_the_result(
    usual: tuple[Any, ...], tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    pages = family()
    assert outcome_of(tmp_path_factory.mktemp("order"), (pages[position] for position in order)) == usual


# Kept up, killed, shared


def test_what_was_stored_before_there_were_keys_is_compared_afterwards(archive: Archive) -> None:
    archive.save(*family())
    result = archive.pieces(), archive.stories()
    with archive.store._writer.begin() as connection:
        connection.execute(delete(TextKeyRow))
        connection.execute(update(ArticleRow), dict(keys_version=None, story_id=None))
        connection.execute(delete(StoryRow))
    assert archive.stories() == set()
    while archive.store.mend(3):
        pass
    assert (archive.pieces(), archive.stories()) == result


def test_a_rebuild_goes_on_where_it_was_broken_off(archive: Archive) -> None:
    archive.save(*family())
    result = archive.pieces(), archive.stories()
    archive.store.forget_stories()
    waiting = archive.store.stale()
    assert archive.store.mend(3) == 3
    archive.store.forget_stories()
    assert archive.store.stale() == waiting - 3
    while archive.store.mend(3):
        pass
    assert (archive.pieces(), archive.stories()) == result


FAULTS = {
    "a size": ("UPDATE stories SET size = 9", "says that it has 9 articles"),
    "a first teller": ("UPDATE stories SET first_article_id = 7", "the first article of story 1 is not in it"),
    "a key": ("DELETE FROM text_keys WHERE article_id = 7", "article 7 has not all of its keys"),
    "an article": ("DELETE FROM articles WHERE id = 7", "there are keys of article 7, which is not there"),
    "a page": (
        "UPDATE copies SET url_key = (SELECT url_key FROM articles LIMIT 1) WHERE id = 1",
        "is an article and a copy",
    ),
    "an outcome": ("UPDATE urls SET outcome = 'pending'", "was stored and still counts as pending"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_check_says_what_is_wrong(tmp_path: Path, fault: str) -> None:
    archive = Archive(tmp_path / "archive.db")
    archive.save(*family())
    statement, words = FAULTS[fault]
    with archive.store._writer.begin() as connection:
        connection.exec_driver_sql(statement)
    assert any(words in sentence for sentence in archive.store.check())
    archive.store.close()


WRITER = """
import sys
from pathlib import Path
from tests.test_dedup import Archive, page, WIRE

archive = Archive(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    # Each number is a text of its own that all writers tell, each on a page of its own.
    body = "\\n\\n".join("".join(chr(0xAC00 + (ord(c) * (number + 7)) % 11172) if "가" <= c <= "힣" else c for c in p) for p in WIRE.split("\\n\\n"))
    archive.save(page(sys.argv[4], number, body, title=f"제목 {number}"), page(sys.argv[4], number + 1000, body + " 끝.", title=f"제목 {number}"))
    print(number, flush=True)
"""


def writer(database: Path, first: int, last: int, source: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(database), str(first), str(last), source]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])


def test_two_crawls_at_once_make_one_row_of_one_piece(tmp_path: Path) -> None:
    writers = [writer(tmp_path / "archive.db", 0, 40, source) for source in ("mk", "mk", "yna")]
    assert [process.wait() for process in writers if process.communicate()] == [0, 0, 0]
    archive = Archive(tmp_path / "archive.db")
    counts = archive.store.counts()
    assert (counts["articles"], counts["copies"], counts["stories"]) == (80, 80, 40)
    assert archive.store.check() == []
    archive.store.close()


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_writer_leaves_a_consistent_archive(tmp_path: Path, seed: int) -> None:
    database = tmp_path / "archive.db"
    for attempt in range(3):
        process = writer(database, 0, 100_000, "mk" if attempt % 2 else "yna")
        assert process.stdout
        for _ in range(random.Random(seed * 10 + attempt).randint(1, 12)):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        archive = Archive(database)
        assert archive.store.check() == []
        archive.store.close()
    again = Archive(database)
    assert again.store.counts()["stories"] > 0
    again.store.close()


# The rule of a pair


@given(st.text(alphabet="가나다라마바사아자차카타파하 0123456789.%", min_size=200), st.data())
def test_a_pair_is_judged_alike_from_either_side(body: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))))
    one, other = Text("제목", body), Text("다른 제목", body[:start] + body[end:])
    assert compare(one, other) == compare(other, one)


@given(st.text(alphabet="가나다라마바사아자차카타파하 “”‘’0123456789.%", min_size=30), st.data())
def test_typesetting_does_not_change_the_keys(body: str, data: st.DataObject) -> None:
    marks = str.maketrans(
        {"“": '"', "”": '"', "‘": "'", "’": "'", " ": data.draw(st.sampled_from(["", "  ", "\u00a0"]))}
    )
    reset = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), body.translate(marks))
    letters = keys.letters(body).tolist()
    assert keys.letters(reset).tolist() == letters
    assert all(chr(code).isalnum() for code in letters)


def test_a_text_with_another_beginning_must_hold_most_of_the_other() -> None:
    repeated = Likeness(
        shorter=0.9, longer=0.5, numbers=1.0, all_numbers=0.5, lead=0.1, headline=0.1, named=True, size=300
    )
    assert not repeated.same_story
    assert repeated._replace(lead=0.9).same_story
    assert repeated._replace(all_numbers=0.7).same_story
    assert not repeated._replace(all_numbers=0.7, numbers=0.8).same_story


def test_one_piece_has_the_beginning_or_the_headline_in_common() -> None:
    follow_up = Likeness(
        shorter=0.95, longer=0.65, numbers=1.0, all_numbers=0.9, lead=0.0, headline=0.1, named=True, size=300
    )
    assert not follow_up.same_piece
    assert follow_up._replace(lead=0.9).same_piece
    assert follow_up._replace(headline=0.9).same_piece
