"""Servers that misbehave for scripts/chaos: an LRS over the sample's statements, and a proxy.

No command of its own. Needs nothing but Python 3.8 or newer.
"""

import base64
import gzip
import http.server
import json
import pathlib
import socket
import threading
import time
import urllib.parse

FAULTS = ("500", "429", "hang", "cut", "hang in the middle", "no JSON", "wrong length")
PAGE = 200


def statements(folder):
    """All statements of a tree with the moment at which the LRS stored them."""
    found = []
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if not file.is_file():
            continue
        content = file.read_bytes()
        text = gzip.decompress(content) if file.name.endswith(".gz") else content
        for part in text.splitlines() if ".ndjson" in file.name else [text]:
            try:
                whole = json.loads(part.decode("utf-8"))
            except ValueError:
                continue  # No LRS would have taken what the sample damages on purpose.
            if isinstance(whole, dict) and "statements" in whole:
                whole = whole["statements"]
            found += whole if isinstance(whole, list) else [whole]
    for number, statement in enumerate(found):
        statement["stored"] = time.strftime("%Y-%m-%dT%H:%M:%S.000Z",
                                            time.gmtime(1798000000 + number))
    return found


class Lrs:
    """An LRS on this machine; from a page on it does what a fault says."""

    def __init__(self, folder):
        self.statements = statements(folder)
        self.pages = -(-len(self.statements) // PAGE)
        self.fault, self.from_page, self.page = None, 0, 0
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802
                outer.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/xapi"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def misbehave(self, fault, from_page):
        self.fault, self.from_page, self.page = fault, from_page, 0

    def answer(self, request):
        known = "Basic " + base64.b64encode(b"reader:secret").decode()
        if request.headers.get("Authorization") != known:
            self.send(request, 401, b"{}")
            return
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query))
        start = int(asked.get("from", 0))
        if self.fault and start // PAGE + 1 >= self.from_page:
            self.fail(request, self.body(asked, start))
        else:
            self.send(request, 200, self.body(asked, start))

    def body(self, asked, start):
        since = asked.get("since", "")
        chosen = [s for s in self.statements if s["stored"] > since]
        if asked.get("ascending") != "true":
            chosen.reverse()
        end = start + min(PAGE, int(asked.get("limit", PAGE)))
        more = ""
        if end < len(chosen):
            more = "/xapi/statements?" + urllib.parse.urlencode({**asked, "from": end})
        return json.dumps({"statements": chosen[start:end], "more": more}).encode()

    def fail(self, request, body):
        if self.fault in ("500", "429"):
            self.send(request, int(self.fault), b"{\"error\": \"not now\"}")
        elif self.fault == "hang":
            time.sleep(6)
            request.close_connection = True
        elif self.fault == "no JSON":
            self.send(request, 200, b"<html><body>maintenance</body></html>")
        elif self.fault == "wrong length":
            self.send(request, 200, body[:-20], len(body[:-20]))
        else:
            self.send(request, 200, body[:len(body) // 2], len(body))
            request.wfile.flush()
            if self.fault == "hang in the middle":
                time.sleep(6)
            request.close_connection = True

    @staticmethod
    def send(request, status, body, length=None):
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("X-Experience-API-Version", "1.0.3")
        request.send_header("Content-Length", str(len(body) if length is None else length))
        request.end_headers()
        try:
            request.wfile.write(body)
        except OSError:
            request.close_connection = True


class Proxy:
    """Passes bytes on to a server, and after so many of the server's fails all connections."""

    def __init__(self, host, port):
        self.target = (host, port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.how, self.at, self.passed = None, 0, 0
        self.guard = threading.Lock()

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def fail(self, how, at):
        with self.guard:
            self.how, self.at, self.passed = how, at, 0

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self.target)
            except OSError:
                client.close()
                continue
            for one, other, counted in ((client, server, False), (server, client, True)):
                threading.Thread(target=self.pass_on, args=(one, other, counted),
                                 daemon=True).start()

    def pass_on(self, one, other, counted):
        try:
            while True:
                part = one.recv(1 << 16)
                if not part:
                    break
                if counted:
                    with self.guard:
                        self.passed += len(part)
                        failing = self.how if self.how and self.passed >= self.at else None
                    if failing == "silent":
                        continue
                    if failing == "cut":
                        break
                other.sendall(part)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
