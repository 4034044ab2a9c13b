"""What the language and the field know, as YAML beside this file; code holds grammar, not word lists."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:  # noqa: ANN401 - each table has its own shape
    """The table ``name``: ``load("states")``, ``load("arabic/reporting")``.

    The tables are parsed once and shared: callers must not change them.

    :raises FileNotFoundError: if the package has no such table.
    """
    source = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(source, Loader=_Loader)  # noqa: S506 - a safe loader, and our own file
