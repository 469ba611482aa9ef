"""Recorded cases: what a case holds, what is refused as one, and how two readings are compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newscrawl import cases, warc
from newscrawl.cases import CaseError

ORIGIN: dict[str, Any] = {
    "url": "https://www.mk.co.kr/news/economy/12201431",
    "kind": "article",
    "made": "invented",
    "content_type": "text/html; charset=utf-8",
}
ARTICLE: dict[str, Any] = {
    "source": "mk",
    "publisher": "매일경제",
    "url": ORIGIN["url"],
    "title": "기준금리 3.25% 동결",
    "body": "한국은행이 기준금리를 동결했다.\n\n시장은 ▲0.3% 올랐다.",
    "published_at": "2026-11-23T09:00:00+09:00",
}
REDIRECT: dict[str, Any] = {
    "url": "https://a.kr/1",
    "kind": "redirect",
    "made": "saved",
    "status": 301,
    "location": "/news/1",
}
PAGE = "<p>기준금리 3.25% 동결 ▲</p>"


def case(root: Path, name: str, expected: Any = None, page: bytes = PAGE.encode(), **origin: Any) -> Path:
    """A case written by hand; an origin value of None leaves the key out."""
    folder = root / name
    folder.mkdir(parents=True)
    values = {key: value for key, value in (ORIGIN | origin).items() if value is not None}
    (folder / "origin.json").write_text(json.dumps(values), "utf-8")
    if values["kind"] != "redirect":
        (folder / values.get("file", "page.html")).write_bytes(page)
    if expected is not None:
        (folder / "expected.json").write_text(json.dumps(expected), "utf-8")
    return folder


class TestLoad:
    def test_a_case_is_its_origin_its_bytes_and_what_is_expected(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/2025-05-desktop", ARTICLE, seen="2025-05", evidence="div.news_cnt_detail_wrap", sample=True)
        [read] = cases.load(tmp_path)
        assert (read.source, read.name, read.status, read.sample) == ("mk", "2025-05-desktop", 200, True)
        assert (read.body, read.expected) == (PAGE.encode(), ARTICLE)
        page = read.page()
        assert (page.url, page.status, page.body) == (ORIGIN["url"], 200, PAGE.encode())
        assert page.headers == (("Content-Type", "text/html; charset=utf-8"),)
        assert page.fetched_at.isoformat() == "2026-11-23T00:00:00+00:00"

    def test_they_are_sorted_and_can_be_those_of_one_source(self, tmp_path: Path) -> None:
        for name in ("sedaily/b", "mk/b", "sedaily/a"):
            case(tmp_path, name)
        (tmp_path / "mk" / "notes.txt").write_text("no case")
        assert [(read.source, read.name) for read in cases.load(tmp_path)] == [
            ("mk", "b"),
            ("sedaily", "a"),
            ("sedaily", "b"),
        ]
        assert [read.name for read in cases.load(tmp_path, "sedaily")] == ["a", "b"]
        assert cases.load(tmp_path, "hankyung") == []

    def test_a_page_kept_as_utf8_is_served_in_its_encoding(self, tmp_path: Path) -> None:
        case(tmp_path, "naver_finance/list", encoding="cp949", content_type="text/html; charset=euc-kr")
        [read] = cases.load(tmp_path)
        assert read.body == PAGE.encode("cp949")

    def test_a_redirect_has_no_page(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/moved", content_type=None, **REDIRECT)
        [read] = cases.load(tmp_path)
        assert read.page().headers == (("Location", "/news/1"),)
        assert (read.status, read.body) == (301, b"")

    def test_the_links_of_a_feed(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/feed", {"links": ["https://a.kr/1"]}, kind="feed", file="page.xml")
        [read] = cases.load(tmp_path)
        assert read.expected == {"links": ["https://a.kr/1"]}

    @pytest.mark.parametrize(
        ("origin", "fault"),
        [
            ({"knd": "article"}, "unknown key 'knd'"),
            ({"kind": "video"}, "'kind' must be one of article, .*, not 'video'"),
            ({"made": "generated"}, "'made' must be one of invented, saved, not 'generated'"),
            ({"url": None}, "'url' is missing"),
            ({"url": "/news/1"}, "'url' must be a full address, not '/news/1'"),
            ({"content_type": None}, "'content_type' is missing"),
            ({"status": "200"}, "'status' must be of type int, not '200'"),
            ({"status": True}, "'status' must be of type int, not True"),
            ({"sample": 1}, "'sample' must be of type bool, not 1"),
            ({"status": 301}, "'status' must be 3xx for a redirect, and for nothing else"),
            (REDIRECT | {"status": 200}, "'status' must be 3xx for a redirect, and for nothing else"),
            (REDIRECT | {"location": None}, "'location' is missing"),
            ({"encoding": "cp94"}, "unknown encoding 'cp94'"),
        ],
    )
    def test_an_origin_at_fault(self, tmp_path: Path, origin: dict[str, Any], fault: str) -> None:
        folder = case(tmp_path, "mk/a", **origin)
        with pytest.raises(CaseError, match=fault) as raised:
            cases.load(tmp_path)
        assert str(raised.value).startswith(f"{folder / 'origin.json'}: ")

    @pytest.mark.parametrize(
        ("expected", "fault"),
        [
            (ARTICLE | {"title": " "}, "'title' is empty"),
            (ARTICLE | {"body": ""}, "'body' is empty"),
            (ARTICLE | {"publisher": None}, "'publisher' is empty"),
            (ARTICLE | {"published_at": None}, "'published_at' is empty"),
            (ARTICLE | {"published_at": "2026-11-23T09:00:00"}, "'published_at' has no UTC offset"),
            (ARTICLE | {"autor": []}, "unknown field 'autor'"),
            (ARTICLE | {"body": "본문이다.\n\n<저작권자ⓒ 무단전재 금지>"}, "'무단전재' in the body"),
            (ARTICLE | {"body": "무단 전재 및 재배포 금지"}, "'무단 전재' in the body"),
            (ARTICLE | {"body": "AI 학습 및 재배포 금지"}, "'재배포' in the body"),
            (ARTICLE | {"body": "김하나 기자 = 한국은행이"}, "'기자 =' in the body"),
            (ARTICLE | {"body": "본문이다.\n\n광고"}, "'광고' in the body"),
            ({"title": "속보"}, "'body' is empty"),
            (["links"], "must be a JSON object"),
        ],
    )
    def test_an_expectation_that_no_right_reading_gives(self, tmp_path: Path, expected: Any, fault: str) -> None:
        folder = case(tmp_path, "mk/a", expected)
        with pytest.raises(CaseError, match=fault) as raised:
            cases.load(tmp_path)
        assert str(raised.value).startswith(f"{folder / 'expected.json'}: ")

    def test_an_article_may_be_about_advertising(self, tmp_path: Path) -> None:
        body = "네이버는 3분기 광고 매출이 1조2000억원으로 지난해 같은 기간보다 10.5% 늘었다고 밝혔다."
        case(tmp_path, "mk/a", ARTICLE | {"body": body})
        assert len(cases.load(tmp_path)) == 1

    @pytest.mark.parametrize(
        ("kind", "expected", "fault"),
        [
            ("listing", {"links": "https://a.kr/1"}, "a listing expects one key, 'links'"),
            ("sitemap", {"urls": []}, "a sitemap expects one key, 'links'"),
            ("robots", {"links": []}, "nothing is read from a page of kind 'robots'"),
        ],
    )
    def test_an_expectation_of_another_kind(self, tmp_path: Path, kind: str, expected: Any, fault: str) -> None:
        case(tmp_path, "mk/a", expected, kind=kind)
        with pytest.raises(CaseError, match=fault):
            cases.load(tmp_path)

    def test_a_file_at_fault_is_named(self, tmp_path: Path) -> None:
        folder = case(tmp_path, "mk/a", encoding="cp949", page="〜 ﬁ".encode())
        with pytest.raises(CaseError, match=r"page\.html: cannot be served as cp949"):
            cases.load(tmp_path)
        (folder / "page.html").unlink()
        with pytest.raises(CaseError, match=r"page\.html: No such file"):
            cases.load(tmp_path)
        (folder / "origin.json").write_text("{")
        with pytest.raises(CaseError, match=r"origin\.json: no JSON: "):
            cases.load(tmp_path)
        (folder / "origin.json").unlink()
        with pytest.raises(CaseError, match=r"origin\.json: No such file"):
            cases.load(tmp_path)


class TestSave:
    def test_a_page_is_recorded_and_read_again(self, tmp_path: Path) -> None:
        saved = cases.save(tmp_path, "mk", "new", page=PAGE.encode(), origin=ORIGIN | {"made": "saved"})
        assert saved.expected is None
        cases.write_expected(saved, ARTICLE)
        [read] = cases.load(tmp_path)
        assert (read.body, read.made, read.expected) == (PAGE.encode(), "saved", ARTICLE)
        assert "기준금리 3.25% 동결" in (saved.folder / "expected.json").read_text("utf-8")

    def test_an_encoded_page_is_kept_as_utf8(self, tmp_path: Path) -> None:
        saved = cases.save(tmp_path, "mk", "new", page=PAGE.encode("cp949"), origin=ORIGIN | {"encoding": "cp949"})
        assert (saved.folder / "page.html").read_text("utf-8") == PAGE
        assert saved.body == PAGE.encode("cp949")

    @pytest.mark.parametrize(
        ("page", "origin", "fault"),
        [
            (PAGE.encode("cp949") + b"\xff", {"encoding": "cp949"}, "the page is not wholly cp949"),
            (PAGE.encode(), {"kind": "video"}, "'kind' must be one of"),
        ],
    )
    def test_what_cannot_be_a_case_leaves_nothing_behind(
        self, tmp_path: Path, page: bytes, origin: dict[str, Any], fault: str
    ) -> None:
        with pytest.raises(CaseError, match=fault):
            cases.save(tmp_path, "mk", "new", page=page, origin=ORIGIN | origin)
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "name",
        ["../evil", "/tmp/evil", "a/../../x", "..", ".", "", ".hidden", "a b", "a\n", "a\\b", "a\0", "-rf", "a" * 200],
    )
    def test_a_name_never_leads_elsewhere(self, tmp_path: Path, name: str) -> None:
        root = tmp_path / "pages"
        with pytest.raises(CaseError, match="is no name of a case"):
            cases.save(root, "mk", name, page=b"<p>", origin=ORIGIN)
        assert list(tmp_path.iterdir()) == []

    def test_a_case_is_not_overwritten(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/a")
        with pytest.raises(CaseError, match="there is such a case already"):
            cases.save(tmp_path, "mk", "a", page=b"new", origin=ORIGIN)
        assert cases.load(tmp_path)[0].body == PAGE.encode()

    def test_an_impossible_expectation_is_not_written(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/a", ARTICLE)
        [read] = cases.load(tmp_path)
        with pytest.raises(CaseError, match="'title' is empty"):
            cases.write_expected(read, ARTICLE | {"title": ""})
        assert cases.load(tmp_path)[0].expected == ARTICLE


class TestDifference:
    def test_the_same_reading_has_none(self) -> None:
        assert cases.difference(ARTICLE, ARTICLE | {"extraction": {"title": "json-ld"}}) == []

    def test_it_names_fields_in_the_expected_order(self) -> None:
        expected = {"title": "금리", "section": "경제", "premium": False, "extraction": {"title": "meta"}}
        got = {"language": "ko", "premium": True, "title": "금리", "extraction": {"title": "json-ld"}}
        assert cases.difference(expected, got) == [
            "section: missing, expected '경제'",
            "premium: expected False, got True",
            "extraction: expected {'title': 'meta'}, got {'title': 'json-ld'}",
            "language: not expected, got 'ko'",
        ]

    def test_a_body_is_compared_by_paragraphs(self) -> None:
        lines = cases.difference(
            {"body": "첫째.\n\n둘째.\n\n셋째.\n\n넷째."}, {"body": "첫째.\n\n둘 째.\n\n셋째.\n\n넷째."}
        )
        assert lines == [
            "--- body expected",
            "+++ body got",
            "@@ -1,3 +1,3 @@",
            " 첫째.",
            "-둘째.",
            "+둘 째.",
            " 셋째.",
        ]

    def test_a_list_is_compared_by_rows(self) -> None:
        lines = cases.difference({"authors": [{"name": "김하나"}]}, {"authors": []})
        assert lines[2:] == ["@@ -1 +0,0 @@", '-{"name": "김하나"}']

    def test_null_is_not_an_empty_list(self) -> None:
        assert cases.difference({"authors": []}, {"authors": None}) == ["authors: expected [], got None"]


class TestSample:
    def test_it_holds_the_cases_marked_so(self, tmp_path: Path) -> None:
        case(tmp_path / "pages", "mk/b", sample=True)
        case(tmp_path / "pages", "mk/a", content_type=None, sample=True, **REDIRECT)
        case(tmp_path / "pages", "mk/c", url="https://www.mk.co.kr/news/economy/2")
        assert cases.sample(tmp_path / "pages", tmp_path / "one.warc.gz") == 2
        assert [page.url for page in warc.read(tmp_path / "one.warc.gz")] == ["https://a.kr/1", ORIGIN["url"]]
        cases.sample(tmp_path / "pages", tmp_path / "two.warc.gz")
        assert (tmp_path / "one.warc.gz").read_bytes() == (tmp_path / "two.warc.gz").read_bytes()

    def test_an_address_can_be_in_it_once(self, tmp_path: Path) -> None:
        case(tmp_path, "mk/a", sample=True)
        case(tmp_path, "mk/b", sample=True)
        with pytest.raises(CaseError, match=r"b/origin\.json: .*a is a sample of the same address"):
            cases.sample(tmp_path, tmp_path / "a.warc.gz")
