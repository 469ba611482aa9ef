"""What one text changed against another: nothing is lost in the comparison, and every sentence is told once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.dedup.changes import changes, kept, sentences, words

SENTENCES = st.sampled_from(
    "한국은행이 기준금리를 연 2.50%로 동결했다.|코스피는 0.88% 내린 4,128.35에 마감했다.|이 총재는 “더 지켜보겠다. 서두르지 않는다”고 말했다.|"
    "시장은 관망했다.|무엇이 문제인가?|미국(U.S.) 국채 금리는 4.1%다.|전망|표\t1\t2|“끝났다.” 그가 말했다.".split("|")
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=5).map("\n\n".join)


@given(TEXTS | st.text(alphabet="가나 .?!“”\"'0123A%\n", max_size=80))
def test_no_letter_is_lost_between_sentences(body: str) -> None:
    assert "".join("".join(sentences(body)).split()) == "".join(body.split())


@pytest.mark.parametrize(
    "body, count",
    [
        ("기준금리는 연 2.50%다. 환율은 1,437.80원이다.", 2),
        ("그는 “올랐다. 더 오른다”고 했다. 시장은 반겼다.", 2),
        ("그는 “올랐다.”라고 했다. 시장은 반겼다.", 2),
        ("“올랐다.” 그는 웃었다.", 2),
        ("U.S. Steel 주가는 3.2% 뛰었다.", 1),
        ("지난달 21일. 시장이 멈췄다.", 2),
        ("첫째 줄\n둘째 줄", 2),
    ],
)
def test_where_a_sentence_ends(body: str, count: int) -> None:
    assert len(sentences(body)) == count


@given(TEXTS, TEXTS)
def test_every_sentence_is_told_once(old: str, new: str) -> None:
    found = changes(old, new)
    assert Counter(change.old for change in found if change.old) == Counter(sentences(old))
    assert Counter(change.new for change in found if change.new) == Counter(sentences(new))
    assert [change.new for change in found if change.new] == sentences(new)


@given(TEXTS)
def test_a_text_has_not_changed_against_itself(body: str) -> None:
    assert {change.kind for change in changes(body, body.replace("“", '"').replace("”", '"').replace(" ", "  "))} <= {
        "same"
    }
    assert kept(changes(body, body)) == 1


def test_what_a_reprint_did() -> None:
    old = "첫 문장은 그대로다. 둘째 문장은 앞으로 간다. 셋째는 20일 발표됐다. 넷째 문장은 빠진다."
    new = "둘째 문장은 앞으로 간다. 첫 문장은 그대로다. 셋째는 이날 발표됐다. 새로 보탠 얘기도 있다."
    assert [change.kind for change in changes(old, new)] == ["moved", "same", "dropped", "reworded", "added"]


def test_a_changed_number_shows_in_the_words() -> None:
    assert (
        words("지수는 137.24로 1.9% 올랐다.", "지수는 137.42로 1.9% 올랐다.")
        == "지수는 [-137.24로-] {+137.42로+} 1.9% 올랐다."
    )
