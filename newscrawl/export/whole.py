"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

BUFFER = 2**18


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """The file to write; it takes the place and the permissions of what is there when the context is left without an exception.

    What is no file but can be written to (a named pipe, ``/dev/stdout``) is written to as it is.

    Raises:
        OSError: it cannot be written, or not to its end.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    target = path.resolve()  # a link stays one, and what it leads to is replaced
    part = target.with_name(f".export-{os.getpid()}.part")
    try:
        with part.open("wb", BUFFER) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
