"""The page on this machine, to try it: a plain web server for one folder, on the loopback address alone."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
    ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
}  # fmt: skip


def server(made: Mapping[str, bytes], port: int, policy: str, path: str = "/") -> ThreadingHTTPServer:
    """A server for these files under a path. Port 0 is any that is free.

    Raises:
        OSError: somebody else has the port.
    """

    class Handler(BaseHTTPRequestHandler):
        """Hands the files out, and nothing else."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802 (the name is http.server's)
            name = unquote(urlsplit(self.path).path)
            held = made.get(name[len(path) :] or "index.html") if name.startswith(path) else None
            if held is None:
                self.send_error(404)
                return
            ending = name[name.rfind(".") :] if "." in name else ".html"
            tag = f'"{hash(held) & 0xFFFFFFFF:x}-{len(held)}"'
            if self.headers.get("If-None-Match") == tag:
                self.send_response(304)
                self.end_headers()
                return
            packs = ending in (".js", ".css", ".html") and "gzip" in self.headers.get("Accept-Encoding", "")
            held = gzip.compress(held, 6) if packs else held
            self.send_response(200)
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", _TYPES.get(ending, "application/octet-stream"))
            self.send_header("Content-Length", str(len(held)))
            self.send_header("Content-Security-Policy", policy)
            self.send_header("Cache-Control", "no-cache")
            self.send_header("ETag", tag)
            self.end_headers()
            self.wfile.write(held)

        def log_message(self, format: str, *args: object) -> None:
            """What is asked for is nobody's business."""

    handler: Callable[..., BaseHTTPRequestHandler] = Handler
    return ThreadingHTTPServer(("127.0.0.1", port), handler)
