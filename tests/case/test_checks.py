from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taqrib.case.checks import _circles_in, path_key  # the walk is worth a property of its own

NODES = "abcdef"


def has_a_circle(following: dict[str, tuple[str, ...]]) -> bool:
    """Take away what leads nowhere until nothing changes; what remains leads in circles."""
    left = dict(following)
    while True:
        kept = {node: after for node, after in left.items() if any(other in left for other in after)}
        if kept == left:
            return bool(left)
        left = kept


@given(st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES), max_size=3).map(tuple)))
def test_a_circle_is_found_exactly_where_there_is_one(following: dict[str, tuple[str, ...]]) -> None:
    circles = list(_circles_in(following))
    assert bool(circles) == has_a_circle(following)
    for circle in circles:
        assert all(after in following[node] for node, after in zip(circle, circle[1:] + circle[:1], strict=True))


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    chain = {str(place): (str(place + 1),) for place in range(5000)}
    assert list(_circles_in(chain)) == []


def test_a_path_is_named_by_its_last_key() -> None:
    assert path_key(("bodies", 0, "after", 1)) == "after"
    assert path_key(()) == ""
