"""The paper office: PDFs are made by warm processes, queued, kept by content, and forgotten with their draft."""

import hashlib
import os
import shutil
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path

from advisor.documents.making import make_pdf, warm_up
from advisor.settings import Settings
from criteria.codes import PaperKind
from criteria.design_file import write_design
from criteria.knowledge import knowledge
from criteria.tender import Tender


class TooManyPapers(RuntimeError):
    """The queue is full."""


@dataclass(frozen=True)
class Paper:
    """A paper that was asked for: the file when it is ready, else how many are before it, or that it failed."""

    file: Path | None = None
    before: int = 0
    failed: bool = False


class PaperOffice:
    """Hands out PDFs: at once when the same one was made before, else through a bounded queue."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: ProcessPoolExecutor | None = None
        self._queue: dict[Path, Future[bytes]] = {}
        self._lock = threading.Lock()

    def ask(self, draft: str, tender: Tender, kind: PaperKind, language: str, day: date) -> Paper:
        """Ask for a PDF of a draft (by the hash of its link); raise TooManyPapers. Ask again to see how it stands."""
        design = write_design(tender)
        file = self._settings.papers / draft / f"{_content_address(design, kind, language, day)}.pdf"
        if file.exists():
            return Paper(file)
        with self._lock:
            future = self._queue.get(file)
            if future is None:
                self._queue[file] = self._begin(design, kind, language, day)
                return Paper(before=len(self._queue) - 1)
            if not future.done():
                return Paper(before=list(self._queue).index(file))
            del self._queue[file]
        return self._delivered(future, file)

    def forget(self, draft: str) -> None:
        """Delete every paper of a draft."""
        shutil.rmtree(self._settings.papers / draft, ignore_errors=True)

    def close(self) -> None:
        """Stop the processes; what was waiting is dropped."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _begin(self, design: str, kind: PaperKind, language: str, day: date) -> Future[bytes]:
        self._queue = {file: one for file, one in self._queue.items() if not one.done() or one.exception() is None}
        if sum(not one.done() for one in self._queue.values()) >= self._settings.papers_waiting:
            raise TooManyPapers
        try:
            return self._open_pool().submit(make_pdf, design, kind, language, day)
        except BrokenProcessPool:
            self._pool = None
            return self._open_pool().submit(make_pdf, design, kind, language, day)

    def _open_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._settings.paper_workers, get_context("spawn"), _begin_work,
                max_tasks_per_child=self._settings.papers_per_worker,
            )
        return self._pool

    def _delivered(self, future: Future[bytes], file: Path) -> Paper:
        if future.cancelled() or future.exception():
            return Paper(failed=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".part")
        fresh.write_bytes(future.result())
        fresh.replace(file)
        return Paper(file)


def _begin_work() -> None:
    """Warm up a worker; it leaves Ctrl+C to its parent and never outlives it, however the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    warm_up()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)


def _content_address(design: str, kind: PaperKind, language: str, day: date) -> str:
    parts = (design, kind, language, day.isoformat(), knowledge().fingerprint)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
