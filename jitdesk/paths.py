"""Where JITDesk keeps its files: the only module that knows appdirs.

`JITDESK_HOME=<dir>` puts configuration, data, cache and logs under that one directory.
Otherwise the platform's own directories are used. Empty or relative ``XDG_*`` values are
dropped first: appdirs would turn them into files in the current directory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import appdirs

_APP = "jitdesk"
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The roots and the files that live in them; creates nothing by itself."""

    config: Path
    data: Path
    cache: Path
    log: Path
    site: Path

    @property
    def policy_file(self) -> Path:
        """The organisation's policy: settings that it fixes (YAML); usually absent."""
        return self.site / "policy.yaml"

    @property
    def xapi_file(self) -> Path:
        """Where the organisation's learning record store is (YAML); usually absent."""
        return self.site / "xapi.yaml"

    @property
    def settings_file(self) -> Path:
        """The person's settings (YAML)."""
        return self.config / "settings.yaml"

    @property
    def sources_file(self) -> Path:
        """The subscribed sources (YAML)."""
        return self.config / "sources.yaml"

    @property
    def site_files(self) -> tuple[Path, ...]:
        """The site values outside of packs: IT's, then the person's own."""
        return (self.site / "site.yaml", self.config / "site.yaml")

    @property
    def store(self) -> Path:
        """The directory of the verified local copies of packs."""
        return self.data / "packs"

    @property
    def records_file(self) -> Path:
        """The user database: runs, what was opened and ticked."""
        return self.data / "records.sqlite"

    @property
    def loops(self) -> Path:
        """What the person sent to authors, what waits, and the answers as last seen."""
        return self.data / "loops"

    @property
    def index(self) -> Path:
        """The search index: a cache, rebuilt from the store on any doubt."""
        return self.cache / "index"

    @property
    def vectors(self) -> Path:
        """The optional vectors of meaning: a cache like the index."""
        return self.cache / "meaning"

    @property
    def log_file(self) -> Path:
        """The log file (rotated)."""
        return self.log / "jitdesk.log"

    @property
    def socket_name(self) -> str:
        """Name or path of the socket on which the running app listens."""
        if sys.platform == "win32":
            return f"jitdesk-{os.getlogin()}"
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        home = os.environ.get("JITDESK_HOME", "")
        if home or not os.path.isabs(runtime):  # noqa: PTH117  (a str of the environment)
            return str(self.cache / "app.socket")
        return str(Path(runtime) / "jitdesk.socket")


def _home_paths(root: Path) -> Paths:
    return Paths(root / "config", root / "data", root / "cache", root / "log", root / "site")


def find_paths(environ: Mapping[str, str] | None = None) -> Paths:
    """Return the roots for this person; reads the environment, touches no file."""
    env = os.environ if environ is None else environ
    if home := env.get("JITDESK_HOME"):
        return _home_paths(Path(home).expanduser().absolute())
    for name in _XDG:
        value = os.environ.get(name)
        if value is not None and not Path(value).is_absolute():
            os.environ.pop(name)
    return Paths(
        Path(appdirs.user_config_dir(_APP, False)),
        Path(appdirs.user_data_dir(_APP, False)),
        Path(appdirs.user_cache_dir(_APP, False)),
        Path(appdirs.user_log_dir(_APP, False)),
        Path(appdirs.site_config_dir(_APP, False)),
    )


def shipped(name: str) -> Path:
    """Return the directory of what ships: ``guides`` or ``resources``.

    It lies beside the package in a checkout and inside it after an installation.
    """
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
