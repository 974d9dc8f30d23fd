"""`tenon dev` as a process: what it says, and what it tells the pages."""

import re
import signal
import subprocess
import threading
import time

from server import SESSION, TENON, Client, free_port

LIMIT = 60


class Dev:
    """The process, with what it says gathered as it comes."""

    def __init__(self, app, cwd, *options):
        self.port = free_port()
        self.process = subprocess.Popen(
            [str(TENON), "dev", str(app), "--listen", f"127.0.0.1:{self.port}", *options],
            cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True)
        self.said = ""
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.said += line

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def until(self, words, since=0):
        """Waits until it has said something; returns the match."""
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            match = re.compile(words).search(self.said, since)
            if match:
                return match
            assert self.process.poll() is None, self.said
            time.sleep(0.01)
        raise AssertionError(f"nothing like {words!r} in:\n{self.said}")

    def status(self, seen=None):
        """What the pages are told, once it is other than what was seen."""
        while True:
            answer = Client(self.port, timeout=LIMIT).get(f"/dev/status?seen={seen}").json
            # A page that waited long is answered without news.
            if "stamp" not in answer:
                raise ConnectionError("the server is on its way out")
            if answer["stamp"] != seen:
                return answer

    def sign_in(self, user=None):
        """A client of a person; of the one that the terminal names when none is given."""
        first, password = self.until(r"sign in +(\S+) / (\S+)").groups()
        user = user or first
        client = Client(self.port)
        answer = client.post(SESSION, {"user": user, "password": password})
        assert answer.status == 201, answer
        client.token = answer.json["token"]
        return client

    def stop(self, number=signal.SIGINT):
        self.process.send_signal(number)
        return self.process.wait(30)
