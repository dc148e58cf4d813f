"""A line between registers and their hub that drops, doubles, delays and cuts what goes over it."""
import random
import socket
import threading
import time


class FaultyProxy:
    """Forwards one HTTP request a connection to `target`, or does something to it; `calm` ends all faults."""

    FAULTS = ("drop", "cut-request", "lose-answer", "cut-answer", "double", "delay")

    def __init__(self, target, seed, percent=35):
        self.target, self.percent, self.calm = target, percent, False
        self.random, self.lock = random.Random(seed), threading.Lock()
        self.done = {fault: 0 for fault in (*self.FAULTS, "none")}
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address = "127.0.0.1:%d" % self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _fault(self):
        with self.lock:
            hit = not self.calm and self.random.random() * 100 < self.percent
            fault = self.random.choice(self.FAULTS) if hit else "none"
            self.done[fault] += 1
            return fault, self.random.random()

    def _serve(self, client):
        with client:
            client.settimeout(20)
            try:
                while request := self._whole_message(client):
                    if not self._pass_on(client, request):
                        return
            except OSError:
                return

    def _pass_on(self, client, request):
        """False: the connection ends here."""
        fault, part = self._fault()
        if fault == "drop":
            return False
        if fault == "delay":
            time.sleep(part * 0.4)
        if fault == "cut-request":
            self._ask(request[:max(1, int(len(request) * part))], whole=False)
            return False
        answer = self._ask(request)
        if fault == "double":
            self._ask(request)
        if fault == "lose-answer" or not answer:
            return False
        if fault == "cut-answer":
            client.sendall(answer[:max(1, int(len(answer) * part))])
            return False
        client.sendall(answer)
        return True

    def _ask(self, request, whole=True):
        host, port = self.target.split(":")
        try:
            with socket.create_connection((host, int(port)), timeout=20) as hub:
                hub.sendall(request)
                return self._whole_message(hub) if whole else b""
        except OSError:
            return b""

    @staticmethod
    def _whole_message(connection):
        """One HTTP message with its body; what there is when the connection ends before."""
        message = b""
        while b"\r\n\r\n" not in message:
            more = connection.recv(65536)
            if not more:
                return b""
            message += more
        head, _, body = message.partition(b"\r\n\r\n")
        length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
        while len(body) < length:
            more = connection.recv(65536)
            if not more:
                return b""
            body += more
        return head + b"\r\n\r\n" + body
