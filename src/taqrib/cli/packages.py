"""``taqrib packages``: what could be agreed with what is known: possible, certain, blocked, worth asking."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from taqrib.cli.options import AsOfOption, CaseFolder, FormatOption, KnownOption, RecordOption
from taqrib.cli.output import Format, answering, print_json, say

if TYPE_CHECKING:
    from taqrib.cli.folder import OpenCase
    from taqrib.cli.packages_page import Found
    from taqrib.packages.options import Constraint, Counts, Estimates, Ground
    from taqrib.record import Entry, Touch, View


@answering
def packages(
    folder: CaseFolder = Path(),
    as_of: AsOfOption = None,
    ask: Annotated[bool, typer.Option("--ask", help="Which unknowns are worth asking about.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Who holds what on every option, with the quotes.")] = False,
    estimates: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Signed estimates, counted beside the record.")
    ] = None,
    first: Annotated[
        int, typer.Option(min=0, max=1_000_000, metavar="N", help="How many packages, questions and trades.")
    ] = 5,
    as_known_at: KnownOption = None,
    record: RecordOption = None,
    format: FormatOption = Format.table,
) -> None:
    """Show which packages are possible (nobody on record excludes them) and certain (everybody accepts them).

    Only accepted entries count. Packages come with the fewest open questions first; none is called the best.
    """
    from taqrib.cli.dates import day_asked, given_moment
    from taqrib.cli.folder import open_case
    from taqrib.cli.packages_page import page

    known_at = given_moment(as_known_at)
    with open_case(folder, record=record) as opened, opened.record.view(known_at=known_at) as view:
        day = day_asked(as_of, view, known_at)
        accepted = view.entries(status="accepted")
        waiting = view.count("proposed")
        signed = _estimates(estimates, opened)
        found = _found(opened, accepted, _required(opened, view, accepted), signed, day, first=first, ask=ask)
    if format is Format.json:
        print_json({"ok": True, "proposed": waiting, **_as_json(found, ask=ask, why=why)})
        return
    page(found, why=why)
    if waiting:
        say(f"{waiting} proposed entries wait for a decision and do not count yet: 'taqrib review {folder}'.")


def _estimates(path: Path | None, opened: OpenCase) -> Estimates | None:
    from taqrib.errors import NotFound, Unreadable
    from taqrib.packages.options import parse_estimates

    if path is None:
        return None
    if not path.is_file():
        raise NotFound("expected a file of estimates, found none there", where=str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"expected UTF-8, found something else at byte {error.start}; save the file as UTF-8", where=str(path)
        ) from error
    return parse_estimates(text, opened.case, where=str(path))


def _required(opened: OpenCase, view: View, entries: list[Entry]) -> dict[str, tuple[Touch, ...]]:
    """What the words touch that each condition depends on."""
    from taqrib.record import Touch

    touched = {}
    for entry in entries:
        span = entry.finding.get("requires") if entry.type == "condition" else None
        if span:
            words = view.report(entry.report).text[span[0] : span[1]]
            touched[entry.id] = tuple(
                Touch(found.issue.id, found.option.id if found.option else None)
                for found in opened.index.issues_touched(words)
            )
    return touched


def _found(
    opened: OpenCase,
    entries: list[Entry],
    required: dict[str, tuple[Touch, ...]],
    signed: Estimates | None,
    day: date,
    *,
    first: int,
    ask: bool,
) -> Found:
    from itertools import islice

    from taqrib.cli.packages_page import Found
    from taqrib.errors import LimitReached
    from taqrib.packages import options

    on_record = options.space_on_record(opened.case, entries, as_of=day, required=required)
    assumed = options.with_estimates(on_record, signed, as_of=day) if signed else None
    space = assumed.space if assumed else on_record
    found = Found(
        case=opened.case,
        day=day,
        space=space,
        quotes={entry.id: entry.quote for entry in entries},
        on_record=options.counts(on_record),
        assumed=assumed,
        with_estimates=options.counts(space) if assumed else None,
        asked=ask,
    )
    try:
        found.packages = list(islice(options.packages(space), first))
        found.knots = options.knots(space) if not found.counts.possible.at_most else []
        found.certain, found.all_certain = options.partial_agreements(space, certain=True)
        found.possible, found.all_possible = options.partial_agreements(space, certain=False)
        found.trades = list(islice(options.trades(space), first))
        found.questions = options.questions(space)[:first] if ask else []
    except LimitReached as error:
        found.limit = str(error)
    return found


def _as_json(found: Found, *, ask: bool, why: bool) -> dict[str, Any]:
    from dataclasses import asdict

    answer: dict[str, Any] = {
        "as_of": found.day.isoformat(),
        "counts": _counts(found.on_record),
        "with_estimates": None,
        "packages": [
            {
                "package": {choice.issue: choice.option for choice in package.choices},
                "state": "certain" if package.certain else "possible",
                "unknown": package.unknown,
                "can_live_with": package.lived_with,
            }
            for package in found.packages
        ],
        "knots": [
            {
                "issues": list(knot.issues),
                "blockers": [
                    [[_ground(one.ground) for one in place] for place in blocker.places] for blocker in knot.blockers
                ],
                "openings": [[_ground(one.ground) for one in opening] for opening in knot.openings],
                "complete": knot.complete,
            }
            for knot in found.knots
        ],
        "partial": {
            "certain": [asdict(partial) for partial in found.certain],
            "certain_complete": found.all_certain,
            "possible": [asdict(partial) for partial in found.possible],
            "possible_complete": found.all_possible,
        },
        "trades": [
            {
                "state": "certain" if trade.certain else "possible",
                "concessions": [asdict(one) | {"choice": str(one.choice)} for one in (trade.one, trade.other)],
            }
            for trade in found.trades
        ],
        "limit": found.limit,
    }
    if found.assumed and found.with_estimates:
        answer["with_estimates"] = {
            "estimates": found.assumed.counted,
            "passed_over": [_ground(view) for view in found.assumed.passed_over],
            **_counts(found.with_estimates),
        }
    if ask:
        answer["questions"] = [
            asdict(one) | {"choice": str(one.choice), "decides": one.decides} for one in found.questions
        ]
    if why:
        answer["views"] = [_ground(view) for view in found.space.views.values()]
        answer["constraints"] = [_constraint(one) for one in found.constraints]
        answer["quotes"] = {entry: found.quotes[entry] for entry in found.cited}
    return answer


def _counts(counts: Counts) -> dict[str, Any]:
    """Exact integers, or ``[at least, at most]`` where only bounds are known."""
    told: dict[str, Any] = {"all": counts.all}
    for name, count in (("possible", counts.possible), ("certain", counts.certain)):
        told[name] = count.at_least if count.exact else [count.at_least, count.at_most]
    return told


def _constraint(constraint: Constraint) -> dict[str, Any]:
    return _ground(constraint.ground)


def _ground(ground: Ground) -> dict[str, Any]:
    """A position as JSON: whose, on what, resting on which entries or on whose estimate."""
    from dataclasses import asdict

    from taqrib.packages.options import Apart, Condition

    told = asdict(ground)
    if isinstance(ground, Apart):
        return {"kind": "apart", "choices": [str(choice) for choice in ground.choices], "estimate": told["estimate"]}
    told["choice"] = str(ground.choice)
    if isinstance(ground, Condition):
        return {"kind": "condition", **told, "requires": [str(choice) for choice in ground.requires]}
    return {"kind": "view", **told}
