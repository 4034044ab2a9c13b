"""A round: a meeting or a leg of the talks, announced or held, as the entries tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One meeting, session or journey.

    :ivar type: the event type: ``meet``, ``talks``, ``travel`` or ``resume``.
    :ivar when: EDTF date; ``None`` if unknown.
    :ivar status: what became of it as :func:`taqrib.rounds.outcome.outcome` finds: ``announced``, ``held``,
        ``ongoing``, ``possible``, ``postponed`` (from this day), ``cancelled`` or ``denied``; ``disputed`` where
        entries differ and none prevails.
    :ivar actors: their names in the reports' words, each once.
    :ivar entries: the ids of all entries that tell of it, earliest first.
    :ivar otherwise: the other statuses told, each with its entries: the rest of ``entries`` tells ``status``.
    """

    type: str
    when: str | None
    place: str | None
    status: str
    actors: tuple[str, ...]
    entries: tuple[str, ...]
    otherwise: tuple[tuple[str, tuple[str, ...]], ...] = ()
