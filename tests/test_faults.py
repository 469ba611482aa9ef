"""What a network and a database can do to a crawl: nothing stored is lost, the outcome is written down, one sentence says it."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from newscrawl.storage import Store
from tests.broken import RESET, Speech, bomb, said, speaking
from tests.site import Answer, Gate, Web, article, headline, listing
from tests.test_storage import strange
from tests.world import DEADLINE, FRONT, LIST, PROJECT, Ended, World, address, ended

PAGE = article(1).encode()


def dripping() -> Iterator[bytes]:
    """A byte now and then, for longer than a crawl waits for one page."""
    yield said(b"", length=len(PAGE))
    pause = threading.Event()
    for byte in PAGE:
        yield bytes([byte])
        pause.wait(0.5)


def endless() -> Iterator[bytes]:
    """A page that goes on for ever."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    while True:
        yield b"<p>" + b"x" * 65_536


def proxied(text: bytes) -> Speech:
    return lambda: [said(text)]


BOMB = 15
REFRESH = f"<html><head><meta http-equiv=refresh content='0;url={address(27)}'></head><body></body></html>"
FAULTS: dict[int, tuple[str, Speech, str]] = {
    11: ("reset in the body", lambda: [said(b"", length=len(PAGE)), PAGE[:500], RESET], "error:"),
    12: ("one byte at a time", dripping, "error:DownloadTimeoutError"),
    13: ("shorter than it says", lambda: [said(PAGE, length=len(PAGE) + 500)], "error:"),
    14: ("longer than it says", lambda: [said(PAGE, length=len(PAGE) // 2)], "error:"),
    BOMB: ("gzip bomb", lambda: [said(bomb(500), "Content-Encoding: gzip")], "error:"),
    16: ("no HTTP", lambda: [b"SSH-2.0-OpenSSH_9.2\r\n"], "error:"),
    17: ("nothing", lambda: [], "error:"),
    18: ("redirect loop", lambda: [said(b"", f"Location: {address(18)}", status="302 Found")], "error:redirect-loop"),
    19: ("to a file", lambda: [said(b"", "Location: file:///etc/passwd", status="302 Found")], "rejected:off-site"),
    21: ("endless", endless, "error:DownloadCancelledError"),
    22: ("a header without end", lambda: [b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 200_000, PAGE], "error:"),
    23: ("to no address", lambda: [said(b"", "Location: http://[", status="302 Found")], "error:redirect"),
    24: ("to no port", lambda: [said(b"", f"Location: {FRONT}:99999/x", status="301 Moved")], "error:redirect"),
    25: ("to nowhere", lambda: [said(b"", status="302 Found")], "error:http-302"),
    26: ("to data", lambda: [said(b"", "Location: data:text/html,a", status="302 Found")], "rejected:off-site"),
    27: ("to itself by a meta", lambda: [said(REFRESH.encode())], "rejected:no-"),
    28: ("too many elements", lambda: [said(b"<html>" + b"<p>" * 100_000 + b"</html>")], "error:too-large"),
    20: (
        "to this machine",
        lambda: [said(b"", "Location: http://127.0.0.1:22/1", status="302 Found")],
        "rejected:off-site",
    ),
}
GOOD = range(1, 6)


def megabytes(process: int) -> float | None:
    """The most memory that a living process has taken. What the system tells of one that ended may be its parent's."""
    status = Path(f"/proc/{process}/status")
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024 if status.exists() else None


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[World, Ended, float | None]]:
    """A paper of which every fault is one article, among good ones."""
    speeches = {address(n): proxied(article(n, body=strange(n).split("\n\n")).encode()) for n in GOOD}
    speeches |= {address(number): speech for number, (_, speech, _) in FAULTS.items()}
    speeches[LIST] = proxied(listing(map(address, [*GOOD, *FAULTS])).encode())
    with speaking(speeches) as proxy:
        world = World(Web(int(proxy.rpartition(":")[2])), tmp_path_factory.mktemp("broken"))
        crawl = world.crawling("paper", "-s", "DOWNLOAD_TIMEOUT=3", "-a", "sections=경제")
        assert crawl.stderr
        log = ""
        while line := crawl.stderr.readline():
            log += line
            if address(BOMB) in line:
                break
        peak = megabytes(crawl.pid)
        run = ended(crawl)
        yield world, Ended(run.code, log + run.log), peak


class TestNetwork:
    @pytest.mark.parametrize("number", FAULTS, ids=[name for name, *_ in FAULTS.values()])
    def test_a_fault_is_an_outcome(self, broken: tuple[World, Ended, float | None], number: int) -> None:
        world, run, _ = broken
        assert world.outcomes()[address(number)].startswith(FAULTS[number][2])
        lines = [line for line in run.log.splitlines() if address(number) in line and " W " in line]
        assert len(lines) == 1, run.log

    def test_what_is_good_is_stored_whole_and_nothing_else(self, broken: tuple[World, Ended, float | None]) -> None:
        world, run, _ = broken
        assert world.titles() == {address(n): headline(n) for n in GOOD}
        assert (run.code, world.last_run()[1:3]) == (2, ("finished", "degraded"))

    def test_a_bomb_does_not_go_off(self, broken: tuple[World, Ended, float | None]) -> None:
        if broken[2] is None:
            pytest.skip("only Linux tells the memory of another process")
        assert 50 < broken[2] < 400  # where the page alone would be 500 MB

    def test_a_server_that_refuses_and_a_name_that_is_none(self, tmp_path: Path) -> None:
        for proxy in ("http://127.0.0.1:1", ""):
            world = World(Web(1), tmp_path / (proxy[-1:] or "none"))
            crawl = world.crawling("paper", http_proxy=proxy, https_proxy=proxy)
            run = ended(crawl)
            assert (run.code, world.last_run()[2]) == (3, "failed")
            assert "no channel announced an article" in run.log

    def test_what_is_no_tls_and_a_certificate_that_nobody_signed(self, tmp_path: Path) -> None:
        with speaking({}) as plain, self_signed(tmp_path) as unsigned:
            lists = [plain.replace("http", "https"), unsigned]
            (tmp_path / "secure.py").write_text(
                "from newscrawl.bases.source import Source\n"
                "from newscrawl.discovery import Listing\n"
                "class Secure(Source):\n"
                "    name = 'secure'\n"
                "    publisher = '시험일보'\n"
                "    allowed_domains = ['127.0.0.1']\n"
                "    article_url = r'/article/(?P<id>\\d+)'\n"
                f"    discovery = tuple(Listing(url=url + '/list') for url in {lists})\n"
            )
            world = World(Web(1), tmp_path)
            run = world.crawl(
                "secure",
                *("-s", "SPIDER_MODULES=secure", "-s", "ROBOTSTXT_OBEY=False", "-s", "DOWNLOAD_TIMEOUT=3"),
                https_proxy="",
                PYTHONPATH=f"{PROJECT}:{tmp_path}",
            )
        assert (run.code, world.last_run()[2]) == (3, "failed")
        for url in lists:
            assert len([line for line in run.log.splitlines() if f"{url}/list gave no answer" in line]) == 1, run.log


@contextlib.contextmanager
def self_signed(folder: Path) -> Iterator[str]:
    """The address of a server whose certificate is its own word, for as long as the context lasts."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    server = ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # that the client hangs up is what is tested
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs=dict(poll_interval=0.05))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 megabytes, in memory."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", tmp_path], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk of its own can be mounted here: only root may")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


class TestDatabase:
    def test_a_writer_that_takes_its_time_is_waited_for(self, world: World) -> None:
        world.publish(1, 2, 3)
        gate = Gate()
        world.web.serve(address(1), Answer(article(1).encode(), gate=gate))
        crawl = world.crawling("paper", NEWSCRAWL_DATABASE_URL=f"{world.url}?timeout=1")  # the driver's own patience
        assert gate.arrived.wait(DEADLINE)
        with contextlib.closing(sqlite3.connect(world.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            gate.opened.set()
            threading.Event().wait(2.5)  # what the crawl must outlast is time: more than twice that
            other.execute("COMMIT")
        assert ended(crawl).code == 0
        assert len(world.titles()) == 3

    def test_a_full_disk_ends_the_crawl_in_one_sentence_and_the_next_run_finishes(
        self, worlds: Callable[[], World], small_disk: Path
    ) -> None:
        world = World(worlds().web, small_disk)
        numbers = range(1, 120)
        for number in numbers:
            world.web.serve(address(number), article(number, body=strange(number).split("\n\n")))
        world.announce(*numbers)
        Store(world.url).close()
        ballast = small_disk / "ballast"
        with ballast.open("wb") as file:
            file.write(bytes(shutil.disk_usage(small_disk).free - 200 * 1024))
        run = world.crawl("paper")
        assert run.code == 3
        told = [line for line in run.log.splitlines() if "failed (" in line]
        assert len(told) == 1, run.log
        assert "free some space; what was stored stays, and the rest waits for the next run" in told[0]
        ballast.unlink()
        stored = world.titles()
        assert 0 < len(stored) < len(numbers)
        assert world.rows("PRAGMA integrity_check") == [("ok",)]
        assert world.crawl("paper").code == 0
        assert stored.items() <= world.titles().items()
        assert len(world.titles()) == len(numbers)

    def test_a_database_that_may_only_be_read(self, world: World) -> None:
        world.publish(1)
        store = Store(world.url)
        store.close()
        run = world.crawl("paper", NEWSCRAWL_DATABASE_URL=f"sqlite:///file:{world.database}?mode=ro&uri=true")
        assert run.code in (1, 3)
        assert len([line for line in run.log.splitlines() if "readonly" in line]) == 1, run.log
        assert world.titles() == {}

    def test_a_file_that_is_replaced_during_the_crawl(self, world: World) -> None:
        world.publish(1, 2)
        gate = Gate()
        world.web.serve(address(1), Answer(article(1).encode(), gate=gate))
        crawl = world.crawling("paper")
        assert gate.arrived.wait(DEADLINE)
        world.database.rename(world.database.with_suffix(".old"))
        gate.opened.set()
        run = ended(crawl)
        assert run.code == 3
        assert "the file of the database was replaced during the crawl" in run.log

    def test_a_clock_that_was_put_back(self, world: World) -> None:
        world.publish(1, 2)
        assert world.crawl("paper").code == 0
        with contextlib.closing(sqlite3.connect(world.database)) as connection:
            for table, column in (
                ("urls", "discovered_at"),
                ("urls", "last_at"),
                ("runs", "started_at"),
                ("runs", "finished_at"),
            ):
                connection.execute(f"UPDATE {table} SET {column} = '2031-01-01 00:00:00.000000'")
            connection.commit()
        world.web.asked.clear()
        run = world.crawl("paper")
        assert (run.code, world.web.asked_for("/article/")) == (0, [])
        assert world.web.asked_for("economy") == [LIST]

    def test_a_file_that_is_damaged_in_the_middle(self, world: World) -> None:
        numbers = range(1, 40)
        for number in numbers:
            world.web.serve(address(number), article(number, body=strange(number).split("\n\n")))
        world.announce(*numbers)
        assert world.crawl("paper").code == 0
        with contextlib.closing(sqlite3.connect(world.database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with world.database.open("r+b") as file:
            for offset in range(8 * 4096, world.database.stat().st_size, 4096):
                file.seek(offset)
                file.write(b"\xff" * 4096)
        world.publish(41)
        run = world.crawl("paper")
        assert run.code in (1, 3)
        assert len([line for line in run.log.splitlines() if "restore" in line]) == 1, run.log
