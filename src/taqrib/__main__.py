"""``python -m taqrib``."""

from taqrib.cli import main

main()
