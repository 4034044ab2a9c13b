"""A told brief as rows: every sentence once, with where it stands."""

from __future__ import annotations

from brief.imagined import River
from brief.test_telling import document, every_sentence
from taqrib.brief.rows import told_rows
from taqrib.brief.runs import plain


def test_every_sentence_is_a_row_in_the_order_told() -> None:
    told = document(River().material(), "en")
    assert [row.sentence for row in told_rows(told)] == list(every_sentence(told))


def test_a_row_of_the_matrix_names_its_issue_and_its_actor_and_another_its_heading() -> None:
    rows = list(told_rows(document(River().material(), "en")))
    (first, *_) = [row for row in rows if row.part.name == "gaps"]
    assert (plain(first.topic), plain(first.actor)) == ("How is the summer water shared?", "Salmor")
    (first, *_) = [row for row in rows if row.part.name == "said"]
    assert (plain(first.topic), first.actor) == ("How is the summer water shared?", ())
    assert {row.topic for row in rows if row.part.name == "next"} == {()}
