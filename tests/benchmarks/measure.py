"""Runs sphinx-build as a process of its own and says what it cost."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Fingerprint = tuple[int, int, str]


class BuildFailedError(Exception):
    """A build ended with an error; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children used."""

    seconds: float
    """CPU time, user and system."""
    megabytes: float
    """Peak resident memory of the largest process."""
    warnings: int


def build(project: Path, *, jobs: int, profile: Path | None = None, builder: str = "html") -> Cost:
    """Build `project` into its own `_build` folder."""
    profiler = ["-m", "cProfile", "-o", str(profile)] if profile else []
    command = [sys.executable, *profiler, "-m", "sphinx", "-q", "-b", builder]
    command += ["-j", str(jobs), str(project), str(output_of(project))]
    return _run(command, log=project / "build.log")


def output_of(project: Path) -> Path:
    """Where `build` writes: the pages and, in a folder, Sphinx's own cache."""
    return project / "_build"


def fingerprints(directory: Path) -> dict[str, Fingerprint]:
    """Inode, time and content of every file, to see later which were written."""
    return {
        path.relative_to(directory).as_posix(): _fingerprint(path)
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


def written_files(before: dict[str, Fingerprint], after: dict[str, Fingerprint]) -> dict[str, bool]:
    """The files written between two looks, each with whether its content changed."""
    return {
        name: name not in before or before[name][2] != now[2]
        for name, now in after.items()
        if before.get(name) != now
    }


def _fingerprint(path: Path) -> Fingerprint:
    stat = path.stat()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return stat.st_ino, stat.st_mtime_ns, digest


def _run(command: list[str], log: Path) -> Cost:
    search = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": search, "PYTHONHASHSEED": "0"}
    with log.open("wb") as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=errors, env=environment
        )
        # not process.wait(): only wait4 tells what this one child used
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    messages = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode:
        raise BuildFailedError(messages)
    return Cost(
        seconds=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss / 1024,
        warnings=messages.count("WARNING:"),
    )
