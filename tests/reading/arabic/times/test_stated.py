from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading.arabic.times.expressions import inferred_publication, times
from taqrib.reading.layout import lay_out


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قالت اليوم الثلاثاء 11 يونيو 2019 إن", date(2019, 6, 11)),
        ("قالت أمس الاثنين 10 يونيو 2019 إن", date(2019, 6, 11)),
        ("قالت اليوم الأربعاء 11 يونيو 2019 إن", None),
        ("قالت اليوم 11 يونيو 2019، وأمس 1 يونيو 2019", None),
        ("قالت اليوم الثلاثاء إن", None),
        ("قالت في 11 يونيو 2019 إن", None),
    ],
)
def test_a_report_states_its_own_day_only_where_it_says_so(text: str, day: date | None) -> None:
    assert inferred_publication(lay_out(text)) == day


def test_asking_for_the_stated_day_leaves_the_given_one_in_place() -> None:
    document = lay_out("قالت اليوم الثلاثاء 11 يونيو 2019، وأمس", published=date(2023, 5, 17))
    assert inferred_publication(document) == date(2019, 6, 11)
    assert times(document)[-1].value == "2023-05-16"
