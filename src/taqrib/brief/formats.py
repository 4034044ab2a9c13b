"""The kinds of file a brief is written as; whoever adds one adds it here, and the conformance tests bind it.

A writer takes a plan, the material it was made of and a language, and gives text or bytes: the same ones for the same
input, with no clock, no network and nothing from a report that acts. Writers are loaded when asked for, because the
library behind each costs time that the other formats need not pay.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan

    Writer: TypeAlias = Callable[[Plan, Material, Language], str | bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One kind of file.

    :ivar name: its name on the command line, and the suffix of its files without the dot.
    :ivar is_binary: whether it is bytes that no terminal shows.
    :ivar suffixes: other suffixes its files go by.
    """

    name: str
    module: str
    function: str
    is_binary: bool = False
    suffixes: tuple[str, ...] = ()

    def writer(self) -> Writer:
        """The function that writes it."""
        found: Writer = getattr(import_module(f"taqrib.brief.{self.module}"), self.function)
        return found


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format(name="md", module="markdown", function="as_markdown", suffixes=("markdown",)),
        Format(name="html", module="html", function="as_html", suffixes=("htm",)),
        Format(name="docx", module="word", function="as_docx", is_binary=True),
        Format(name="pdf", module="pdf", function="as_pdf", is_binary=True),
        Format(name="xlsx", module="workbook", function="as_xlsx", is_binary=True),
        Format(name="ics", module="ical", function="as_icalendar", suffixes=("ical",)),
        Format(name="csv", module="csv_table", function="as_csv"),
        Format(name="jsonld", module="linked_data", function="as_jsonld", suffixes=("json",)),
    )
}
"""Name -> format, in the order they are shown."""


def format_of(file_name: str) -> Format | None:
    """The format whose suffix ``file_name`` bears, in capitals or not; ``None`` if it bears none that is known.

    >>> format_of("Brief-2.PDF").name
    'pdf'
    """
    suffix = file_name.rpartition(".")[2].casefold() if "." in file_name else ""
    return next((made for made in FORMATS.values() if suffix in {made.name, *made.suffixes}), None)
