"""Standard input and output as a command needs them: any text can be written, and a lost reader is no disaster."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import NoReturn, TextIO


class Answers(io.TextIOWrapper):
    """Standard output that stops the command when it cannot be written.

    When the reader has left (``| head -1``), the command has done its work: status 0, nothing said. When the disk is
    full, the answer is not whole: one sentence on standard error, status 2. What the terminal's encoding lacks is
    written as a backslash escape.
    """

    def write(self, text: str, /) -> int:
        """Write ``text``, or stop the command."""
        try:
            return super().write(text)
        except OSError as error:
            self._stop(error)

    def flush(self) -> None:
        """Hand on what was written, or stop the command."""
        if self.closed:
            return
        try:
            super().flush()
        except OSError as error:
            self._stop(error)

    def _stop(self, error: OSError) -> NoReturn:
        silence(self)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from None
        from taqrib.cli.output import of_the_system, say

        say(f"taqrib: standard output: {of_the_system(error).message}")
        raise SystemExit(2) from None


def prepare_streams() -> None:
    """Make ``sys.stdout`` :class:`Answers`, and let ``sys.stdin`` take any bytes that are typed."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    stdout = sys.stdout
    if isinstance(stdout, io.TextIOWrapper):
        encoding, line_buffering = stdout.encoding, stdout.line_buffering
        sys.stdout = Answers(
            stdout.detach(), encoding=encoding, errors="backslashreplace", line_buffering=line_buffering
        )


def silence(stream: TextIO) -> None:
    """Let what ``stream`` still holds, and all that follows, go nowhere; at its end, Python tries to write it again."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
