"""One way to compile a kernel: on its first call, kept on disk, free of the interpreter lock.

The compiler's own cache does not notice when a function that a kernel calls was changed in
another file. Compiled kernels are therefore kept in a folder named by the hash of all sources of
the room that hold one, beside the package or, where that cannot be written, in the user's cache
folder.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(function: Kernel) -> Kernel:
    """Compile `function` without Python objects; the compiled code is kept where possible."""
    folder = _folder()
    if folder is None:
        return cast(Kernel, numba.njit(nogil=True)(function))
    config: Any = numba.config
    before = config.CACHE_DIR
    config.CACHE_DIR = folder
    try:
        return cast(Kernel, numba.njit(cache=True, nogil=True)(function))
    finally:
        config.CACHE_DIR = before


@cache
def _folder() -> str | None:
    """Return the folder for compiled kernels, or `None` where none can be written."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for source in sorted(here.parent.rglob("*.py")):
        text = source.read_bytes()
        if b"@compiled" in text:
            digest.update(text)
    name = f"kernels-{digest.hexdigest()[:16]}"
    user = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))
    for parent in (here / "__pycache__", user / "detente"):
        if not parent.is_absolute():  # a user without a home
            continue
        folder = parent / name
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return str(folder)
    return None
