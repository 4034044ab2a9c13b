"""Small invented spaces, and their packages one by one: what the diagram's answers are held against."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from taqrib.packages.options import Apart, Choice, Condition, Constraint, Estimate, Space, View, constraints

SIGNED = Estimate(by="nour", on="2031-05-01", why="the charts say so")
LEVELS = ["wants", "can live with", "cannot", "unknown"]


def view(holder: str, choice: str, level: str, *entries: str, intensity: str | None = None) -> View:
    """A view on ``issue:option``."""
    return View(holder=holder, choice=choice_of(choice), level=level, entries=entries, intensity=intensity)  # type: ignore[arg-type]


def choice_of(text: str) -> Choice:
    issue, option = text.split(":")
    return Choice(issue, option)


def space(
    *views: View, conditions: tuple[Condition, ...] = (), apart: tuple[Apart, ...] = (), issues: str = ""
) -> Space:
    """Two parties on ``issues`` ("dock:a,b toll:c,d")."""
    parsed = {name: tuple(options.split(",")) for name, _, options in (one.partition(":") for one in issues.split())}
    return Space(
        issues=parsed,
        parties=("orla", "venn"),
        views={(one.holder, one.choice): one for one in views},
        conditions=conditions,
        apart=apart,
    )


@st.composite
def spaces(draw: st.DrawFn, *, most_issues: int = 4, harsh: bool = False) -> Space:
    """Up to four issues of up to three options, one to three parties, perhaps an approver, and a few ties."""
    sizes = draw(st.lists(st.sampled_from([2, 3, 2, 1]), min_size=1, max_size=most_issues))
    issues = {f"i{number}": tuple("abc"[:size]) for number, size in enumerate(sizes)}
    parties = tuple(draw(st.permutations(["orla", "tamar", "venn"]))[: draw(st.integers(1, 3))])
    approvers = ("house",) if draw(st.booleans()) else ()
    levels = st.sampled_from([*LEVELS, "cannot", "cannot"] if harsh else [*LEVELS, "wants", "wants"])
    views = {}
    for issue, options in issues.items():
        for option in options:
            for holder in (*parties, *approvers):
                if draw(st.integers(0, 3)):
                    choice = Choice(issue, option)
                    level = draw(levels)
                    intensity = draw(st.sampled_from(["strong", "weak"])) if level != "unknown" else None
                    views[holder, choice] = View(
                        holder=holder, choice=choice, level=level, intensity=intensity, entries=(f"e{len(views)}",)
                    )
    conditions, apart = [], []
    if len(issues) > 1:
        several = st.lists(st.sampled_from(sorted(issues)), min_size=2, max_size=3, unique=True)
        for number in range(draw(st.integers(0, 4))):
            picked = [Choice(issue, draw(st.sampled_from(issues[issue]))) for issue in draw(several)]
            if draw(st.booleans()):
                apart.append(Apart(choices=tuple(picked), estimate=SIGNED))
            else:
                holder = draw(st.sampled_from([*parties, *approvers]))
                conditions.append(
                    Condition(holder=holder, choice=picked[0], requires=tuple(picked[1:]), entries=(f"c{number}",))
                )
    return Space(
        issues=issues,
        parties=parties,
        approvers=approvers,
        views=views,
        conditions=tuple(conditions),
        apart=tuple(apart),
    )


def all_packages(found: Space) -> list[dict[str, str]]:
    """Every package, by brute force."""
    return [dict(zip(found.issues, taken, strict=True)) for taken in product(*found.issues.values())]


def excluded_by(found: Space, package: dict[str, str]) -> list[object]:
    """The grounds that exclude ``package``, said again in plain words."""
    takes = {Choice(issue, option) for issue, option in package.items()}
    grounds: list[object] = [one for one in found.views.values() if one.level == "cannot" and one.choice in takes]
    for condition in found.conditions:
        wanted = {choice.issue for choice in condition.requires}
        met = {choice.issue for choice in condition.requires if choice in takes}
        if condition.choice in takes and met != wanted:
            grounds.append(condition)
    return grounds + [one for one in found.apart if takes.issuperset(one.choices)]


def is_possible(found: Space, package: dict[str, str]) -> bool:
    return not excluded_by(found, package)


def is_certain(found: Space, package: dict[str, str]) -> bool:
    """Whether every party accepts every option, and no approver has doubts on record."""
    levels = {"wants", "can live with"}
    accepted = all(
        found.level(party, Choice(issue, option)) in levels
        for party in found.parties
        for issue, option in package.items()
    )
    doubted = any(
        one.level == "unknown" and package[one.choice.issue] == one.choice.option for one in found.views.values()
    )
    return accepted and not doubted and is_possible(found, package)


def blocks(found: Space, standing: list[Constraint]) -> bool:
    """Whether every package is excluded by one of ``standing``."""
    return all(any(one.broken_by(package) for one in standing) for package in all_packages(found))


def grounds(found: Space) -> list[Constraint]:
    return [one for one in constraints(found) if one.boxes]
