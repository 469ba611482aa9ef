"""Times: every row of docs/times.md, and that a moment in any form is read as itself or as none."""

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawl import loaders
from newscrawl.assembly import Facts
from newscrawl.text import dates
from newscrawl.text.dates import SEOUL

DOC = (Path(__file__).parents[1] / "docs" / "times.md").read_text(encoding="utf-8")
NONE = "–"


def rows(heading: str) -> list[list[str]]:
    """The cells of a table's rows, samples as they stand on a page."""
    part = DOC.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ") and not line.startswith("| form")]
    cells = [[cell.strip(" ") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    for row in cells:
        assert re.fullmatch("`[^`]+`", row[1]), row
        plain = row[1].strip("`").replace("\\|", "|").replace("\\n", "\n")
        row[1] = re.sub(r"\\u([0-9a-f]{4})", lambda sign: chr(int(sign[1], 16)), plain)
    return cells


@pytest.mark.parametrize("heading", ["One time", "No time"])
def test_every_form_of_the_table_is_read_as_it_says(heading: str) -> None:
    told = rows(heading)
    read = [[form, sample, _whole(dates.parse(sample))] for form, sample, _ in told]
    assert read == told
    assert all((stated == NONE) is (heading == "No time") for _, _, stated in told)


def test_labels_tell_which_time_is_which() -> None:
    told = rows("Which time is which")
    assert [[form, sample, *map(_short, dates.printed(sample))] for form, sample, _, _ in told] == told
    # On a whole page a label belongs to the time behind it, and one that stands behind its time never to another's.
    behind = [row for row in told if row[0] == "labels behind"]
    assert [_short(dates.labelled(sample)[0]) for _, sample, _, _ in behind] == [
        published for _, _, published, _ in behind
    ]
    before = [row for row in told if row not in behind]
    assert [[form, sample, *map(_short, dates.labelled(sample))] for form, sample, _, _ in before] == before


def _whole(moment: datetime | None) -> str:
    return moment.isoformat() if moment else NONE


def _short(moment: datetime | None) -> str:
    return moment.astimezone(SEOUL).isoformat().removesuffix("+09:00").removesuffix(":00") if moment else NONE


def test_the_time_of_a_site_is_none_of_its_pages() -> None:
    told = rows("The site's own")
    assert [[form, sample, *map(_short, dates.labelled(sample))] for form, sample, _, _ in told] == told


def test_numbers_of_data_are_times() -> None:
    told = rows("Data")
    read = [[form, sample, _whole(dates.parse(dates.since_1970(sample)))] for form, sample, _ in told]
    assert read == told


def test_the_table_is_a_table() -> None:
    assert len(rows("One time")) + len(rows("No time")) >= 200
    samples = [row[1] for heading in ("One time", "No time") for row in rows(heading)]
    assert len(samples) == len(set(samples))


ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DAYS, KOREAN_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split(), "월화수목금토일"


def forms(at: datetime, shown: str) -> list[str]:
    """A moment as its own zone's clock shows it, in every form of a date and a clock; ``shown`` is how the zone is printed."""
    twelve, half = at.hour % 12 or 12, at.hour >= 12
    month, day, korean = ENGLISH[at.month - 1], DAYS[at.weekday()], KOREAN_DAYS[at.weekday()]
    year = [
        "{0:%Y.%m.%d}",
        "{0:%Y-%m-%d}",
        "{0:%Y/%m/%d}",
        "{0.year}. {0.month}. {0.day}.",
        "{0:%y.%m.%d}",
        "{0:%y-%m-%d}",
        "{0:%y/%m/%d}",
    ]
    year += [
        "{0.year}년 {0.month}월 {0.day}일",
        "{0.year}年{0.month}月{0.day}日",
        "{0:%Y%m%d}",
        "{0:%m/%d/%Y}",
        "{0:%d/%m/%Y}",
        "{0:%d.%m.%Y}",
    ]
    named = [
        f"{day}, {at.day} {month} {at.year}",
        f"{day}, {at:%d}-{month}-{at:%y}",
        f"{month}. {at.day}, {at.year},",
        f"{at.day} {at.month}월 {at.year}",
    ]
    dated = [form.format(at) for form in year] + named
    dated += [f"{date}{weekday}" for date in dated[:9] for weekday in (f"({korean})", f" {korean}요일", f" ({day})")]
    clocks = [f"{at:%H:%M:%S}", f"{at:%H:%M:%S}.0", f"{at.hour}시 {at.minute}분 {at.second}초", f"({at:%H:%M:%S})"]
    clocks += [f"{'오후' if half else '오전'} {twelve}:{at:%M:%S}", f"{'PM' if half else 'AM'} {twelve}:{at:%M:%S}"]
    clocks += [
        f"{twelve}:{at:%M:%S} {'p.m.' if half else 'a.m.'}",
        f"{twelve}:{at:%M:%S}{'pm' if half else 'am'}",
        f"{twelve:02}:{at:%M:%S} {'PM' if half else 'AM'}",
    ]
    joined = [f"{date}{between}{clock}{shown}" for date in dated for between in (" ", "", "T") for clock in clocks]
    behind = [f"{day} {month} {at.day} {clock}{shown} {at.year}" for clock in clocks]
    first = [f"{clock}{shown} {month} {at.day}, {at.year}" for clock in clocks] + [
        f"{clock}{shown} {at:%Y.%m.%d}" for clock in clocks
    ]
    return joined + behind + first + [f"{at:%Y%m%d%H%M%S}{shown}", f"{at:%Y%m%dT%H%M%S}{shown}"]


# How zones are printed, and their minutes; None is one that nobody can know.
SHOWN: list[tuple[str, int | None]] = [
    ("", 540),
    (" KST", 540),
    ("Z", 0),
    ("+09:00", 540),
    (" +0900", 540),
    (" GMT", 0),
    (" GMT+9", 540),
    (" (UTC+9)", 540),
    (" GMT +0900", 540),
]
SHOWN += [
    ("-05:00", -300),
    (" -0330", -210),
    (" EST", -300),
    (" EDT", -240),
    ("[Asia/Seoul]", 540),
    ("+0530", 330),
    (" CST", None),
    ("Z+09:00", None),
]
SHOWN += [
    (" (현지시간)", None),
    (" QST", None),
    ("+27:00", None),
    (" America/New_York", None),
    (" +0900 (KST)", 540),
    ("-04:00 (EDT)", -240),
]


@settings(max_examples=6, deadline=None, phases=[Phase.generate])
@given(st.datetimes(datetime(2000, 1, 1), datetime(2049, 12, 30)), st.sampled_from(SHOWN))  # noqa: DTZ001
def test_a_moment_in_any_form_is_read_as_itself_or_as_none(at: datetime, zone: tuple[str, int | None]) -> None:
    shown, minutes = zone
    moment = at.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes or 0)))
    right = (None, moment if minutes is not None else None)
    wrong = {form: got for form in forms(moment, shown) for got in [dates.parse(form)] if got not in right}
    assert wrong == {}


