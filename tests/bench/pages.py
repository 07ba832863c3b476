"""A wizard step against a bare Flask route, on the same server with the same workers and visitors."""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlencode

from lxml import html

PORT, WORKERS, VISITORS, SECONDS = 8791, 2, 16, 1.5
PROGRAM = (
    "from flask import Flask\nfrom advisor.app import create_app\nfrom werkzeug.middleware.dispatcher import DispatcherMiddleware\n"
    "bare = Flask('bare')\nbare.add_url_rule('/', view_func=lambda: 'bare')\n"
    "application = DispatcherMiddleware(create_app(), {'/bare': bare})\n"
)


def rows(rounds: int) -> Iterator[tuple[str, str, str]]:
    """Requests a second of a step opened and saved, as shares of a bare route's."""
    with tempfile.TemporaryDirectory() as folder:
        server = _serve(folder)
        try:
            get, post, slider, results = asyncio.run(_measured(rounds))
        finally:
            server.terminate()
            server.wait(20)
    yield "wizard step opened (GET), share of a bare route's requests per second", f"{get:.2f}", "0.20, aim 0.5"
    yield "wizard step saved (POST, SQLite, fsync), share of a bare route's", f"{post:.2f}", "0.15, aim 0.4"
    yield "slider moved on the bench (POST, scored, examined, swept), share of a bare route's", f"{slider:.2f}", "–"
    yield "slowest of a hundred against the middle, GET, 50 visitors", f"p99 = {results:.1f} × p50", "5"


def _serve(folder: str) -> "subprocess.Popen[bytes]":
    with open(f"{folder}/benchmark_application.py", "w") as file:  # noqa: PTH123 - a throw-away module
        file.write(PROGRAM)
    environment = {**os.environ, "ADVISOR_DATA": folder, "PYTHONPATH": folder}
    command = [sys.executable, "-m", "gunicorn", "--workers", str(WORKERS), "--bind", f"127.0.0.1:{PORT}", "--log-level", "error", "benchmark_application:application"]
    server = subprocess.Popen(command, env=environment)
    for _ in range(100):
        try:
            connection = HTTPConnection("127.0.0.1", PORT)
            connection.request("GET", "/en/")
            connection.getresponse().read()
            return server
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not start")


async def _measured(rounds: int) -> tuple[float, float, float, float]:
    step, saving, trying = _step()
    bare = b"GET /bare/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    got, posted, tried = [], [], []
    for _ in range(rounds):
        pace = (await _pace(bare, VISITORS))[0]
        got.append((await _pace(step, VISITORS))[0] / pace)
        posted.append((await _pace(saving, VISITORS))[0] / pace)
        tried.append((await _pace(trying, VISITORS))[0] / pace)
    times = (await _pace(step, 50))[1]
    cuts = statistics.quantiles(times, n=100)
    return statistics.median(got), statistics.median(posted), statistics.median(tried), cuts[98] / cuts[49]


def _step() -> tuple[bytes, bytes, bytes]:
    """Begin a draft as a visitor does; give the raw requests that open and save its page on women and men, and that try weights."""
    connection = HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", "/en/")
    answer = connection.getresponse()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
    token = html.fromstring(answer.read()).xpath("string(//input[@name='csrf_token']/@value)")
    connection = HTTPConnection("127.0.0.1", PORT)
    connection.request("POST", "/en/begin", urlencode({"csrf_token": token, "path": "quick"}), {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    place = f"{answer.getheader('Location')}women-and-men"
    head = f"Host: 127.0.0.1\r\nCookie: {cookie}\r\nConnection: close\r\n"
    body = urlencode({"csrf_token": token, "people-sexes_differ": "yes", "people-workforce": "mixed"})
    save = _posted(place, head, body)
    bids = {
        f"bid-{number}-{name}": value for number in range(6)
        for name, value in (("id", f"Bid {number}"), ("price", str(90_000 + 5_000 * number)), ("other-quality", str(number % 6)))
    }
    weights = {"weight-price": "40", "weight-other-quality": "60", "price-formula": "lowest_price_ratio", "rows": "6", "bids": "real"}
    trying = _posted(f"{answer.getheader('Location')}bench/try", head, urlencode({"csrf_token": token, **weights, **bids}))
    return f"GET {place} HTTP/1.1\r\n{head}\r\n".encode(), save, trying


def _posted(place: str, head: str, body: str) -> bytes:
    return f"POST {place} HTTP/1.1\r\n{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


async def _pace(request: bytes, visitors: int) -> tuple[float, list[float]]:
    """Requests a second that so many visitors get answered, and the time of each."""
    times: list[float] = []
    end = time.perf_counter() + SECONDS

    async def visit() -> None:
        while time.perf_counter() < end:
            begin = time.perf_counter()
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            writer.write(request)
            answer = await reader.read()
            writer.close()
            assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 303")), answer[:300]
            times.append(time.perf_counter() - begin)

    begin = time.perf_counter()
    await asyncio.gather(*(visit() for _ in range(visitors)))
    return len(times) / (time.perf_counter() - begin), times
