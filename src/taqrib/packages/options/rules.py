"""One issue after another: which options are still open, and what must be remembered of those already taken.

What is remembered is one whole number. A bit for every option of a later issue says that earlier choices forbid it; a
bit for every box over three or more issues says how far into it the choices have gone. Two beginnings that forbid the
same later options are the same state, however they differ: that is what keeps a diagram narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from taqrib.packages.options.constraints import Box


class Rules:
    """The constraints of a space, laid out along an order of its issues.

    :param domains: issue -> its options; at least one issue.
    :param boxes: what is forbidden, over issues of ``domains``; options that are not there are passed over.
    :param order: the issues of ``domains``, in the order they are taken.
    :ivar options: for each issue in order, the options that no box over this one issue forbids.
    """

    def __init__(self, domains: Mapping[str, Sequence[str]], boxes: Iterable[Box], order: Sequence[str]) -> None:
        self.order = tuple(order)
        self.options = [list(domains[issue]) for issue in order]
        self._level = {issue: level for level, issue in enumerate(order)}
        parts = [self._in_order(box) for box in boxes]
        for (level, forbidden), *rest in parts:
            if not rest:
                self.options[level] = [option for option in self.options[level] if option not in forbidden]
        self._offsets = []
        bits = 0
        for options in self.options:
            self._offsets.append(bits)
            bits += len(options)
        self._full = [
            ((1 << len(options)) - 1) << offset for options, offset in zip(self.options, self._offsets, strict=True)
        ]
        self._forbids = [[0] * len(options) for options in self.options]
        self._stages: list[list[tuple[int, int, int]]] = [[] for _ in self.options]
        self._keep = [0] * len(self.options)
        self._watch: list[set[int]] = [set() for _ in self.options]
        spent = [0] * len(self.options)
        for part in parts:
            if len(part) > 1:
                bits = self._lay(part, bits, spent)
        everything = (1 << bits) - 1
        for level in range(len(self.options)):
            everything &= ~(self._full[level] | spent[level])
            self._keep[level] = everything
        self._watched = [sorted(levels) for levels in self._watch]
        self.reach = -1
        """The furthest issue, by its place in the order, whose options a dead end has used up; -1 if there was none."""

    def arcs(self, level: int, state: int) -> list[tuple[int, int]]:
        """What can be taken of the issue at ``level``: the places of options, each with the state it leads to."""
        offset, forbids, stages, keep = (
            self._offsets[level],
            self._forbids[level],
            self._stages[level],
            self._keep[level],
        )
        watched, full = self._watched[level], self._full
        found = []
        taken = state >> offset
        for place in range(len(self.options[level])):
            if taken >> place & 1:
                continue
            after = state | forbids[place]
            for needed, chosen, effect in stages:
                if chosen >> place & 1 and (not needed or state & needed):
                    after |= effect
            for other in watched:
                if after & full[other] == full[other]:
                    self.reach = max(self.reach, other)
                    break
            else:
                found.append((place, after & keep))
        if not found:
            self.reach = max(self.reach, level)
        return found

    def _in_order(self, box: Box) -> list[tuple[int, frozenset[str]]]:
        """The parts of ``box`` by level; empty options mean that it can never be entered."""
        return sorted((self._level[issue], options) for issue, options in box)

    def _lay(self, parts: list[tuple[int, frozenset[str]]], bits: int, spent: list[int]) -> int:
        """Lay a box out over its issues; gives the number of bits used so far."""
        masks = [
            sum(1 << place for place, option in enumerate(self.options[level]) if option in options)
            for level, options in parts
        ]
        if not all(masks):
            return bits
        last = parts[-1][0]
        forbidden = masks[-1] << self._offsets[last]
        needed = 0
        for number, ((level, _), mask) in enumerate(zip(parts[:-1], masks, strict=False)):
            final = number == len(parts) - 2
            effect = forbidden if final else 1 << bits
            if final:
                self._watch[level].add(last)
            if needed or not final:
                self._stages[level].append((needed, mask, effect))
            else:
                for place in range(len(self.options[level])):
                    if mask >> place & 1:
                        self._forbids[level][place] |= effect
            spent[level] |= needed
            if not final:
                needed = effect
                bits += 1
        return bits
