"""A process that has imported what a command imports, and bears commands: starting anew is most of what a short crawl costs.

A command is a fork of it with the words, environment, folder, output and log that a shell would give it. Run as a program this is that
process; whoever started it says over a socket what to start.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

PROJECT = Path(__file__).resolve().parent.parent
# All but `newscrawl.settings`, which reads the environment, and the reactor, which must not be shared.
PACKAGES = ("newscrawl.commands", "scrapy.commands", "scrapy.downloadermiddlewares", "scrapy.spidermiddlewares")
MODULES = (
    *("newscrawl.pipelines", "newscrawl.middlewares", "newscrawl.manners", "newscrawl.boundaries"),
    *("newscrawl.archive", "newscrawl.extensions", "newscrawl.storage.pieces", "newscrawl.storage.upkeep"),
    *("alembic.command", "alembic.config", "scrapy.core.engine", "scrapy.core.downloader.handlers.http11"),
    *("scrapy.extensions.logstats", "scrapy.pqueues", "scrapy.squeues", "encodings.idna"),
)


class Started:
    """A process under way: as much of a Popen as the tests need. ``stderr`` is its log, where that is read while it runs."""

    def __init__(self, pid: int, end: int, stderr: IO[str]) -> None:
        self.pid = pid
        self.stderr = stderr
        self.returncode: int | None = None
        self._end = end

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stderr.close()
        self.wait()

    def wait(self) -> int:
        """The exit code, or the negative number of the signal that ended it."""
        if self.returncode is None:
            self.returncode = int(os.read(self._end, 64))
            os.close(self._end)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as nothing can refuse."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """Starts the process, and commands in it, until it is closed."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        words = [sys.executable, "-m", "tests.nursery", str(theirs.fileno())]
        self._process = subprocess.Popen(words, cwd=PROJECT, pass_fds=[theirs.fileno()])
        theirs.close()

    def start(
        self,
        words: Sequence[str],
        environment: dict[str, str],
        cwd: Path = PROJECT,
        stdout: IO[str] | None = None,
        stderr: IO[str] | None = None,
    ) -> Started:
        """Start ``scrapy`` with these words. What it prints goes to the files, its log without one into a pipe."""
        reading, end_to = os.pipe()
        log, log_to = (stderr, os.dup(stderr.fileno())) if stderr else piped()
        out_to = os.dup(stdout.fileno()) if stdout else os.open(os.devnull, os.O_WRONLY)
        told = json.dumps([words, environment, str(cwd)]).encode()
        socket.send_fds(self._line, [told], [out_to, log_to, end_to])
        for file in (out_to, log_to, end_to):
            os.close(file)
        return Started(int(self._line.recv(64)), reading, log)

    def close(self) -> None:
        """End the process; what it started goes on."""
        self._line.close()
        self._process.wait()


def piped() -> tuple[IO[str], int]:
    """A pipe: what is read from it, and the descriptor that is written to."""
    out, into = os.pipe()
    return os.fdopen(out, encoding="utf-8"), into


def bear(line: socket.socket) -> None:
    """Start what is asked for, until nobody is there to ask."""
    while True:
        told, files, _, _ = socket.recv_fds(line, 1 << 20, 3)
        if not told:
            return
        if not os.fork():
            attend(line, told, *files)
        for file in files:
            os.close(file)


def attend(line: socket.socket, told: bytes, out: int, log: int, end: int) -> None:
    """In a process of its own: start a command, say its number, and how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if not pid:
        line.close()
        os.close(end)
        for file, number in ((out, 1), (log, 2)):
            os.dup2(file, number)
            os.close(file)
        become(*json.loads(told))
    os.close(out)
    os.close(log)
    line.send(str(pid).encode())
    line.close()
    _, status = os.waitpid(pid, 0)
    os.write(end, str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def become(words: list[str], environment: dict[str, str], cwd: str) -> None:
    """Be the command."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:0] = [cwd, *environment.get("PYTHONPATH", "").split(":")]
    sys.argv = ["scrapy", *words]
    from scrapy.cmdline import execute

    execute()


if __name__ == "__main__":
    from scrapy.utils.misc import walk_modules_iter

    for package in PACKAGES:
        list(walk_modules_iter(package))
    for module in MODULES:
        importlib.import_module(module)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody here waits for those who attend
    assert not {"newscrawl.settings", "twisted.internet.reactor"} & sys.modules.keys()
    bear(socket.socket(fileno=int(sys.argv[1])))
