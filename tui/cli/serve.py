"""Kith in a browser on this machine: `kith serve`, an optional extra.

textual-serve runs the full screen in a process of its own and draws it on a page. It knows no password, so what
is asked of it is looked at first: a page of any other site, another name for this machine, or another user of it
must not reach the network. Whoever opens the page needs the key in its address, which is new each time.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import shlex
import socket
import sys
from typing import TYPE_CHECKING, Any

import click

from tui.opening import Options, Trouble, shared

if TYPE_CHECKING:
    from textual_serve.server import Server

_COOKIE = "kith_key"
_KEY_BYTES = 24
_PATIENCE = 5.0
"""Seconds in which a window that was closed has let go of Kith."""
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{own}"
)


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8421, show_default=True, help="Where it answers."
)
@click.option("--address", default="127.0.0.1", show_default=True, help="An address of this machine itself.")
@shared
@click.pass_obj
def serve(options: Options, port: int, address: str) -> None:
    """Open Kith in a browser on this machine, for one person at a time.

    It answers on the loopback address only: Kith has no password, and what it shows is private.
    """
    if not is_loopback(address):
        raise Trouble(
            f"{address} can be reached from other machines, and Kith has no password. From elsewhere, go through "
            f"ssh: ssh -L {port}:127.0.0.1:{port} this-machine, and open the page there."
        )
    try:
        server = guarded(command(options), address, port)
    except ModuleNotFoundError:
        raise Trouble("The browser needs one more package: pip install 'kith-tui[serve]'.") from None
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as fault:
            raise Trouble(
                f"Port {port} can't be used ({fault.strerror}); name another with --port."
            ) from None
    server.serve()


def is_loopback(address: str) -> bool:
    """Tell whether an address is this machine's own, which no other machine can reach."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def command(options: Options) -> str:
    """Return the command that opens the full screen, for a shell."""
    words = [sys.executable, "-m", "tui"]
    if options.demo:
        words.append("--demo")
    if options.file is not None:
        words += ["--file", str(options.file)]
    if options.when is not None:
        words += ["--on", options.when]
    return shlex.join(words)


def guarded(run: str, address: str, port: int) -> Server:
    """Return a server that answers only whoever has the key, from its own page, one at a time.

    Raises:
        ModuleNotFoundError: if textual-serve is not installed.
    """
    from aiohttp import web
    from textual_serve.server import Server

    key = secrets.token_urlsafe(_KEY_BYTES)
    host = f"[{address}]" if ":" in address else address
    own = f"{host}:{port}"

    class Guarded(Server):
        """Refuses what does not come from its own page with its key."""

        turn = asyncio.Lock()
        """Held by the page that Kith is open on."""

        async def on_startup(self, app: web.Application) -> None:
            """Say where the page is."""
            sys.stdout.write(f"Kith is at http://{own}/?key={key}\nctrl+c ends it.\n")
            sys.stdout.flush()

        async def handle_index(self, request: web.Request) -> Any:
            """Show the page to whoever has the key."""
            self._check(request)
            page = await super().handle_index(request)
            page.set_cookie(_COOKIE, key, httponly=True, samesite="Strict")
            page.headers["Referrer-Policy"] = "no-referrer"
            # The page asks for a font from elsewhere; nothing of Kith goes anywhere.
            page.headers["Content-Security-Policy"] = _POLICY.format(own=own)
            return page

        async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
            """Open the full screen for the page, unless another one has it."""
            self._check(request)
            if request.headers.get("Origin") != f"http://{own}":
                raise web.HTTPForbidden(text="Only Kith's own page may ask for this.\n")
            try:
                # A page that is loaded anew comes before the Kith of the one before has saved and ended.
                await asyncio.wait_for(self.turn.acquire(), _PATIENCE)
            except TimeoutError:
                raise web.HTTPConflict(text="Kith is open in another window.\n") from None
            try:
                socket: web.WebSocketResponse = await super().handle_websocket(request)
                return socket
            finally:
                self.turn.release()

        def _check(self, request: web.Request) -> None:
            # A page elsewhere can point a name of its own at this machine: the name asked for gives it away.
            if request.headers.get("Host") != own:
                raise web.HTTPForbidden(text=f"Open http://{own}/ instead.\n")
            given = request.query.get("key") or request.cookies.get(_COOKIE) or ""
            if not secrets.compare_digest(given.encode(), key.encode()):
                raise web.HTTPForbidden(
                    text="The key is missing: open the address that kith serve printed.\n"
                )

    return Guarded(run, host=address, port=port, title="Kith")
