"""One negotiation as its analyst defines it: who takes part, what is at issue, who must say yes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ActorKind = Literal["state", "person", "organisation", "body", "outlet", "source"]
ActorRole = Literal["party", "mediator", "guarantor", "ratifier", "outlet", "observer"]
IssueKind = Literal["negotiated", "assessed"]
Rule = Literal["majority", "two-thirds", "consensus", "single"]
Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """The same words in Arabic and in English; neither is empty."""

    ar: str
    en: str

    def in_language(self, language: Language) -> str:
        """Give the words in ``language``."""
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Words and phrases of a text in either language that point at one thing, as the case writes them."""

    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @property
    def both(self) -> tuple[str, ...]:
        """All of them, Arabic first."""
        return self.ar + self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Whoever speaks, decides or is spoken of in the talks.

    :ivar id: unique among the actors of the case.
    :ivar role: what the actor is to these talks; ``observer`` unless the case says more.
    :ivar aliases: other names of the same actor; no two actors share one.
    :ivar speaks_for: the id of the actor whose statements this one's count as: the analyst's decision, never inferred.
    """

    id: str
    kind: ActorKind
    name: Bilingual
    role: ActorRole = "observer"
    aliases: Terms = field(default_factory=Terms)
    speaks_for: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to settle an issue, or one assessment of how it stands.

    :ivar id: unique within its issue.
    :ivar label: a noun phrase that can stand after "demands" and «يطالب بـ».
    :ivar opposes: ids of options of the same issue that cannot be true together with this one.
    """

    id: str
    label: Bilingual
    terms: Terms
    opposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A question of the talks.

    :ivar id: unique among the issues of the case.
    :ivar kind: ``negotiated`` issues are rows of the gap matrix and have two options or more; on ``assessed`` ones (how
        far the talks are) claims are compared, and nobody holds a position.
    """

    id: str
    question: Bilingual
    terms: Terms
    options: tuple[Option, ...]
    kind: IssueKind = "negotiated"

    def option(self, option_id: str) -> Option | None:
        """Give the option with this id, ``None`` if the issue has no such option."""
        return next((option for option in self.options if option.id == option_id), None)

    def oppose(self, one: str, other: str) -> bool:
        """Say whether the case declares two options to exclude each other; it is enough that one of them says so."""
        return any(
            (option.id == one and other in option.opposes) or (option.id == other and one in option.opposes)
            for option in self.options
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that must say yes at home.

    :ivar of: the id of the actor it binds.
    :ivar rule: how it decides; ``single`` is one person's signature.
    :ivar seats: how many have a vote, at least 1; ``None`` if unknown.
    :ivar after: ids of the bodies whose yes must come first.
    """

    id: str
    name: Bilingual
    of: str
    rule: Rule
    seats: int | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One negotiation. Every id it mentions exists, and no chain of ids runs in a circle."""

    id: str
    title: Bilingual
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...] = ()
    bodies: tuple[Body, ...] = ()

    def __hash__(self) -> int:
        """By its id: what is remembered for a case is asked for thousands of times, and few cases are in use."""
        return hash(self.id)

    def actor(self, actor_id: str) -> Actor | None:
        """Give the actor with this id, ``None`` if the case has no such actor."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def issue(self, issue_id: str) -> Issue | None:
        """Give the issue with this id, ``None`` if the case has no such issue."""
        return next((issue for issue in self.issues if issue.id == issue_id), None)

    def body(self, body_id: str) -> Body | None:
        """Give the body with this id, ``None`` if the case has no such body."""
        return next((body for body in self.bodies if body.id == body_id), None)

    def with_role(self, role: ActorRole) -> tuple[Actor, ...]:
        """List the actors in ``role``, in the order of the case."""
        return tuple(actor for actor in self.actors if actor.role == role)

    @property
    def parties(self) -> tuple[Actor, ...]:
        """The actors who negotiate; at least one."""
        return self.with_role("party")

    @property
    def negotiated(self) -> tuple[Issue, ...]:
        """The issues that are rows of the gap matrix."""
        return tuple(issue for issue in self.issues if issue.kind == "negotiated")

    def counts_as(self, actor: Actor) -> Actor:
        """Give the actor whose statements those of ``actor`` count as: itself, unless it speaks for another."""
        while actor.speaks_for is not None:
            principal = self.actor(actor.speaks_for)
            if principal is None:
                break
            actor = principal
        return actor
