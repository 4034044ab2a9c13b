"""The command line: ``taqrib ...``. Thin: it opens files, asks the rooms and prints their answers."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from taqrib.cli.app import app

    app()


__all__ = ["main"]
