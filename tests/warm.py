"""Commands without their start: a process that has Taqrib loaded runs each of them in a fork of itself.

The start of a command (Python, its libraries, the vocabulary) is most of its time, and the same in hundreds of tests.
What runs is what the installed ``taqrib`` runs, with its own arguments, folder, environment and streams, and nothing
left over from the run before. ``tests/cli/test_commands.py`` runs the installed command itself.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

CLIENT = """#!{python} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({place!r})
    socket.send_fds(server, [b"3"], [0, 1, 2])
    server.sendall(json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode())
    server.shutdown(socket.SHUT_WR)
    code = server.recv(1)
sys.exit(code[0] if code else "the command was killed")
"""
"""The command ``taqrib`` of these tests: it hands its streams over and waits."""


@contextmanager
def warm() -> Iterator[Path]:
    """The path of a command ``taqrib``, good as long as the block lasts."""
    with TemporaryDirectory(prefix="taqrib-warm-") as folder:
        place, command = Path(folder) / "socket", Path(folder) / "taqrib"
        command.write_text(CLIENT.format(python=sys.executable, place=str(place)), encoding="utf-8")
        command.chmod(0o755)
        with subprocess.Popen(
            [sys.executable, __file__, str(place)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        ) as server:
            assert server.stdout is not None
            assert server.stdout.readline() == b"ready\n"
            try:
                yield command
            finally:
                server.terminate()


def serve(place: str) -> NoReturn:
    """Answer at the socket ``place`` until somebody ends the process."""
    from importlib import import_module

    from taqrib.reading import read

    for room in ("brief", "case", "cli.app", "evidence", "packages", "positions", "record", "rounds"):
        import_module(f"taqrib.{room}")
    for text in ("The envoy said on Friday that talks had resumed.", "قال المبعوث يوم الجمعة إنّ المحادثات استؤنفت."):
        read(text)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(place)
        listening.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            connection, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                _run(connection)
            connection.close()


def _run(connection: socket.socket) -> NoReturn:
    """Run one command as the process it would have been."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _, streams, *_ = socket.recv_fds(connection, 1, 3)
    with connection.makefile("rb") as told:
        words, folder, environment = json.load(told)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - streams last as long as the process
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115 - the same
    sys.argv = ["taqrib", *words]
    connection.send(bytes([_status()]))
    os._exit(0)


def _status() -> int:
    """What the command exits with."""
    from taqrib.cli import main

    try:
        main()
        code: object = 0
    except SystemExit as left:
        code = left.code
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    if isinstance(code, str):
        sys.stderr.write(f"{code}\n")
        sys.stderr.flush()
    return code if isinstance(code, int) else int(code is not None)


if __name__ == "__main__":
    serve(sys.argv[1])
