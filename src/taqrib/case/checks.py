"""What must hold between the parts of a case: ids that exist, chains that end, names that point at one actor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from taqrib.case.border import nearest
from taqrib.normal import folded
from taqrib.strict_yaml import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from taqrib.case.model import Actor, Body, Issue, Option, Terms
    from taqrib.strict_yaml import Located, Path


@dataclass(slots=True)
class Parts:
    """The parts of a case that have the right shape, each with its place in the file.

    ``seen`` holds every id written in the file, also of parts that are wrong otherwise: a reference to such a part is
    no second mistake.
    """

    located: Located
    actors: dict[Path, Actor] = field(default_factory=dict)
    issues: dict[Path, Issue] = field(default_factory=dict)
    options: dict[Path, Option] = field(default_factory=dict)
    bodies: dict[Path, Body] = field(default_factory=dict)
    seen: dict[Path, dict[str, Path]] = field(default_factory=lambda: defaultdict(dict))

    def problem(self, path: Path, message: str) -> Problem:
        """Say ``message`` about what stands at ``path``."""
        return Problem(self.located.line_of(path), message)

    def ids(self, collection: Path) -> Mapping[str, Path]:
        """Give the ids written in ``collection``, such as ``("actors",)``, with the place of each."""
        return self.seen[collection]


def problems_between(parts: Parts) -> Iterator[Problem]:
    """Find what is wrong between the parts, names aside."""
    yield from _references(parts)
    yield from _circles(parts)
    yield from _enough(parts)


def names_claimed_twice(parts: Parts) -> Iterator[Problem]:
    """Find names and aliases that two actors claim: a text that uses one could mean either."""
    claimed: dict[str, tuple[Actor, Path]] = {}
    for path, actor in parts.actors.items():
        for place, name in _names(actor):
            key = " ".join(folded(name).split())
            owner, where = claimed.setdefault(key, (actor, (*path, *place)))
            if owner.id != actor.id:
                line = parts.located.line_of(where)
                yield parts.problem(
                    (*path, *place),
                    f"'{name}' is a name of actor '{actor.id}' and of actor '{owner.id}' (line {line}); "
                    "a name must point at one actor: remove it from one of them",
                )


def warnings_about(parts: Parts) -> Iterator[Problem]:
    """Find what is allowed and yet likely to surprise."""
    for path, issue in parts.issues.items():
        yield from _terms_in_one_language(parts, path, f"issue '{issue.id}'", issue.terms)
        yield from _terms_shared_by_options(parts, path)
    yield from _names_within_names(parts)
    if parts.actors and not parts.bodies and all(actor.role != "ratifier" for actor in parts.actors.values()):
        yield parts.problem(
            (),
            "nobody in this case must say yes at home: no bodies, no actor with the role ratifier",
        )


def _references(parts: Parts) -> Iterator[Problem]:
    for path, actor in parts.actors.items():
        name = f"actor '{actor.id}'"
        if actor.speaks_for is not None:
            yield from _unknown(parts, (*path, "speaks_for"), name, actor.speaks_for, ("actors",))
    for path, body in parts.bodies.items():
        name = f"body '{body.id}'"
        yield from _unknown(parts, (*path, "of"), name, body.of, ("actors",))
        for place, earlier in enumerate(body.after):
            yield from _unknown(parts, (*path, "after", place), name, earlier, ("bodies",))
    for path, option in parts.options.items():
        name = f"option '{option.id}'"
        for place, other in enumerate(option.opposes):
            if other == option.id:
                yield parts.problem((*path, "opposes", place), f"{name} cannot oppose itself; name another option")
            else:
                yield from _unknown(parts, (*path, "opposes", place), name, other, path[:-1])


def _unknown(parts: Parts, path: Path, name: str, found: str, collection: Path) -> Iterator[Problem]:
    known = parts.ids(collection)
    if found not in known:
        yield parts.problem(
            path,
            f"{name}: '{path_key(path)}': '{found}' is none of the {path_key(collection)}; {nearest(found, known)}",
        )


def path_key(path: Path) -> str:
    """Give the last key of a path: ``"after"`` for ``("bodies", 0, "after", 1)``."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _circles(parts: Parts) -> Iterator[Problem]:
    spokesmen = {actor.id: (actor.speaks_for,) for actor in parts.actors.values() if actor.speaks_for is not None}
    for circle in _circles_in(spokesmen):
        path = (*parts.ids(("actors",))[circle[0]], "speaks_for")
        yield parts.problem(path, f"'speaks_for' runs in a circle: {_shown(circle)}; somebody must speak alone")
    order = {body.id: body.after for body in parts.bodies.values()}
    for circle in _circles_in(order):
        path = (*parts.ids(("bodies",))[circle[0]], "after")
        yield parts.problem(path, f"'after' runs in a circle: {_shown(circle)}; one body must come first")


