"""What all tests share: property tests draw the same examples on every machine, so that a failure is never luck."""

import contextlib
import gc
import importlib
import warnings
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.site import serving
from tests.world import World

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
