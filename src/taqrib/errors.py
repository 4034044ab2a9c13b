"""Every error Taqrib raises on purpose: one base, and each child one sentence.

A message says what was expected, what was found and what to do; ``where`` names the place (a file, a file and
line, an entry). "Cannot be read", "is not so in the case", "is not there", "means two things", "cannot be kept" and
"was changed meanwhile" are different errors, because the people who meet them do different things next.
"""

from __future__ import annotations

from typing import Any, ClassVar


class TaqribError(Exception):
    """A problem that one sentence explains.

    :param message: the sentence: what was expected, what was found, what to do.
    :param where: the place it was found: ``"reports/day-1.md"``, ``"case.yaml:12"``, ``"entry e7"``; ``None`` if no
        place helps.
    """

    kind: ClassVar[str] = "error"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[Any, ...]:
        # A child's arguments are not its message: what comes back from another process is rebuilt from its parts.
        return _rebuilt, (type(self), self.args, self.__dict__)

    def as_json(self) -> dict[str, str | None]:
        """The ``error`` member of the command line's envelope."""
        return {"kind": self.kind, "message": self.message, "where": self.where}


class Unreadable(TaqribError):
    """A file or a text that cannot be read as what it claims to be."""

    kind = "unreadable"


class Invalid(TaqribError):
    """A value that is readable but not allowed: a misspelt key, an impossible date, an unknown id."""

    kind = "invalid"


class NotFound(TaqribError):
    """Something asked for by name that is not there; the message lists what is."""

    kind = "not_found"


class Ambiguous(TaqribError):
    """A name that means more than one thing; the message lists them."""

    kind = "ambiguous"


class Damaged(TaqribError):
    """A record whose contents no longer agree with their own seals."""

    kind = "damaged"


class CannotStore(TaqribError):
    """The disk, the folder or another writer keeps a change from being stored; nothing was changed."""

    kind = "cannot_store"


class Conflict(TaqribError):
    """Something changed meanwhile, by somebody else; the message says what stands now, and nothing was changed."""

    kind = "conflict"


class Infeasible(TaqribError):
    """A question that is well put and has no answer: nothing satisfies everything that was required."""

    kind = "infeasible"


class LimitReached(TaqribError):
    """An exact answer that would take more room or time than was allowed; the message names the bound."""

    kind = "limit_reached"


def _rebuilt(cls: type[TaqribError], args: tuple[Any, ...], state: dict[str, Any]) -> TaqribError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error
