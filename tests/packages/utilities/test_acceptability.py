"""Acceptability indices are shares of the weights that are possible, reproducible from their seed."""

from __future__ import annotations

import numpy as np
import pytest

from taqrib.errors import Infeasible, Invalid
from taqrib.packages.utilities.acceptability import acceptability, sample_weights


def test_two_opposite_packages_are_each_first_for_half_of_the_weights() -> None:
    found = acceptability([[1, 0], [0, 1]], draws=20_000, seed=1)
    assert found.first.sum() == pytest.approx(1)
    assert found.first == pytest.approx([0.5, 0.5], abs=4 * found.error.max())
    assert found.central[0] == pytest.approx([0.75, 0.25], abs=0.01)
    assert found.ranks.sum(axis=1) == pytest.approx([1, 1])


def test_a_ranking_decides_between_packages_it_tells_apart() -> None:
    found = acceptability([[1, 0], [0, 1]], ranking=[0, 1], draws=1000)
    assert found.first.tolist() == [1, 0]
    assert np.isnan(found.central[1]).all()


def test_equal_packages_share_the_first_place() -> None:
    found = acceptability([[1, 1], [1, 1], [0, 0]], draws=100)
    assert found.first.tolist() == [0.5, 0.5, 0]
    assert found.ranks[:, 0].tolist() == [1, 1, 0]


def test_ranked_weights_have_the_known_centroid() -> None:
    weights = sample_weights(3, ranking=[2, 0, 1], draws=50_000, seed=4)
    assert (weights[:, 2] >= weights[:, 0]).all()
    assert (weights[:, 0] >= weights[:, 1]).all()
    assert weights.mean(axis=0) == pytest.approx([5 / 18, 2 / 18, 11 / 18], abs=0.005)  # rank-order centroid


def test_weights_stay_within_their_bounds_and_sum_to_one() -> None:
    weights = sample_weights(3, bounds=[[0.2, 0.4], [0.1, 0.9], [0, 0.5]], ranking=[1, 0], draws=5000, seed=2)
    assert weights.sum(axis=1) == pytest.approx(1)
    assert (weights >= [0.2, 0.1, 0]).all()
    assert (weights <= np.array([0.4, 0.9, 0.5]) + 1e-9).all()
    assert (weights[:, 1] >= weights[:, 0]).all()


def test_the_same_seed_draws_the_same_weights() -> None:
    assert (sample_weights(4, draws=10, seed=3) == sample_weights(4, draws=10, seed=3)).all()
    assert (sample_weights(4, draws=10, seed=3) != sample_weights(4, draws=10, seed=4)).any()


def test_contradictions_and_bad_numbers_are_said() -> None:
    with pytest.raises(Infeasible, match="widen the bounds"):
        sample_weights(2, bounds=[[0, 0.3], [0, 0.3]])
    with pytest.raises(Infeasible, match="loosen the ranking or the bounds"):
        sample_weights(2, ranking=[0, 1], bounds=[[0, 0.4], [0.5, 1]], draws=100)
    with pytest.raises(Invalid, match="from 0 to 1 once each"):
        sample_weights(2, ranking=[0, 0])
    with pytest.raises(Invalid, match="shape"):
        acceptability([[float("nan"), 1]])
    with pytest.raises(Invalid, match="at least one draw"):
        acceptability([[1]], draws=0)
