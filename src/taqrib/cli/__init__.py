"""The command line: ``taqrib ...``. Thin: it opens files, asks the rooms and prints their answers."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from taqrib.cli.app import app
    from taqrib.cli.streams import prepare_streams

    prepare_streams()
    app()


__all__ = ["main"]
