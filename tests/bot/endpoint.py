"""A language model's endpoint for tests: real HTTP, with whatever reply, status and delay it is told."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Endpoint:
    """What it was asked, and what it replies next. `held`: it does not reply before `let_go`."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    held: bool = False
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    _free: threading.Event = field(default_factory=threading.Event)

    def says(self, words: str) -> None:
        """The next replies carry these words."""
        self.body = json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()

    def cites(self, entry: str, answer: str = "") -> None:
        """The next replies cite an entry."""
        self.says(json.dumps({"entry": entry, "answer": answer}, ensure_ascii=False))

    def let_go(self) -> None:
        """Whoever is held is replied to."""
        self._free.set()

    def data(self) -> dict[str, Any]:
        """What the newest question held, rules aside."""
        found: dict[str, Any] = json.loads(self.asked[-1]["messages"][1]["content"])
        return found

    def wait(self) -> None:
        """Waits while it is held."""
        if self.held:
            self._free.wait(60)


@contextmanager
def endpoint() -> Iterator[Endpoint]:
    """A running endpoint."""
    told = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            told.keys.append(self.headers["Authorization"])
            told.paths.append(self.path)
            told.wait()
            self.send_response(told.status)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield told
    finally:
        told.let_go()
        server.shutdown()
        thread.join()
        server.server_close()
