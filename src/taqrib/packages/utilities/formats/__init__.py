"""Domains and profiles in the formats in circulation: texts in, a domain out, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.errors import Invalid
from taqrib.packages.utilities.formats.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.packages.utilities.domain import Domain

ENDINGS = {
    ".xml": "genius",
    ".json": "geniusweb",
    ".yml": "negmas",
    ".yaml": "negmas",
    ".csv": "table",
}
"""How a file's name ends -> its format."""


def read_domain(domain: Source, profiles: Sequence[Source]) -> Domain:
    """Read a domain and the profiles of its parties, by how the domain's name ends.

    A CSV table holds its profiles itself; for the other formats each is a text of its own, in the same format.

    :raises Invalid: if the ending is not one of :data:`ENDINGS`, or what is written is not allowed.
    :raises Unreadable: if a text is not in its format.
    """
    from taqrib.packages.utilities.formats import genius, geniusweb, negmas, table  # noqa: PLC0415 - one is enough

    found = ENDINGS.get(domain.ending)
    for source in profiles:
        if found and ENDINGS.get(source.ending) != found:
            raise Invalid(
                f"expected a profile in the domain's format, found the ending {source.ending!r} beside "
                f"{domain.ending!r}; convert one of them",
                where=source.where,
            )
    if found == "table":
        if profiles:
            raise Invalid(
                "expected no profiles beside a CSV domain, whose columns are its parties; leave them out",
                where=profiles[0].where,
            )
        return table.read(domain)
    if found is None:
        raise Invalid(
            f"expected a domain whose name ends in {', '.join(ENDINGS)}, found {domain.ending!r}", where=domain.where
        )
    readers = {"genius": genius.read, "geniusweb": geniusweb.read, "negmas": negmas.read}
    return readers[found](domain, profiles)


__all__ = ["ENDINGS", "Source", "read_domain"]
