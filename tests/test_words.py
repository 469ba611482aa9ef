"""The tables of words: what an entry must be, and that a new one counts without a line of Python."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from newscrawl.text import bylines, datelines, names, press
from newscrawl.text import words as tables
from newscrawl.text.names import NAME_ALONE
from newscrawl.text.words import anyof, words

FOLDER = Path(tables.__file__).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_is_for_and_has_every_entry_once(table: str) -> None:
    text = (FOLDER / f"{table}.txt").read_text(encoding="utf-8")
    assert text.startswith("# "), "the first line tells what the table is for"
    assert text.endswith("\n") and "\ufeff" not in text and unicodedata.is_normalized("NFC", text)
    entries = words(table)
    assert entries, "a table without an entry"
    assert sorted(entry for entry in set(entries) if entries.count(entry) > 1) == [], "an entry that is there already"
    # What a phrase means stands before it, behind a tab: "gone\t삭제된 기사".
    columns = [column for entry in entries for column in entry.split("\t")]
    assert [column for column in columns if column != " ".join(column.split())] == [], "an entry with blanks to spare"


def test_every_table_is_read_by_a_rule() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.parents[1].rglob("*.py"))
    assert [table for table in TABLES if not re.search(rf"[\"']{table}[\"']", code)] == []


def test_no_entry_is_without_effect() -> None:
    # What could be a name at all, and is not known for none by its ending or as a paper.
    stopped = words("not-a-name") + words("places")
    assert [word for word in stopped if not NAME_ALONE.fullmatch(word)] == []
    assert [word for word in stopped if names.HOUSES.search(word) or press.is_press(word)] == []
    assert sorted(set(words("not-a-name")) & set(words("places"))) == []
    # An ending that another ending has already.
    for together in (("house-endings", "paper-endings"), ("guest-titles",), ("titles-of-a-field",)):
        endings = [entry for table in together for entry in words(table)]
        assert [(a, b) for a in endings for b in endings if a != b and a.endswith(b)] == []
    # A blank may be missing on the page, so that an entry without it is there already.
    for table in ("press-titles", "titles", "picture-crew", "author-labels"):
        bare = [entry.replace(" ", "") for entry in words(table)]
        assert sorted(entry for entry in set(bare) if bare.count(entry) > 1) == []
    # A spelling that its letters have already is no harm, but a name that nobody bears is.
    rows = [line.split()[0] for line in words("romanised-surnames")]
    assert [name for name in rows if name not in words("surnames")] == []
    assert [line for line in words("romanised-letters") if not re.fullmatch(r"-?[ㄱ-ㅣ](?: [a-z]+)+", line)] == []


# A word that no table has, where it goes, and something that is read otherwise with it.
ADDED = {
    "reporter-kinds": ("드론", "bylines.parse('하도경 드론 기자')"),
    "press-titles": ("뉴스도우미", "bylines.whole_line('하도경 뉴스도우미')"),
    "titles": ("수의사", "bylines.parse('하도경 수의사')"),
    "titles-of-a-field": ("편집자", "bylines.parse('하도경 도서편집자')"),
    "guest-titles": ("조리장", "bylines.parse('하도경 한빛호텔 조리장')"),
    "surnames": ("즙", "names.is_plainly_name('즙도경')"),
    "papers": ("한빛소식", "datelines.split_head('[한빛소식] 금리가 내렸다.')"),
    "agencies": ("한빛통신", "press.wire(None, '(서울=한빛통신)', '금리가 내렸다.')"),
    "dateline-agencies": ("나루통신", "datelines.split_head('(파리=나루통신) 금리가 내렸다.')"),
    "paper-endings": ("소식지", "names.is_name('하도소식지')"),
    "house-endings": ("조합", "names.is_name('하도조합')"),
    "desks": ("우주", "names.is_name('우주부')"),
    "picture-crew": ("조명", "bylines.parse('조명 하도경 기자')"),
    "author-labels": ("엮은이", "bylines.parse('엮은이: 하도경 마서윤')"),
    "work-labels": ("대담", "bylines.parse('대담 하도경 마서윤')"),
    "machines": ("챗봇", "bylines.parse('하도경 챗봇 기자')"),
    "foreign-syllables": ("됴", "names.is_plainly_name('하됴경')"),
    "about-a-person": ("축사", "bylines.whole_line('축사 하도경 논설위원')"),
    "behind-a-byline": ("방명록", "bylines.whole_line('하도경 기자 방명록')"),
    "not-a-name": ("하늘길", "bylines.parse('하늘길 기자')"),
    "places": ("하도리", "bylines.parse('하도리 기자')"),
    "stamps": ("갱신", "bylines.whole_line('하도경 기자 갱신 2026.11.20 10:22')"),
    "romanised-surnames": ("하 xah", "mails.fits('xah@a.kr', '하도경')"),
    "published-labels": ("올린", "str(dates.labelled('올린 2026.11.20 15:22'))"),
    "edited-labels": ("고친", "str(dates.labelled('고친 2026.11.20 15:22'))"),
    "zones": ("?\t파리 시각", "str(dates.parse('2026.11.20 15:22 파리 시각'))"),
    "romanised-letters": ("ㄷ q", "mails.fits('hqk@a.kr', '하도경')"),
}  # fmt: skip


def test_a_new_word_counts_at_once(tmp_path: Path) -> None:
    copy = tmp_path / "newscrawl" / "text"
    shutil.copytree(FOLDER.parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "newscrawl" / "__init__.py").touch()
    questions = [question for _, question in ADDED.values()]
    program = (
        "import json, sys; from newscrawl.text import bylines, datelines, dates, mails, names, press\n"
        "print(json.dumps([eval(question) for question in json.loads(sys.argv[1])]))"
    )

    def answers() -> list[object]:
        command = [sys.executable, "-c", program, json.dumps(questions)]
        return list(json.loads(subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout))

    before = answers()
    for table, (word, _) in ADDED.items():
        assert word not in words(table)
        with (copy / "words" / f"{table}.txt").open("a", encoding="utf-8") as file:
            file.write(f"{word}  # a sample, 2026-11\n")
    after = answers()
    assert [table for table, old, new in zip(ADDED, before, after, strict=True) if old == new] == []


def test_a_comment_and_a_blank_in_an_entry_are_read_as_said() -> None:
    assert "Editor" in words("author-labels")  # its comment is none of it
    assert re.fullmatch(anyof("press-titles"), "논설위원") and re.fullmatch(anyof("press-titles"), "논설 위원")
    assert bylines.parse("하도경 논설 위원") and datelines.split_head("[한스경제 하도경] 금리가 내렸다.")[1]
