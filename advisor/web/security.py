"""Headers on every answer: nothing is loaded from elsewhere, links stay secret, pages are not framed."""

from wsgiref.headers import Headers

from flask import Flask, Response, request
from werkzeug.exceptions import SecurityError
from werkzeug.sansio.utils import host_is_trusted

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
YEAR = 31_536_000
LOOPBACK = ("localhost", "127.0.0.1")
# Pages without anybody's data: a browser may show them again when somebody goes back.
MAY_SHOW_AGAIN = ("wording.blank", "wording.read")


def protect_file(headers: Headers, path: str, url: str) -> None:
    """Files carry the same headers as pages; they may be kept, because their addresses change with them."""
    for name, value in HEADERS.items():
        headers[name] = value


def register(app: Flask, hosts: tuple[str, ...]) -> None:
    """Put the headers on every answer, and answer for known hosts only; pages are never stored by a browser or proxy."""

    @app.before_request
    def _know_the_host() -> None:
        """A secret link is written with the host that was named, so nobody may name another one."""
        if not host_is_trusted(request.host, (*LOOPBACK, *hosts)):
            raise SecurityError

    @app.after_request
    def _protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Cache-Control"] = "private, no-cache" if request.endpoint in MAY_SHOW_AGAIN else "no-store"
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        return response
