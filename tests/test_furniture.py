"""What of a page is not the article, on lines and pages that no rule was written after."""

from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.loaders import NotAnArticle
from newscrawl.text import noise
from newscrawl.text.framing import unframed
from newscrawl.text.phrases import TOKEN, Phrases, table
from newscrawl.text.words import words

SOURCES = load_sources(get_project_settings())
LINES = Path(__file__).parent / "lines"


def lines(name: str) -> list[str]:
    """The lines of a list behind the first, which says what they are."""
    return (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()[1:]


def is_named(line: str) -> bool:
    text = line.removeprefix("tail: ")
    return noise.is_furniture(text) or noise.is_wall(text) or (text != line and noise.is_tail(text))


def test_lines_of_a_site_are_furniture() -> None:
    found = lines("furniture")
    missed = [line for line in found if not is_named(line)]
    assert len(found) >= 120
    assert len(missed) <= 0.04 * len(found), missed


def test_captions_are_known_by_their_credit() -> None:
    found = lines("captions")
    missed = [line for line in found if not noise.is_caption(line)]
    assert len(found) >= 70
    assert len(missed) <= 0.04 * len(found), missed


def test_an_articles_own_lines_stay() -> None:
    found = lines("own")
    assert len(found) >= 120
    assert [line for line in found if noise.is_furniture(line) or noise.is_caption(line) or noise.is_wall(line)] == []


def test_lines_of_many_sites_leave_the_edges_of_a_text() -> None:
    for name, least in (("many-furniture", 0.92), ("many-captions", 0.93)):
        found = lines(name)
        missed = [
            line
            for line in found
            if not unframed([line, *TEXT], None).lines == unframed([*TEXT, line], None).lines == TEXT
        ]
        assert len(found) >= 500
        assert len(missed) <= (1 - least) * len(found), missed


def test_own_lines_that_look_like_a_sites_stay_in_a_text() -> None:
    """In its middle nearly all; a subhead of nothing but a site's words may go where no subhead can stand, at an edge."""
    touched = {"middle": 0, "edges": 0}
    found = lines("many-own")
    for line in found:
        text, middle = line.removeprefix("M "), [*TEXT[:1], line.removeprefix("M "), *TEXT[1:]]
        touched["middle"] += unframed(middle, None).lines != middle
        edges = [] if line.startswith("M ") else [[text, *TEXT], [*TEXT, text]]
        touched["edges"] += any(unframed(page, None).lines != page for page in edges)
    assert len(found) >= 500
    assert touched["middle"] <= 0.02 * len(found)
    assert touched["edges"] <= 0.03 * len(found)


PAGE = """<!DOCTYPE HTML><html lang="ko"><head><meta charset="utf-8"><meta property="og:title" content="장바구니 물가 두 배로">
<meta property="og:article:author" content="가나일보 | 네이버"></head><body><div id="main_content" class="content"><div class="article_header">
<div class="article_info"><h3 id="articleTitle">장바구니 물가 두 배로</h3><div class="sponsor"><span class="t11">2021.05.27. 오전 9:16</span></div></div></div>
<div id="articleBody" class="article_body font1 size3"><div id="articleBodyContents" class="_article_body_contents">
<!-- 본문 내용 --><!-- TV플레이어 --><script type="text/javascript">// flash 오류를 우회하기 위한 함수 추가
function _flash_removeCallback() {{}}</script>{body}<!-- // 본문 내용 --></div></div></div></body></html>"""
URL = "https://news.naver.com/main/read.naver?mode=LSD&mid=shm&sid1=101&oid=001&aid=0012963481"
TEXT = [
    "사과 한 개 값이 1년 새 3.2% 올라 2,980원이 됐다.",
    "정부는 수입 물량을 1만2천t으로 늘리기로 했다.",
    "상인들은 손님이 줄었다고 말했다.",
]


def ad(text: str) -> str:
    return f'<a href="https://media.naver.com/channel/promotion.naver?oid=001" target="_blank">{text}</a>'


# What papers print under their text on Naver's pages of 2020 to 2022: as text, as links, one a line or several.
ENDINGS = {
    "calls": "<br><br>▶ 네이버에서 가나일보 구독하기<br>▶ 가나일보 바로가기<br><br>ⓒ 가나일보(www.example.co.kr), 무단전재 및 재배포 금지",
    "links": f"<br><br>[디지털뉴스국]<br><br>{ad('▶네이버 메인에서 ‘가나경제’를 받아보세요')}<br>{ad('▶뉴스레터 ‘아침 숟갈’ 구독')} {ad('▶‘G코인’ 지금 가입하면 5000코인 드려요')}<br><br>[ⓒ 가나경제 &amp; example.co.kr, 무단전재 및 재배포 금지]",
    "headlines": f"<br><br>하다온 기자 hda@example.co.kr<br><br>{ad('▶ 오늘부터 외식비 돌려준다… 배달앱으로 1만원 받으려면')}<br>{ad('▶ “통역 인재 모십니다” 배달·유통, 채용 큰손 됐다')}<br><br>저작권자 ⓒ 가나비즈, 무단 전재 및 재배포 금지",
    "sentences": f"<br><br>{ad('▶ 은행 예금 금리가 연 5%를 넘었다.')}<br>{ad('▶ 서울 아파트값이 3주째 내렸다.')}<br>▶ 네이버에서 [가나일보] 채널 구독하기",
    "sentences as text": "<br><br>마서윤 기자 msy@example.co.kr<br>▶ 은행 예금 금리가 연 5%를 넘었다.<br>▶ 서울 아파트값이 3주째 내렸다.<br>▶ 네이버에서 [가나일보] 채널 구독하기",
    "signed behind the text": " 하다온 기자 hda@example.co.kr<br><br>▶ 그가 들려주는 이야기, 아침의 커피<br>▶ 건강한 주식 맛집이 차린 메뉴<br>▶ ‘실검’이 사라졌다, 이슈는 어디서 봐?<br><br>ⓒ가나일보(https://example.co.kr), 무단 전재 및 재배포 금지",
    "arrows of many kinds": "<br><br>☞ 네이버에서 가나저널 뉴스를 받아 보세요<br>☞ 어느 창업자의 고백<br>★ 구독만 해도 커피쿠폰이 쏟아진다!<br>▶️ 뉴스레터 받아보기◀️<br>[관련기사]<br>- <br>",
    "in brackets": "<br><br>[ 가나닷컴 | 네이버 뉴스 채널 구독 | 모바일 웹 ]<br><br>[Copyrightⓒexample.com '저녁을 여는 신문 가나일보' 무단 전재 및 재배포 금지(구독신청:02)3700-0000)]",
    "several boxes": f"<br><br>desk@example.co.kr<br><br>[관련기사]<br>▶ 김장 비용 34만원…배추 한 포기 2,980원<br>☞ 전세 보증금, 얼마나 올랐나<br><br>▶ [ 코인허브 ] ▶ [ 반려동물 ]<br><br>{ad('▶ 네이버 메인에서 [가나1] 구독하기!')}<br><br>[© 가나1(example.kr), 무단 전재 및 재배포 금지]",
    "nothing": "",
}
# What an article ends with itself, a call under it.
OWN_ENDINGS = [
    ["▶ 1월 2,641.30", "▶ 2월 2,700.12"],
    ["▶ 신청 기간 : 3월 2일~3월 20일", "▶ 문의 : 02-123-4567"],
    ["▶ 대출 규제 강화", "▶ 공급 확대"],
    ["▶ 신청은 홈페이지에서 한다.", "▶ 결과는 3월에 나온다."],
    ["Q. 언제 사야 합니까.", "A. 지금은 아닙니다."],
]


def body_of(html: str) -> list[str]:
    page = PAGE.format(body=html).encode()
    return reading.article(page, URL, SOURCES, content_type="text/html;charset=utf-8").body.split("\n\n")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_boxes_of_a_paper_leave_a_portals_page(ending: str) -> None:
    assert body_of("<br><br>".join(TEXT) + ENDINGS[ending]) == TEXT


@pytest.mark.parametrize("own", OWN_ENDINGS, ids=lambda own: own[0])
@pytest.mark.parametrize(
    "behind", ["", ENDINGS["calls"], "<br><br>ⓒ 가나일보, 무단 전재 및 재배포 금지"], ids=["alone", "calls", "owner"]
)
def test_an_articles_own_list_stays_above_them(own: list[str], behind: str) -> None:
    assert body_of("<br><br>".join([*TEXT, *own]) + behind) == TEXT + own


@pytest.mark.parametrize(
    "line",
    [
        "한국은행은 물가가 내려가고 있다고 봤다. /뉴스1",
        "두 나라가 협상을 이어가고 있다. [연합뉴스]",
        "두 정상이 악수하고 있다. 연합뉴스",
    ],
)
def test_an_agencys_name_under_its_copy_takes_no_text_away(line: str) -> None:
    assert body_of("<br><br>".join([*TEXT, line]) + ENDINGS["calls"]) == [*TEXT, line]


def test_a_caption_leaves_the_text_it_stands_in() -> None:
    assert body_of("<br><br>".join([TEXT[0], "서울 시내 한 마트에 사과가 진열돼 있다. 뉴시스", *TEXT[1:]])) == TEXT


@pytest.mark.parametrize(
    "body", ["기사를 읽어드립니다<br>0", "입력 2021.05.27 09:16<br>글자 크기 조절<br>▶ 네이버에서 가나일보 구독하기"]
)
def test_a_body_of_nothing_but_tools_is_none(body: str) -> None:
    with pytest.raises(NotAnArticle):
        body_of(body)


@pytest.mark.parametrize("name", ["notices", "walls"])
def test_every_phrase_of_a_table_says_itself(name: str) -> None:
    """An entry, its gaps and words filled in, is known as printed: a slip of the pen in a table shows here."""
    for entry in words(name):
        said = "".join(
            {"…": " 여기 ", "○○": "가나"}.get(token, token.strip("()").split("/")[0] or token)
            for token in TOKEN.findall(entry)
        )
        assert table(name).said(said), (entry, said)


def test_what_an_editor_writes_is_known_in_print() -> None:
    """Two lines as an editor would add them to words/labels.txt and words/notices.txt."""
    assert "기사 모아 보기" in words("labels")
    assert all(map(noise.is_furniture, ("기사 모아 보기 >", "[기사모아보기]", "▶ 기사 모아보기 12")))
    notice = Phrases(["본 기사는 … 먼저 공개됐습니다"])
    assert notice.said("※ 본 기사는 20일 오전 9시 프리미엄 서비스에 먼저 공개됐습니다.")
    assert not notice.said("본 기사는 오보다. 그러나 이 자료는 먼저 공개됐습니다")
    with pytest.raises(ValueError, match="no word of two letters"):
        Phrases(["이 … 그"])
