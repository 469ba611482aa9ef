"""What all tests share: property tests draw the same examples on every machine, so that a failure is never luck."""

import argparse
import contextlib
import gc
import importlib
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from scrapy.utils.project import get_project_settings

from tests.site import serving
from tests.world import RunHere, World

# Datasette leaves a connection open while it is imported, of which Python 3.13 warns.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)
    importlib.import_module("datasette.filters")
    gc.collect()

settings.register_profile("newscrawl", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newscrawl")


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], World]]:
    with contextlib.ExitStack() as stack:
        yield lambda: World(stack.enter_context(serving()), tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(worlds: Callable[[], World]) -> World:
    return worlds()


@pytest.fixture
def run_here(capsys: pytest.CaptureFixture[str]) -> RunHere:
    """A command in this process: exit code, standard output, standard error."""

    def run(database: Path, name: str, *words: str) -> tuple[int, str, str]:
        command = importlib.import_module(f"newscrawl.commands.{name}").Command()
        command.settings = get_project_settings()
        command.settings.set("NEWSCRAWL_DATABASE_URL", f"sqlite:///{database}")
        parser = argparse.ArgumentParser()
        command.add_options(parser)
        opts, args = parser.parse_known_args(words)  # as Scrapy does
        command.run(args, opts)
        return command.exitcode, *capsys.readouterr()

    return run