def _shown(circle: tuple[str, ...]) -> str:
    return " → ".join((*circle, circle[0]))


def _circles_in(following: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Find one circle for each starting point that lies on one not yet found, by a walk without recursion."""
    settled: set[str] = set()
    for start in following:
        trail: list[str] = []
        waiting: list[tuple[str, int]] = [(start, 0)]
        while waiting:
            node, depth = waiting.pop()
            settled.update(trail[depth:])
            del trail[depth:]
            if node in trail:
                yield tuple(trail[trail.index(node) :])
            elif node not in settled:
                trail.append(node)
                waiting.extend((after, depth + 1) for after in following.get(node, ()))
        settled.update(trail)


def _enough(parts: Parts) -> Iterator[Problem]:
    written = parts.located.value.get("actors")
    complete = isinstance(written, list) and len(parts.actors) == len(written)
    if complete and all(actor.role != "party" for actor in parts.actors.values()):
        yield parts.problem(("actors",), "no actor has the role party; expected at least one who negotiates")
    for path, issue in parts.issues.items():
        written = parts.located.value["issues"][path[1]].get("options") or ()
        if issue.kind == "negotiated" and len(written) < 2:
            yield parts.problem(
                (*path, "options"),
                f"issue '{issue.id}' is negotiated and has {len(written)} of the two or more options it needs; "
                "add some, or write 'kind: assessed' if nobody negotiates it",
            )
    terms = [(path, f"issue '{issue.id}'", issue.terms) for path, issue in parts.issues.items()]
    terms += [(path, f"option '{option.id}'", option.terms) for path, option in parts.options.items()]
    for path, name, words in terms:
        if not words.both:
            yield parts.problem((*path, "terms"), f"{name} has no terms; expected at least one word that points at it")


def _names(actor: Actor) -> Iterator[tuple[Path, str]]:
    """List the names of an actor with their places below it."""
    yield ("name", "ar"), actor.name.ar
    yield ("name", "en"), actor.name.en
    yield from ((("aliases", "ar", place), alias) for place, alias in enumerate(actor.aliases.ar))
    yield from ((("aliases", "en", place), alias) for place, alias in enumerate(actor.aliases.en))


def _terms_in_one_language(parts: Parts, path: Path, what: str, terms: Terms) -> Iterator[Problem]:
    for missing, language in ((not terms.ar, "Arabic"), (not terms.en, "English")):
        if missing and terms.both:
            yield parts.problem(
                (*path, "terms"), f"{what} has no {language} terms; {language} reports will never touch it"
            )


def _terms_shared_by_options(parts: Parts, issue: Path) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for path, option in parts.options.items():
        for term in option.terms.both if path[: len(issue)] == issue else ():
            owner = owners.setdefault(folded(term), option.id)
            if owner != option.id:
                yield parts.problem(
                    (*path, "terms"),
                    f"'{term}' points at option '{owner}' and at option '{option.id}'; a text with it touches both",
                )


def _names_within_names(parts: Parts) -> Iterator[Problem]:
    """Find whole names inside longer ones, unless the longer one speaks for the other and both count alike."""
    for language in ("ar", "en"):
        names = [
            (path, actor, f" {' '.join(folded(getattr(actor.name, language)).split())} ")
            for path, actor in parts.actors.items()
        ]
        for path, actor, name in names:
            for _, other, other_name in names:
                if name != other_name and name in other_name and other.speaks_for != actor.id:
                    yield parts.problem(
                        (*path, "name"),
                        f"the name of actor '{actor.id}' stands inside the name of actor '{other.id}'; "
                        "give aliases that tell them apart",
                    )
