"""Years: ``in 2016``, ``the 2016 accord``, ``2014-2016``, ``1950-53``."""

from __future__ import annotations

from taqrib.reading import calendar
from taqrib.reading.english.times.lengths import LengthReader
from taqrib.reading.english.times.words import YEAR, YEAR_BEFORE, Reading
from taqrib.vocabulary import load

_COUNTED = frozenset(load("english/times")["counted"].split())


class YearReader(LengthReader):
    """Readings of years."""

    def year(self, index: int) -> Reading | None:
        """A year after a preposition or in a definite noun phrase ("the 2016 accord"); else it is a count."""
        norm, before, after = self.norm(index), self.norm(index - 1), self.norm(index + 1)
        short = self.shortened(index)
        if short is not None:
            return short
        certain = before in YEAR_BEFORE
        plural = (
            after.endswith("s")
            and not after.endswith(("'s", "ss", "us", "is"))
            and index + 1 < self.total
            and self.tokens[index + 1].text[0].islower()
        )
        if before == "of" and after and plural:
            certain = False
        # a count of exactly so many would stand without an article or with a comma: "the 2022 clashes" dates them
        recent = self.published is not None and 1950 <= int(norm) <= self.published.year + 1
        phrase = (
            (before == "the" or before in {"a", "its", "their", "his", "her"} or before.endswith("'s"))
            and index + 1 < self.total
            and (self.tokens[index + 1].text[0].isalpha() and (not plural or (recent and after not in _COUNTED)))
        )
        if (
            not (certain and not (plural and before not in {"in", "since"}))
            and not phrase
            and not (before == "(" and after == ")")
        ):
            return None
        last = index + 1
        if after in {"-", "–", "to"} and YEAR.fullmatch(self.norm(last + 1)) and (after != "to" or before == "from"):
            return Reading(index, last + 2, "DATE", calendar.interval(norm, self.norm(last + 1)), "years", 0.9)
        return Reading(index, last, "DATE", norm, "year", 0.93 if certain else 0.85)

    def shortened(self, index: int) -> Reading | None:
        """``1950-53``: the later year by its last two digits, glued to the first."""
        norm, mark, later = self.norm(index), self.norm(index + 1), self.norm(index + 2)
        if mark not in {"-", "–"} or len(later) != 2 or not (later.isascii() and later.isdigit()):
            return None
        glued = self.tokens[index].end == self.tokens[index + 1].start == self.tokens[index + 2].start - 1
        if not glued or int(later) <= int(norm[2:]):
            return None
        return Reading(index, index + 3, "DATE", calendar.interval(norm, norm[:2] + later), "years", 0.88)
