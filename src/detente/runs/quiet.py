"""Keeping Dask's own log off standard error; what matters is told as an error of Détente."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

FAMILIES = ("distributed", "tornado", "asyncio")


@contextmanager
def quiet() -> Iterator[None]:
    """Let no logger of Dask say anything, until the block ends.

    Nor does it warn of answers that nobody waits for any more, as when all workers are lost.
    """
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] in FAMILIES]
    with ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.filterwarnings("ignore", ".* was never awaited", RuntimeWarning)
        for logger in map(logging.getLogger, names):
            stack.callback(setattr, logger, "disabled", logger.disabled)
            logger.disabled = True
            for handler in logger.handlers:  # of loggers that are yet to come
                handler.addFilter(_nothing)
                stack.callback(handler.removeFilter, _nothing)
        stack.callback(gc.collect)  # first of all at the end: what is given up is told quietly
        yield


def _nothing(record: logging.LogRecord) -> bool:
    return False
