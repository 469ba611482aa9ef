"""What commands print: nothing that a terminal obeys, nothing it lacks, no word of a reader who stopped reading."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path

import pytest

from newscrawl import cases
from newscrawl.commands import running
from newscrawl.commands.running import CASES
from newscrawl.commands.terminal import plain, show, typed
from newscrawl.storage import Store
from tests.world import RunHere

ARTICLE = CASES / "mk" / "2025-05-flash"
LISTING = CASES / "mk" / "2026-07-listing-economy"
FORGED = "코스피\x1b]0;제목\x07\x1b[2J\x9b31m\u202e046,2\u2066\x7f\r줄"
NASTY = dict(
    source="mk",
    publisher="매일경제",
    url="https://www.mk.co.kr/news/economy/12201431",
    title="기준금리 동결",
    body="한국은행이 기준금리를 연 2.50%로 동결했다고 20일 밝혔다.\n\n😀 환율은 1,402.5원이다.",
    images=[dict(url=f"https://www.mk.co.kr/{FORGED}.jpg", caption=None)],
    section=FORGED,
)
# One that prints something, of every command that prints.
COMMANDS = {
    "articles": ["--list"],
    "search": ["금리"],
    "export": ["-o", "-"],
    "story": ["1"],
    "runs": ["--json"],
    "health": [],
    "dedup": ["--check"],
    "sources": [],
    "extract": ["--url", cases.load(CASES, "mk")[0].url, str(ARTICLE / "page.html")],
    "links": ["--url", "https://www.mk.co.kr/news/economy/", str(LISTING / "page.html")],
    "record": ["--source", "ebn"],
    "import": [],
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with an article of a page that knows terminals."""
    folder = tmp_path_factory.mktemp("terminal")
    (folder / "a.jsonl").write_text("\n".join(json.dumps(NASTY | dict(url=f"{NASTY['url']}{n}")) for n in (1, 2)))
    COMMANDS["import"] = [str(folder / "a.jsonl")]
    return folder / "a.db"


@pytest.fixture
def stored(database: Path, run_here: RunHere) -> Path:
    if not database.exists():
        assert run_here(database, "import", *COMMANDS["import"])[0] == 0
        with Store(f"sqlite:///{database}") as store:
            store.finish_run(store.start_run("mk"), reason="finished", status="healthy", counters={"note": FORGED})
    return database


@pytest.fixture
def printing_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Makes a descriptor the standard output of a command that runs in this process."""
    opened: list[TextIOWrapper] = []

    def into(descriptor: int, encoding: str = "utf-8") -> None:
        opened.append(TextIOWrapper(os.fdopen(descriptor, "wb"), encoding=encoding))
        monkeypatch.setattr(sys, "stdout", opened[-1])

    yield into
    for stream in opened:
        stream.close()


def closed_pipe() -> int:
    reader, writer = os.pipe()
    os.close(reader)
    return writer


def ended(run_here: RunHere, database: Path, name: str) -> tuple[object, str]:
    """The exit code of a command, and what it said if it was not caught on its way."""
    try:
        code, _, err = run_here(database, name, *COMMANDS[name])
    except SystemExit as end:
        return end.code, ""
    return code, err


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_who_stops_ends_a_command_without_a_word(
    name: str, stored: Path, run_here: RunHere, printing_to: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    printing_to(closed_pipe())
    code, _, err = run_here(stored, name, *COMMANDS[name])
    assert (code, err + capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_output_that_is_full_is_said_in_one_sentence(
    name: str, stored: Path, run_here: RunHere, printing_to: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    printing_to(os.open("/dev/full", os.O_WRONLY))
    code, said = ended(run_here, stored, name)
    said += capsys.readouterr().err
    assert code == 1
    assert "No space left on device" in said and said.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_an_output_that_is_closed_is_said_in_one_sentence(
    name: str,
    stored: Path,
    run_here: RunHere,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    code, said = ended(run_here, stored, name)
    said += capsys.readouterr().err
    assert code == 1
    assert "Bad file descriptor" in said and said.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_of_ascii_gets_letters_by_their_numbers(
    name: str, stored: Path, run_here: RunHere, printing_to: Callable[..., None]
) -> None:
    reader, writer = os.pipe()
    printing_to(writer, "ascii")
    if name == "export":
        pytest.skip("a file of bytes in UTF-8, whatever the terminal's letters are")
    with os.fdopen(reader, "rb") as answer:
        run_here(stored, name, *COMMANDS[name])
        sys.stdout.close()
        printed = answer.read().decode("ascii")
    assert printed
    if name in ("extract", "runs"):
        json.loads(printed.splitlines()[0] if name == "runs" else printed)


@pytest.mark.parametrize(
    ("name", "words"),
    [("articles", ["1"]), ("articles", ["--list"]), ("search", ["코스피"]), ("search", ["--json", "금리"])],
)
def test_what_a_terminal_obeys_is_never_printed(name: str, words: list[str], stored: Path, run_here: RunHere) -> None:
    code, out, _ = run_here(stored, name, *words)
    assert code == 0
    assert not set(out) & set("\x1b\x07\x9b\u202e\u2066\x7f\r")
    if "--json" in words:
        assert [json.loads(line)["images"][0]["url"] for line in out.splitlines()] == [NASTY["images"][0]["url"]] * 2  # type: ignore[index]


def test_a_sentence_about_a_page_is_plain_too(
    run_here: RunHere, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(NASTY | {"pub\x9b2J": "x"}, ensure_ascii=False))
    _, _, err = run_here(tmp_path / "a.db", "import", str(tmp_path / "a.jsonl"))
    assert "unknown field" in err and "\x9b" not in err
    _, _, err = run_here(tmp_path / "a.db", "extract", "--url", "x", str(tmp_path / "\x1b[2J"))
    assert "\\u001b[2J cannot be read" in err
    logging.warning("%s is dead", FORGED)
    assert caplog.messages[-1] == FORGED + " is dead"
    before = logging.getLogRecordFactory()
    logging.setLogRecordFactory(running.Record)
    try:
        logging.warning("%s is dead", FORGED)
    finally:
        logging.setLogRecordFactory(before)
    assert caplog.messages[-1] == plain(FORGED) + " is dead"


@pytest.mark.parametrize(
    ("encoding", "text", "printed"),
    [
        ("ascii", "금 😀 A", "\\uae08 \\ud83d\\ude00 A"),
        ("cp949", "금리 😀 뷁", "금리 \\ud83d\\ude00 뷁"),
        ("latin-1", "é금", "é\\uae08"),
        ("utf-8", "금\ud83d리", "금\\ud83d리"),
    ],
)
def test_letters_that_an_output_lacks(encoding: str, text: str, printed: str, printing_to: Callable[..., None]) -> None:
    reader, writer = os.pipe()
    printing_to(writer, encoding)
    with os.fdopen(reader, "rb") as answer:
        show([text])
        sys.stdout.close()
        assert answer.read().decode(encoding) == printed + "\n"


def test_words_typed_under_a_locale_of_ascii() -> None:
    assert typed("금리".encode().decode("ascii", "surrogateescape")) == "금리"
    assert typed("금리") == "금리"
