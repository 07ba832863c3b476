"""How long the program takes to be ready, and how much memory it holds."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

# Not ru_maxrss: a process inherits that of the one that started it.
PEAK = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
CODE = (
    "import tempfile, pathlib\n"
    "from advisor.app import create_app\nfrom advisor.settings import Settings\n"
    "create_app(Settings(data=pathlib.Path(tempfile.mkdtemp()), secret_key='x'))\n"
    + PEAK
)
WORDS = (
    "from criteria.wording.lexicon import lexicon\nfrom criteria.wording.language import languages\n"
    "[lexicon(code).word('contract') for code in languages()]\n"
    + PEAK
)


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Start-up of the whole application against a bare Flask import, and its memory."""
    ready, bare, memory = [], [], []
    for _ in range(rounds):
        seconds, said = _run(CODE)
        ready.append(seconds)
        memory.append(int(said) / 1024)
        bare.append(_run("import flask; flask.Flask('x')")[0])
    ratio = statistics.median(one / other for one, other in zip(ready, bare, strict=True))
    yield "start-up, all data read and checked", f"{statistics.median(ready):.2f} s, {ratio:.1f} × importing Flask", "1.5 s"
    yield "memory of the web process after start", f"{statistics.median(memory):.0f} MB", ""
    yield "memory of a process that holds the words of every language, and nothing else", f"{int(_run(WORDS)[1]) / 1024:.0f} MB", ""


def _run(code: str) -> tuple[float, str]:
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tempfile.gettempdir())
    return time.perf_counter() - begin, done.stdout
