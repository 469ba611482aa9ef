"""What docs/operations.md tells people to paste works when pasted."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from newscrawl.reference import written

PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "data" / "sample.warc.gz"
PAGE = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
INSTALLED = Path(sys.executable).parent


def blocks(language: str, home: Path) -> list[str]:
    """The blocks of the page in one language, for an installation whose data is in another folder."""
    found = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return [
        block.replace("/srv/newscrawl/.venv/bin", str(INSTALLED)).replace("/srv/newscrawl", str(home))
        for block in found
    ]


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line as cron does: a bare shell in a home folder, with nothing in the environment."""
    bare = dict(SHELL="/bin/sh", HOME=str(folder), PATH="/usr/bin:/bin") | environment
    words = ["env", "-i", *(f"{name}={value}" for name, value in bare.items()), "/bin/sh", "-c", command]
    return subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "srv"
    (folder / "data").mkdir(parents=True)
    (folder / ".venv").symlink_to(INSTALLED.parent)
    shutil.copy(PROJECT / "scrapy.cfg", folder)
    (tmp_path / "user").mkdir()
    return folder


def cron(home: Path, only: str) -> subprocess.CompletedProcess[str]:
    """The crontab of the page, for one source and from the sample archive."""
    (crontab,) = blocks("crontab", home)
    *settings, line = crontab.splitlines()
    environment = dict(setting.split("=", 1) for setting in settings)
    command = line.split(" ", 5)[5]
    assert command.endswith('crawlall >/dev/null || echo "exit code $?"')
    user = home.parent / "user"
    return shell(
        command.replace("crawlall", f"crawlall --only {only} -s NEWSCRAWL_REPLAY={SAMPLE}"), user, **environment
    )


def articles(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


def test_the_crontab_mails_trouble_alone(home: Path) -> None:
    done = cron(home, "mk")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert articles(home / "data" / "newscrawl.db") == 6
    done = cron(home, "nate")
    assert done.stdout == "exit code 3\n"
    assert "W nate: no channel announced an article" in done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="this machine has no systemd-analyze")
def test_the_units_are_what_systemd_understands(home: Path) -> None:
    units = [home / "newscrawl.service", home / "newscrawl.timer"]
    for unit, block in zip(units, blocks("systemd", home), strict=True):
        unit.write_text(block, encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_backup_is_restored(home: Path) -> None:
    (backup,), (restore,) = blocks("backup", home), blocks("restore", home)
    database = home / "data" / "newscrawl.db"
    cron(home, "mk")
    done = shell(backup, home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "already exists" in shell(backup, home).stderr
    cron(home, "sedaily")
    assert articles(database) == 10
    done = shell(restore, home, NEWSCRAWL_DATABASE_URL=f"sqlite:///{database}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "consistent\n", "")
    assert articles(database) == 6
    assert articles(home / "data" / "old" / "newscrawl.db") == 10


def test_the_settings_are_the_present_ones() -> None:
    assert "| `DOWNLOAD_DELAY` | `1.0` |" in PAGE
    assert written(PAGE) == PAGE, "run `make fix`"