def test_the_forms_are_read_not_only_refused() -> None:
    at = datetime(2026, 11, 20, 15, 22, 33, tzinfo=SEOUL)
    read = [dates.parse(form) == at for form in forms(at, " KST")]
    assert sum(read) > 0.6 * len(read)


def test_the_edges_of_the_calendar_are_none_and_no_exception() -> None:
    for year in ("0001", "1582", "1969", "2038", "2099", "9999"):
        for rest in (
            "-01-01T00:00:00+14:00",
            "-12-31T23:59:59-12:00",
            "-12-31T24:00:00Z",
            "-02-30T00:00:00Z",
            ".12.31 오후 12:59",
            "-06-30T23:59:60Z",
        ):
            moment = dates.parse(year + rest)
            if moment:
                assert dates.is_possible(moment) is (
                    datetime(1990, 1, 1, tzinfo=SEOUL) < moment < datetime.now(UTC) + timedelta(days=1)
                )
                moment.astimezone(SEOUL), moment.astimezone(UTC)


def test_a_long_run_of_nearly_times_is_read_through() -> None:
    # Each of these kept a pattern busy for seconds when a part of it had no bound.
    for piece in (
        "1",
        " ",
        "2026.11.20 ",
        "2026.11.20" + " " * 20,
        "입력 ",
        "입력 : : :",
        "(",
        "2026-11-20T15:22:33.",
        "Nov ",
        "15:22 ",
        "오후 ",
        "11/",
    ):
        text = "2026.11.20" + piece * (150_000 // len(piece))
        assert dates.parse(text) is None or piece.startswith(("2026-", "15:22"))
        dates.labelled(text)
        dates.printed(text)


SENTENCE = "한국은행이 기준금리를 연 2.50%로 동결했다고 20일 밝혔다. 시장은 물가와 환율을 함께 보겠다는 뜻으로 풀이했다고 하도경 연구원은 말했다."


def article(published: object, printed: str, edited: object = None) -> tuple[str, str, str | None, dict[str, int]]:
    """Publication, edit, doubt and counters of a page of no known site, its JSON-LD and what it prints."""
    data = {"@type": "NewsArticle", "headline": "기준금리 동결", "datePublished": published, "dateModified": edited}
    head = f"<title>기준금리 동결</title><script type='application/ld+json'>{json.dumps(data)}</script>"
    page = f"{head}<h1>기준금리 동결</h1><div class=info>{printed}</div><article><p>{SENTENCE}</p><p>{SENTENCE} 코스피는 내렸다.</p></article>"
    stats = MemoryStatsCollector(get_crawler())
    got = loaders.read(page, "https://www.example.kr/news/1", Facts(source="example.kr"), stats=stats)
    counted = {name: n for name, n in stats.get_stats().items() if name.startswith("doubt/")}
    return _short(got.published_at), _short(got.modified_at), got.extraction.get("doubt"), counted


def test_a_printed_time_nine_hours_from_the_data_counts_and_is_a_doubt() -> None:
    doubt, said = "mislabelled-zone", {"doubt/mislabelled-zone": 1}
    label = "<dt>입력</dt><dd>2026.11.20. 오전 9:30</dd>"
    assert article("2026-11-20T09:30:00+00:00", label) == ("2026-11-20T09:30", NONE, doubt, said)
    assert article("2026-11-20T00:30:00+09:00", label) == ("2026-11-20T09:30", NONE, doubt, said)
    assert article("2026-11-20 00:30:12", "등록 : 2026년 11월 20일 9시 30분") == ("2026-11-20T09:30", NONE, doubt, said)
    both = "입력 2026-11-20 21:30 | 수정 2026-11-20 22:10"
    assert article("2026-11-20T21:30:00Z", both, "2026-11-20T22:10:00Z") == (
        "2026-11-20T21:30",
        "2026-11-20T22:10",
        doubt,
        said,
    )
    # The zone of an edit in the same data is as doubtful.
    assert article("2026-11-20T09:30:00Z", label, "2026-11-20T10:10:00Z") == ("2026-11-20T09:30", NONE, doubt, said)
    # The same moment, another difference, no label, another zone: the data count.
    assert article("2026-11-20T00:30:00Z", label) == ("2026-11-20T09:30", NONE, None, {})
    assert article("2026-11-20T09:31:00Z", label)[0] == "2026-11-20T18:31"
    assert article("2026-11-20T09:30:00Z", "2026.11.20 09:30") == ("2026-11-20T18:30", NONE, None, {})
    assert article("2026-11-20T04:30:00-05:00", label) == ("2026-11-20T18:30", NONE, None, {})


def test_data_may_count_from_1970_and_a_page_may_not() -> None:
    assert article(1795155753, "")[0] == article(1795155753000, "")[0] == "2026-11-20T15:22:33"
    assert article(None, "기사번호 1795155753")[0] == NONE
    assert (
        article("9999-12-31T23:59:59+00:00", "")[:3]
        == article("0001-01-01T00:00:00+14:00", "")[:3]
        == (NONE, NONE, None)
    )
    assert article("2099-12-31T23:59:59+00:00", "")[3] == {"doubt/published_at-out-of-time": 1}
    assert article(None, "3분 전")[0] == article(None, "어제 15:22")[0] == article(None, "방금 전 업데이트")[0] == NONE
