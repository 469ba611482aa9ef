"""How much of this process one page may take: so many seconds of its processor, and a text so long."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Read = TypeVar("Read")

LONGEST_TEXT = 1_000_000
"""Letters of an article's text that is stored: a novel. Comparing it with others takes as long as it is."""

SECONDS = 5.0
"""Of the processor, for the reading of one page or list. A page takes some milliseconds, the largest list seen a tenth of a second."""


class TooMuch(Exception):
    """A page takes more than it may. ``reason`` is a word for counters and outcomes, the message a sentence."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class _Overrun(BaseException):
    """Raised in the midst of reading, past every ``except Exception`` and ``suppress`` of a rule."""


def limited(read: Callable[[], Read], seconds: float | None = None) -> Read:
    """What ``read`` gives, unless it takes longer than so many seconds (`SECONDS`).

    The interrupt is a signal of the system's timer for this process's own computing (ITIMER_VIRTUAL), so a busy machine and a
    sleeping one say nothing, and it is raised between two instructions of Python. A pattern, a parser or a query that runs in C is
    interrupted when it comes back: those are bounded by the size of what they are given. It is safe in a reactor, because it can
    come in no other code than in ``read``: the timer is off before and behind it. ``read`` has to be reading alone, so that nothing
    which is written survives in halves. Outside the main thread, where Python takes no signals, nothing is interrupted.

    Raises:
        TooMuch: ``too-slow``.

    >>> def for_ever():
    ...     while True:
    ...         try:
    ...             sum(range(1000))
    ...         except Exception:
    ...             pass
    >>> limited(for_ever, 0.01)
    Traceback (most recent call last):
    newscrawl.bounds.TooMuch: takes more than 0.01 seconds to be read.
    """
    seconds = seconds or SECONDS
    if threading.current_thread() is not threading.main_thread():
        return read()
    previous = signal.signal(signal.SIGVTALRM, _interrupt)
    try:
        try:
            # Again and again: what is raised in a finalizer, or in a function that C calls, is only printed.
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
            return read()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _Overrun as overrun:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        much = TooMuch("too-slow", f"takes more than {seconds:g} seconds to be read.")
        raise much.with_traceback(overrun.__traceback__) from None  # where the time went
    finally:
        signal.signal(signal.SIGVTALRM, previous)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise _Overrun
