"""Every error Taqrib raises on purpose."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import taqrib
from taqrib.case import AmbiguousNames, parse_case
from taqrib.errors import TaqribError
from taqrib.strict_yaml import Problem, Problems

SOURCE = Path(taqrib.__file__).parent


def every_error() -> list[type[TaqribError]]:
    for path in SOURCE.rglob("*.py"):
        if path.stem != "__main__" and "examples" not in path.parts:
            module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
            import_module(module)

    def below(error: type[TaqribError]) -> Iterator[type[TaqribError]]:
        yield error
        for child in error.__subclasses__():
            yield from below(child)

    return sorted(set(below(TaqribError)), key=lambda error: error.__name__)


def made(error: type[TaqribError]) -> TaqribError:
    if issubclass(error, Problems):
        return error([Problem(9, "found a tab"), Problem(3, "found an anchor")], where="case.yaml")
    return error("expected a fish, found a boat", where="lagoon.txt:3")


@pytest.mark.parametrize("error", every_error())
def test_an_error_comes_back_whole_from_another_process(error: type[TaqribError]) -> None:
    raised = made(error)
    raised.add_note("seen on the quay")
    for back in (pickle.loads(pickle.dumps(raised)), copy.copy(raised), copy.deepcopy(raised)):  # noqa: S301 - our own
        assert type(back) is error
        assert (str(back), back.args, vars(back)) == (str(raised), raised.args, vars(raised))
        assert back.as_json() == raised.as_json()


def test_the_errors_with_more_to_say_are_among_them() -> None:
    assert {"Conflict", "Problems", "CaseProblems", "AmbiguousNames"} <= {error.__name__ for error in every_error()}


def test_each_kind_is_its_own_except_where_one_is_another() -> None:
    kinds = [error.kind for error in TaqribError.__subclasses__()]
    assert len(set(kinds)) == len(kinds)
    assert AmbiguousNames.kind == "ambiguous"


def test_the_problems_of_a_case_come_back_with_their_lines() -> None:
    with pytest.raises(Problems) as caught:
        parse_case("case: 1\nactors: no\n", where="case.yaml")
    back = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert back.problems == caught.value.problems
    assert isinstance(back.problems[0], Problem)
