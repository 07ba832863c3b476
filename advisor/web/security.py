"""Headers on every answer: nothing is loaded from elsewhere, links stay secret, pages are not framed."""

from wsgiref.headers import Headers

from flask import Flask, Response, request

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
# Pages without anybody's data: a browser may show them again when somebody goes back.
MAY_SHOW_AGAIN = ("wording.blank", "wording.read")


def protect_file(headers: Headers, path: str, url: str) -> None:
    """Files carry the same headers as pages; they may be kept, because their addresses change with them."""
    for name, value in HEADERS.items():
        headers[name] = value


def register(app: Flask) -> None:
    """Put the headers on every answer; pages of a draft are never stored by a browser or proxy."""

    @app.after_request
    def _protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Cache-Control"] = "private, no-cache" if request.endpoint in MAY_SHOW_AGAIN else "no-store"
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        return response
