"""`kith serve`: it answers on this machine alone, only whoever has the key, from its own page, one at a time."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from click.testing import CliRunner
from textual_serve.server import Server

from tui.cli import main
from tui.cli.serve import guarded, is_loopback


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("kith.example", False),
        ("", False),
    ],
)
def test_which_addresses_are_this_machines_own(address: str, own: bool) -> None:
    assert is_loopback(address) is own


def test_an_address_that_others_can_reach_is_refused_with_the_reason() -> None:
    result = CliRunner().invoke(main, ["--demo", "serve", "--address", "0.0.0.0"])
    assert result.exit_code == 1
    assert "has no password" in result.stderr
    assert "ssh -L 8421:127.0.0.1:8421" in result.stderr


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["--demo", "serve", "--port", str(port)])
    assert result.exit_code == 1
    assert f"Port {port} can't be used" in result.stderr


def listens(port: int) -> None:
    """Return once a port answers: the address is printed a moment before."""
    for _ in range(100_000):
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
    raise AssertionError(f"port {port} never answered")


@pytest.fixture
def page() -> Iterator[str]:
    """Yield the address of a page that is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tui", "--demo", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        told = re.search(r"http://\S+", server.stdout.readline())
        try:
            assert told is not None
            listens(port)
            yield told.group()
        finally:
            server.terminate()


async def test_only_the_own_page_with_the_key_is_answered(page: str) -> None:
    own, _, key = page.partition("/?key=")
    async with aiohttp.ClientSession() as session:
        for address, headers in (
            (own, {}),
            (f"{own}/?key={key[:-1]}", {}),
            (page, {"Host": "evil.example"}),
            (f"{own}/ws?key={key}", {}),
            (f"{own}/ws?key={key}", {"Origin": "http://evil.example"}),
        ):
            async with session.get(address, headers=headers) as answer:
                assert answer.status == 403, (address, headers)
        async with session.get(page) as answer:
            assert answer.status == 200
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'self'" in policy
            assert answer.cookies["kith_key"].value == key


async def test_the_full_screen_comes(page: str) -> None:
    own, _, key = page.partition("/?key=")
    async with aiohttp.ClientSession() as session:
        asked = f"{own}/ws?key={key}&width=80&height=24"
        async with session.ws_connect(asked, origin=own) as window:
            await window.send_json(["resize", {"width": 80, "height": 24}])
            seen = b""
            while b"Follow-ups" not in seen:
                message = await window.receive(timeout=60)
                assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
                seen += message.data if isinstance(message.data, bytes) else message.data.encode()


async def test_a_second_window_waits_for_the_first_to_end_and_is_refused_where_it_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is loaded anew asks before the Kith of the one before has ended."""
    first, over = asyncio.Event(), asyncio.Event()

    async def shown(_server: Server, _request: web.Request) -> web.Response:
        first.set()
        await over.wait()
        return web.Response(text="Kith")

    monkeypatch.setattr(Server, "handle_websocket", shown)
    monkeypatch.setattr("tui.cli.serve._PATIENCE", 0.02)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = await guarded("kith", "127.0.0.1", port)._make_app()
    async with TestClient(TestServer(app, port=port)) as client:
        key = re.findall(r"key=(\S+)", capsys.readouterr().out)[0]
        own = {"Origin": f"http://127.0.0.1:{port}"}
        window = asyncio.create_task(client.get(f"/ws?key={key}", headers=own))
        await first.wait()
        assert (await client.get(f"/ws?key={key}", headers=own)).status == 409
        monkeypatch.setattr("tui.cli.serve._PATIENCE", 60)
        again = asyncio.create_task(client.get(f"/ws?key={key}", headers=own))
        for _ in range(200):  # until it has come as far as it can
            await asyncio.sleep(0)
        assert not again.done()
        over.set()
        assert [(await it).status for it in (window, again)] == [200, 200]
