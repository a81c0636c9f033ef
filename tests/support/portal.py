"""A mock of xdg-desktop-portal's GlobalShortcuts on a bus of its own.

It checks the signature on the wire: a mock that coerces types hides the very fault that
makes real portals refuse.
"""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import threading
from dataclasses import dataclass, field
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


def bus_is_installed() -> bool:
    """Return whether a private session bus can be started here."""
    return shutil.which("dbus-daemon") is not None


@dataclass
class MockPortal:
    """Answers as the specification says; `deny` makes BindShortcuts come back refused."""

    deny: bool = False
    registry: bool = True
    signatures: dict[str, str] = field(default_factory=dict)
    bound: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    registered: str = ""
    address: str = ""

    def start(self) -> MockPortal:
        """Start the bus and the portal; `address` is the bus's."""
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def press(self, name: str) -> None:
        """Send the Activated signal of a shortcut."""
        body = ["/session", name, 12345, {}]
        self._emit(PATH, SHORTCUTS, "Activated", "osta{sv}", body)

    def stop(self) -> None:
        """End portal and bus."""
        self._loop.call_soon_threadsafe(self._done.set_result, None)
        self._thread.join(5)
        self._daemon.terminate()
        self._daemon.wait(5)
        if self._daemon.stdout is not None:
            self._daemon.stdout.close()

    def _serve(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._done: asyncio.Future[None] = self._loop.create_future()
        self._bus = await MessageBus(bus_address=self.address).connect()
        self._bus.add_message_handler(self._handle)
        await self._bus.request_name("org.freedesktop.portal.Desktop")
        self._ready.set()
        await self._done
        self._bus.disconnect()

    def _emit(self, path: str, interface: str, member: str, signature: str, body: Any) -> None:
        message = Message.new_signal(path, interface, member, signature, body)
        self._loop.call_soon_threadsafe(self._bus.send, message)

    def _handle(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        self.signatures[message.member] = message.signature
        answers = {"Get": self._get, "Register": self._register,
                   "CreateSession": self._create, "BindShortcuts": self._bind}  # fmt: skip
        answer = answers.get(message.member)
        return answer(message) if answer else None

    def _get(self, message: Message) -> Message:
        return Message.new_method_return(message, "v", [Variant("u", 1)])

    def _register(self, message: Message) -> Message:
        if not self.registry:
            name = "org.freedesktop.DBus.Error.UnknownMethod"
            return Message.new_error(message, name, "no registry here")
        self.registered = message.body[0]
        return Message.new_method_return(message)

    def _create(self, message: Message) -> Message:
        facts = {"session_handle": Variant("s", "/session")}
        return self._respond(message, message.body[-1], 0, facts)

    def _bind(self, message: Message) -> Message:
        self.bound = message.body[1]
        given = [
            [name, {"trigger_description": Variant("s", "Ctrl+Alt+Space")}]
            for name, _ in self.bound
        ]
        facts = {"shortcuts": Variant("a(sa{sv})", given)}
        code = 1 if self.deny else 0
        return self._respond(message, message.body[-1], code, {} if self.deny else facts)

    def _respond(self, message: Message, options: Any, code: int, facts: Any) -> Message:
        sender = message.sender.lstrip(":").replace(".", "_")
        path = f"{PATH}/request/{sender}/{options['handle_token'].value}"
        self._emit(path, "org.freedesktop.portal.Request", "Response", "ua{sv}", [code, facts])
        return Message.new_method_return(message, "o", [path])
