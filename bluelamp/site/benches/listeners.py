"""Open event streams of the board, read in one thread; each notes when it first got the row of an incident."""

import asyncio
import re
import threading
from collections.abc import Iterable, Iterator

from bluelamp import clock
from bluelamp.site.benches.web import HOST

CHANNEL = "/live/board/"
ROW = re.compile(rb'id="inc-(\d+)"')
OVERLAP = 32
OPEN_SECONDS = 60.0


class Listeners:
    """`number` streams with one person's cookies; use it in a `with`, which waits until all are open."""

    def __init__(self, port: int, cookies: dict[str, str], number: int) -> None:
        self.port, self.number = port, number
        self.cookies = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self.seen: list[dict[int, float]] = [{} for _ in range(number)]
        self._open = threading.Semaphore(0)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._wrong: list[str] = []

    def __enter__(self) -> "Listeners":
        self._thread.start()
        for _ in range(self.number):
            if not self._open.acquire(timeout=OPEN_SECONDS):
                raise ValueError(f"Not all {self.number} streams opened.")
        if self._wrong:
            raise ValueError(f"{len(self._wrong)} streams were refused: {self._wrong[0]}")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def received(self) -> Iterator[tuple[int, float]]:
        """(incident, time) of every row that every stream got."""
        return ((number, at) for seen in self.seen for number, at in dict(seen).items())

    def have_all(self, wanted: Iterable[int]) -> bool:
        wanted = set(wanted)
        return all(wanted <= set(seen) for seen in self.seen)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        listening = [self._loop.create_task(self._listen(number)) for number in range(self.number)]
        self._loop.run_forever()
        for task in listening:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*listening, return_exceptions=True))
        self._loop.close()

    async def _listen(self, number: int) -> None:
        reader, writer = await asyncio.open_connection(HOST, self.port, limit=1 << 20)
        asked = f"GET {CHANNEL} HTTP/1.1\r\nHost: localhost:{self.port}\r\nCookie: {self.cookies}\r\n\r\n"
        writer.write(asked.encode())
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.split(b"\r\n", 1)[0]:
                self._wrong.append(head.split(b"\r\n", 1)[0].decode())
            self._open.release()
            await self._read(reader, self.seen[number])
        finally:
            writer.close()

    @staticmethod
    async def _read(reader: asyncio.StreamReader, seen: dict[int, float]) -> None:
        rest = b""
        while part := await reader.read(65536):
            at = clock.now().timestamp()
            rest += part
            for found in ROW.finditer(rest):
                seen.setdefault(int(found.group(1)), at)
            rest = rest[-OVERLAP:]
