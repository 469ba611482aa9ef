"""Commands that begin in a process which has imported everything: a fork where a shell would pay a second of imports."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(
    [
        "scrapy.cmdline",
        "newscrawl.commands.crawl",
        "newscrawl.commands.crawlall",
        "newscrawl.extensions",
        "newscrawl.middlewares",
        "newscrawl.pipelines",
        "newscrawl.bases.registry",
        "scrapy.core.downloader.handlers.http11",
        "scrapy.core.engine",
        "twisted.internet.asyncioreactor",
    ]
)


class Begun:
    """A running command of scrapy, as `subprocess.Popen` would give it: its log is its standard error."""

    def __init__(self, words: list[str], cwd: Path, environment: dict[str, str]) -> None:
        log, its_log = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=_run, args=(words, cwd, environment, its_log))
        self._process.start()
        its_log.close()
        self.stderr = os.fdopen(os.dup(log.fileno()), encoding="utf-8")
        log.close()

    @property
    def pid(self) -> int:
        assert self._process.pid
        return self._process.pid

    @property
    def returncode(self) -> int:
        assert self._process.exitcode is not None, "it still runs"
        return self._process.exitcode

    def wait(self) -> int:
        self._process.join()
        return self.returncode

    def send_signal(self, number: signal.Signals) -> None:
        if self._process.is_alive():
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Begun:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stderr.close()
        self.wait()


def _run(words: list[str], cwd: Path, environment: dict[str, str], log: Connection) -> None:
    assert "twisted.internet.reactor" not in sys.modules, "a command chooses its reactor itself"
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.path[:0] = environment.get("PYTHONPATH", "").split(os.pathsep)
    os.dup2(log.fileno(), 2)
    log.close()
    with Path(os.devnull).open("w") as nothing:
        os.dup2(nothing.fileno(), 1)
    from scrapy.cmdline import execute

    execute(["scrapy", *words])
