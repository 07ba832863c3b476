"""Text out of an uploaded DOCX or PDF, read in a process of its own with limits; nothing is kept, nothing is fetched."""

import io
import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice

from criteria.problems import BadInput
from criteria.prose import N_, Sentence
from criteria.wording.passages import joined

MOST_BYTES = 10_000_000
MOST_UNPACKED = 80_000_000
MOST_PARTS = 3_000
MOST_PAGES = 500
MOST_PARAGRAPHS = 20_000
MOST_CHARACTERS = 3_000_000
SECONDS = 30
MEMORY = 1_500_000_000
# Reading is heavy: the pages of others go on meanwhile.
_AT_ONCE = threading.BoundedSemaphore(2)
_OLD_WORD = b"\xd0\xcf\x11\xe0"

_SAVE_ANEW = N_("Save it as DOCX or PDF again, or paste the text.")
FAULTS: Mapping[str, tuple[str, str]] = {
    "none": (N_("You chose no file."), N_("Choose a DOCX or PDF file.")),
    "too_large": (N_("This file is larger than 10 megabytes."), N_("Leave out pictures, or paste the text.")),
    "unread": (N_("This is neither DOCX nor PDF."), _SAVE_ANEW),
    "locked": (N_("This file is locked with a password, or it is an old Word file."), N_("Save it as DOCX or PDF without a password, or paste the text.")),
    "broken": (N_("This file is damaged and cannot be read."), _SAVE_ANEW),
    "bomb": (N_("This file unpacks to far more than a document needs. It was not read."), _SAVE_ANEW),
    "macro": (N_("This file holds macros. It was not read."), N_("Save it as DOCX without macros.")),
    "no_text": (N_("This file holds no text, only pictures of pages perhaps."), N_("Take the file it was printed from, or run text recognition first.")),
    "slow": (N_("Reading this file took too long, so we stopped."), N_("Divide it, or paste the text.")),
}


class Unreadable(Exception):
    """A file cannot be read; its argument names the fault."""


def paragraphs_of(content: bytes) -> list[str]:
    """Read an upload in a process of its own, so that no file can harm the others; raise BadInput."""
    if not content:
        raise refused("none")
    if len(content) > MOST_BYTES:
        raise refused("too_large")
    try:
        with _AT_ONCE:
            done = subprocess.run([sys.executable, "-m", "advisor.uploads"], input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise refused("slow") from None
    if done.returncode:
        raise refused("broken")
    said = json.loads(done.stdout)
    if isinstance(said, str):
        raise refused(said)
    return [str(one) for one in said]


def refused(fault: str) -> BadInput:
    """What is said of a file that is not read."""
    problem, remedy = FAULTS[fault]
    return BadInput("file", Sentence(problem), Sentence(remedy))


def read(content: bytes) -> list[str]:
    """The paragraphs of a DOCX or PDF; raise Unreadable naming the fault."""
    if content.startswith(_OLD_WORD):
        raise Unreadable("locked")
    if content.startswith(b"PK"):
        found = list(islice(_word(content), MOST_PARAGRAPHS))
    elif b"%PDF-" in content[:1024]:
        found = list(islice(joined(_pages(content)), MOST_PARAGRAPHS))
    else:
        raise Unreadable("unread")
    if not any(one.strip() for one in found):
        raise Unreadable("no_text")
    return found


def _word(content: bytes) -> Iterator[str]:
    """Paragraphs and rows of tables of a Word file in their order."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        _packed_well(content)
        parts = Document(io.BytesIO(content)).iter_inner_content()
        for part in parts:
            if isinstance(part, Table):
                for row in part.rows:
                    yield ": ".join(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells if cell.text.strip()))
            else:
                yield part.text
    except (zipfile.BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError, NotImplementedError, OSError):
        raise Unreadable("broken") from None


def _packed_well(content: bytes) -> None:
    """Look at the list of parts before any is unpacked; sizes that lie are caught by the unpacking itself."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    names = {one.filename for one in parts}
    if any(one.flag_bits & 1 for one in parts):
        raise Unreadable("locked")
    if sum(one.file_size for one in parts) > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise Unreadable("bomb")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable("macro")
    if "word/document.xml" not in names:
        raise Unreadable("unread")


def _pages(content: bytes) -> Iterator[str]:
    """The lines of a PDF, a blank one between pages."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Unreadable("locked")
        left = MOST_CHARACTERS
        for page in islice(reader.pages, MOST_PAGES):
            text = page.extract_text()[:left]
            left -= len(text)
            yield from text.splitlines()
            yield ""
    except (DependencyError, FileNotDecryptedError):
        raise Unreadable("locked") from None
    except LimitReachedError:
        raise Unreadable("bomb") from None
    except (PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        raise Unreadable("broken") from None


def main() -> None:
    """Read a file from standard input within limits of memory and time; write its paragraphs, or the name of the fault."""
    import logging
    import resource

    logging.disable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        said: list[str] | str = read(sys.stdin.buffer.read(MOST_BYTES + 1))
    except Unreadable as fault:
        said = str(fault)
    except MemoryError:
        said = "bomb"
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
