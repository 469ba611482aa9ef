"""How the time of every public rule grows with its text: what takes more than five times as long for four times the letters fails."""

from __future__ import annotations

import argparse
import gc
import os
import resource
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.adversarial import PAGE_RULES, PAGES, SEEDS, TEXT_RULES, Rule, Seed

SMALL, LARGE, WHOLE = 16_000, 64_000, 1_000_000
"""Letters of the texts: two whose times are compared, and one that must end at all."""

MOST = 5.0
"""Times as long that the large text may take: four is linear, and the rest is for what a machine does besides."""

FAST = 0.004
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


def seconds(rule: Rule, text: str, limit: int = LIMIT) -> float | None:
    """The CPU seconds that a rule takes for a text, in a process of its own; None when it was stopped at the limit, or died.

    What a rule says of such a text, be it an exception, is no matter here.
    """
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        try:
            made = rule.made(text)
            started = time.process_time()
            try:
                rule.ask(made)
            finally:
                os.write(sender, struct.pack("d", time.process_time() - started))
        finally:
            os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as told:
        answer = told.read()
    os.waitpid(child, 0)
    return float(struct.unpack("d", answer)[0]) if answer else None


def growth(name: str, rule: Rule, seed: Seed) -> Growth:
    """What a rule takes for a seed; a growth that would fail is measured twice more, and the best one counts."""
    tries = []
    for _ in range(3):
        small = seconds(rule, seed.grown(SMALL))
        found = Growth(name, seed, small, None if small is None else seconds(rule, seed.grown(LARGE)))
        tries.append(found)
        if found.ratio <= MOST or found.large is None:
            break
    return min(tries, key=lambda found: found.ratio)


def growths(rules: Mapping[str, Rule], seeds: tuple[Seed, ...]) -> Iterator[Growth]:
    """What every rule takes for every seed."""
    for name, rule in rules.items():
        if sys.stderr.isatty():
            print(f"\r\x1b[K{name}", end="", file=sys.stderr, flush=True)
        # What is compiled at the first text is no part of a rule's time, and a copy of this process has it.
        seconds_of_first(rule, seeds[-1])
        for seed in seeds:
            yield growth(name, rule, seed)


def seconds_of_first(rule: Rule, seed: Seed) -> None:
    """Ask a rule of a short text in this process."""
    try:
        rule.ask(rule.made(seed.grown(200)))
    except Exception:
        return  # what it says is no matter here


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
        chosen = {name: rule for name, rule in rules.items() if given.only in name}
        found += growths(chosen, seeds)
        if not given.no_whole:
            whole += [
                (
                    taken if (taken := seconds(rule, seed.grown(WHOLE), 3 * LIMIT)) is not None else float("inf"),
                    name,
                    seed,
                )
                for name, rule in chosen.items()
                for seed in seeds
            ]
    failed = [each for each in found if each.ratio > MOST]
    ended = [each for each in whole if each[0] != float("inf")]
    print(f"{len(found):,} of rule and seed, {len(failed)} grow faster than their text")
    print(f"{'rule':36}{'x':>6}{'16 k':>9}{'64 k':>9}  seed")
    worst = sorted(found, key=lambda each: -each.ratio)
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
