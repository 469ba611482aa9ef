"""How the time of every public rule grows with its text: what takes more than five times as long for four times the letters fails."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import resource
import struct
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.adversarial import PAGE_RULES, PAGES, SEEDS, TEXT_RULES, Rule, Seed

SMALL, LARGE, WHOLE = 16_000, 64_000, 1_000_000
"""Letters of the texts: two whose times are compared, and one that must end at all."""

MOST = 5.0
"""Times as long that the large text may take: four is linear, and the rest is for what a machine does besides."""

FAST = 0.02
"""CPU seconds; what the large text does not take says nothing of its growth."""

LIMIT = 20
"""CPU seconds after which a rule is stopped, of a whole text three times as many."""


class Growth(NamedTuple):
    """What a rule took for a seed: CPU seconds of the small and of the large text, None where it was stopped."""

    rule: str
    seed: Seed
    small: float | None
    large: float | None

    @property
    def ratio(self) -> float:
        """How many times as long the large text took; infinite where a rule was stopped."""
        if self.small is None or self.large is None:
            return float("inf")
        return 1.0 if self.large < FAST else self.large / max(self.small, FAST / 8)


def ratio(growth: Growth) -> float:
    """By which growths are ordered."""
    return growth.ratio


def times(rule: Rule, seeds: Sequence[Seed], sizes: Sequence[int], limit: int) -> list[list[float | None]]:
    """The CPU seconds that a rule takes for texts of every seed, in a process of its own; None where it was stopped, or died.

    What a rule says of such a text, be it an exception, is no matter here.
    """
    taken: list[list[float | None]] = []
    while len(taken) < len(seeds):
        for told in _told(rule, seeds[len(taken) :], sizes, limit):
            if not taken or len(taken[-1]) == len(sizes):
                taken.append([])
            taken[-1].append(told)
        # What was not told is what the process ended at.
        if not taken or len(taken[-1]) == len(sizes):
            if len(taken) == len(seeds):
                break
            taken.append([])
        taken[-1] += [None] * (len(sizes) - len(taken[-1]))
    return taken


def _told(rule: Rule, seeds: Sequence[Seed], sizes: Sequence[int], limit: int) -> Iterator[float]:
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(receiver)
            _measure(rule, seeds, sizes, limit, sender)
        finally:
            os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as told:
        while answer := told.read(8):
            yield struct.unpack("d", answer)[0]
    os.waitpid(child, 0)


def _measure(rule: Rule, seeds: Sequence[Seed], sizes: Sequence[int], limit: int, sender: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for seed in seeds:
        for size in sizes:
            # The system ends the process at its limit, whatever it hangs in.
            resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + limit, resource.RLIM_INFINITY))
            text, started = seed.grown(size), None
            with contextlib.suppress(Exception):
                made = rule.made(text)
                started = time.process_time()
                rule.ask(made)
            # What cannot even be made, as the outline of a page too deep to be read, asks nothing of the rule.
            os.write(sender, struct.pack("d", 0.0 if started is None else time.process_time() - started))


def growths(name: str, rule: Rule, seeds: Sequence[Seed]) -> list[Growth]:
    """What a rule takes for every seed; a growth that would fail is measured twice more, and the best one counts.

    What takes little time is then measured at four times the letters, where a tick of the clock (4 ms) says nothing.
    """
    found = [
        Growth(name, seed, *taken) for seed, taken in zip(seeds, times(rule, seeds, (SMALL, LARGE), LIMIT), strict=True)
    ]
    for place, growth in enumerate(found):
        for sizes in ((SMALL, LARGE), (LARGE, 4 * LARGE) if (growth.large or LIMIT) < 1 else (SMALL, LARGE)):
            if growth.ratio > MOST and growth.large is not None:
                growth = min(growth, Growth(name, growth.seed, *times(rule, [growth.seed], sizes, LIMIT)[0]), key=ratio)
        found[place] = growth
    return found


def main() -> int:
    """The exit code: 1 when a rule grows faster than its text or does not end."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--only", default="", help="a part of the rules' names")
    parser.add_argument("--no-whole", action="store_true", help="leave out the text of 1 MB")
    parser.add_argument("--rows", type=int, default=15, help="lines of each table (default: 15)")
    given = parser.parse_args()
    gc.collect()
    gc.freeze()
    found: list[Growth] = []
    whole: list[tuple[float, str, Seed]] = []
    for rules, seeds in ((TEXT_RULES, SEEDS), (PAGE_RULES, PAGES)):
        for name, rule in rules.items():
            if given.only not in name:
                continue
            if sys.stderr.isatty():
                print(f"\r\x1b[K{name}", end="", file=sys.stderr, flush=True)
            # What is compiled at the first text is no part of a rule's time, and a copy of this process has it.
            with contextlib.suppress(Exception):
                rule.ask(rule.made(seeds[-1].grown(200)))
            found += growths(name, rule, seeds)
            if not given.no_whole:
                ends = times(rule, seeds, (WHOLE,), 3 * LIMIT)
                whole += [
                    (float("inf") if end is None else end, name, seed) for seed, (end,) in zip(seeds, ends, strict=True)
                ]
    failed = [each for each in found if each.ratio > MOST]
    ended = [each for each in whole if each[0] != float("inf")]
    print(f"{len(found):,} of rule and seed, {len(failed)} grow faster than their text")
    print(f"{'rule':36}{'x':>6}{'16 k':>9}{'64 k':>9}  seed")
    worst = sorted(found, key=ratio, reverse=True)
    for each in failed if len(failed) > given.rows else worst[: given.rows]:
        small, large = ("stopped" if taken is None else f"{taken:.3f} s" for taken in (each.small, each.large))
        print(f"{each.rule:36}{each.ratio:6.1f}{small:>9}{large:>9}  {each.seed}")
    if whole:
        print(f"\n1 MB: {len(whole) - len(ended)} of {len(whole):,} did not end in {3 * LIMIT} s; the slowest:")
        for taken, name, seed in sorted(whole, key=lambda each: -each[0])[: given.rows]:
            print(f"{name:36}{taken:8.2f} s  {seed}")
    return 1 if failed or len(ended) < len(whole) else 0


if __name__ == "__main__":
    sys.exit(main())
