"""What an analyst types when amending an entry, against what the case knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib import edtf
from taqrib.case.qualifiers import qualifier_ids
from taqrib.errors import Invalid
from taqrib.record import CLAIM_GRADES, Touch

if TYPE_CHECKING:
    from taqrib.case import Case


def actor_from(answer: str, case: Case) -> str | None:
    """An actor's id; nothing is nobody.

    :raises Invalid: if the case has no such actor; the message lists those it has.
    """
    known = [actor.id for actor in case.actors]
    if answer and answer not in known:
        raise Invalid(f"expected an actor of the case ({', '.join(known)}), found {answer!r}")
    return answer or None


def touches_from(answer: str, case: Case) -> tuple[Touch, ...]:
    """``issue``, ``issue:option`` or several of them between commas; nothing is no issue.

    :raises Invalid: if the case has no such issue or option; the message lists those it has.
    """
    options = {issue.id: [option.id for option in issue.options] for issue in case.issues}
    touches = []
    for part in filter(None, (part.strip() for part in answer.replace("،", ",").split(","))):
        issue, _, option = part.partition(":")
        if issue not in options:
            raise Invalid(f"expected an issue of the case ({', '.join(options)}), found {issue!r}")
        if option and option not in options[issue]:
            raise Invalid(f"expected an option of {issue} ({', '.join(options[issue])}), found {option!r}")
        touches.append(Touch(issue, option or None))
    return tuple(touches)


def day_from(answer: str) -> str | None:
    """An EDTF date; nothing is no date.

    :raises Invalid: if it is none.
    """
    if not answer:
        return None
    try:
        edtf.days(answer)
    except ValueError:
        raise Invalid(f"expected a date such as 2024-07-09, 2024-07 or an interval, found {answer!r}") from None
    return answer


def qualifiers_from(answer: str) -> tuple[str, ...]:
    """Ids of qualifiers between commas; nothing is none.

    :raises Invalid: if one is unknown; the message lists those there are.
    """
    known = qualifier_ids()
    given = tuple(filter(None, (part.strip() for part in answer.replace("،", ",").split(","))))
    for qualifier in given:
        if qualifier not in known:
            raise Invalid(f"expected qualifiers among {', '.join(known)}, found {qualifier!r}")
    return tuple(qualifier for qualifier in known if qualifier in given)


def grade_from(answer: str) -> str | None:
    """The Admiralty grade of a claim; nothing leaves it at its report's.

    :raises Invalid: if it is none.
    """
    if answer and answer not in CLAIM_GRADES:
        raise Invalid(f"expected the grade of a claim, 1 (confirmed) to 6 (cannot be judged), found {answer!r}")
    return answer or None
