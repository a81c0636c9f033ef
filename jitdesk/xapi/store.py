"""`RecordStore`: the organisation's learning record store over HTTP; only ever in a child process.

Standard library only: two calls of the xAPI statement resource need no client library.
Where it is comes from the organisation's file `xapi.yaml` beside its policy; without that
file there is none, and no connection is made.
"""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jitdesk.errors import SettingsError, ShareError
from jitdesk.xapi.vocabulary import VERSION
from jitdesk.yamlio import load_yaml

_TIMEOUT: Final = 20.0
_LARGEST: Final = 64 * 1024 * 1024
_MOST_PAGES: Final = 10_000


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where statements go.

    Attributes:
        endpoint: the address of the store, up to but without ``/statements``.
        base: IRI that the organisation owns, for tasks, guides and extensions.
        user, password: for basic authentication, "" = none.
    """

    endpoint: str
    base: str
    user: str = ""
    password: str = ""
    version: str = VERSION


def read_settings(file: Path) -> StoreSettings | None:
    """Return the organisation's settings, None if it has none.

    Raises:
        SettingsError: the file cannot be read, or lacks what is needed.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read ({error}).") from error
    value = load_yaml(text).value
    fields = {k: str(v) for k, v in value.items()} if isinstance(value, dict) else {}
    endpoint, base = fields.get("endpoint", "").rstrip("/"), fields.get("base", "")
    local = endpoint.startswith(("http://127.0.0.1", "http://localhost"))
    if not (endpoint.startswith("https://") or local) or not base.startswith("https://"):
        raise SettingsError(f"{file} needs “endpoint” and “base”, both with https://.")
    return StoreSettings(
        endpoint,
        base if base.endswith("/") else f"{base}/",
        fields.get("user", ""),
        fields.get("password", ""),
        fields.get("version", VERSION),
    )


class RefusedError(ShareError):
    """The store answered and did not take the statements (400): sending again is no use."""


class RecordStore:
    """Sends and reads statements."""

    def __init__(self, settings: StoreSettings) -> None:
        """Take where it is; nothing is opened yet."""
        self._settings = settings

    def send(self, statements: Sequence[dict[str, Any]]) -> None:
        """Send a batch; statements that are there already change nothing.

        Raises:
            RefusedError: it did not take them.
            ShareError: it could not be reached; they are to be sent later.
        """
        body = json.dumps(list(statements), ensure_ascii=False).encode()
        try:
            self._call("/statements", body)
        except urllib.error.HTTPError as error:
            if error.code == 409:  # there already, sent by an earlier try
                return
            if error.code in {400, 413, 422}:
                raise RefusedError(f"The store refused the statements ({error.code}).") from error
            raise ShareError(f"The store answered {error.code}; tried again later.") from error
        except (OSError, ValueError) as error:
            raise ShareError(
                f"The store cannot be reached ({error}); tried again later."
            ) from error

    def read(self, since: str = "") -> Iterator[dict[str, Any]]:
        """Yield every statement since an ISO time.

        Raises:
            ShareError: it could not be reached or answered nonsense.
        """
        query = {"limit": "500", "ascending": "true", **({"since": since} if since else {})}
        path = f"/statements?{urllib.parse.urlencode(query)}"
        try:
            for _ in range(_MOST_PAGES):
                answer = json.loads(self._call(path))
                yield from (s for s in answer["statements"] if isinstance(s, dict))
                path = str(answer.get("more") or "")
                if not path:
                    return
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ShareError(f"The store cannot be read ({error}).") from error

    def _call(self, path: str, body: bytes | None = None) -> bytes:
        endpoint = self._settings.endpoint
        parts = urllib.parse.urlsplit(endpoint)
        root = f"{parts.scheme}://{parts.netloc}"
        relative = path.startswith("/statements")
        address = f"{endpoint}{path}" if relative else urllib.parse.urljoin(f"{root}/", path)
        if not address.startswith(f"{root}/"):
            raise ValueError("the store points to another machine")
        request = urllib.request.Request(address, data=body)  # noqa: S310  (https, see above)
        request.add_header("X-Experience-API-Version", self._settings.version)
        request.add_header("Content-Type", "application/json")
        if self._settings.user:
            pair = f"{self._settings.user}:{self._settings.password}".encode()
            request.add_header("Authorization", f"Basic {base64.b64encode(pair).decode()}")
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
            return bytes(answer.read(_LARGEST))
