"""The appendix: the quote as captured, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from brief.imagined import River, entry, report
from taqrib.brief import plan
from taqrib.brief.runs import plain
from taqrib.brief.telling import told

if TYPE_CHECKING:
    from taqrib.brief import Language, Material
    from taqrib.brief.document import Card


def cards(material: Material, language: Language = "en") -> dict[str, Card]:
    return {card.entry: card for card in told(plan(material), material, language).cards}


def lines(card: Card) -> dict[str, str]:
    return {name: plain(runs) for name, runs in card.lines}


def test_the_quote_and_its_context_are_the_reports_own_text() -> None:
    river = River()
    for card in cards(river.material()).values():
        kept = river.reports[river.entries[card.entry].report]
        around = card.before.removeprefix("…") + card.quote + card.after.removesuffix("…")
        assert around in kept.text
        assert card.quote == river.entries[card.entry].quote


def test_a_card_says_who_through_whom_where_and_on_which_day() -> None:
    assert lines(cards(River().material())["e6"]) == {
        "Said by": "Rami Dovan (counted as Salmor), named in the report as رامي دوفان",
        "Reported by": "the report in its own voice",
        "Day": "8 May 2031 (given in the text)",
        "Report": "Bank Agency, جولة النهر",
        "Published": "9 May 2031 (as stated in the file)",
        "Source grade": "B (usually reliable)",
        "Claim grade": "2 (probably true), graded for the report as a whole",
        "Where": "characters 35 to 77 of report r1",
    }


def test_a_narrators_words_are_the_reports_and_a_missing_grade_is_said() -> None:
    known = lines(cards(River().material(), "ar")["e3"])
    assert known["الناقل"] == "التقرير بلسانه"
    assert known["درجة المصدر"] == known["درجة الخبر"] == "بلا درجة"


def test_a_claim_an_analyst_graded_keeps_its_sources_grade_apart() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], claim_grade="5")
    river.entries["e3"] = replace(river.entries["e3"], claim_grade="1")
    english = cards(river.material())
    assert lines(english["e6"])["Source grade"] == "B (usually reliable)"
    assert lines(english["e6"])["Claim grade"] == "5 (improbable), graded for this claim"
    assert lines(english["e3"])["Source grade"] == "not graded"
    arabic = lines(cards(river.material(), "ar")["e6"])
    assert (arabic["درجة المصدر"], arabic["درجة الخبر"]) == ("B (موثوق عادةً)", "5 (مستبعَد)، درجة هذا الخبر نفسه")


def test_a_reprints_card_names_the_report_it_carries_the_words_of() -> None:
    river = River()
    river.reports["r2"] = replace(river.reports["r2"], copy_of="r1")
    assert lines(cards(river.material())["e4"])["Words"] == "a reprint of report r1, Bank Agency"
    assert lines(cards(river.material(), "ar")["e4"])["النص"] == "إعادة نشر للتقرير r1، وكالة الضفة"
    assert "Words" not in lines(cards(river.material())["e6"])


def test_an_unknown_day_of_publication_is_said_to_be_unknown() -> None:
    river = River()
    river.reports["r2"] = replace(river.reports["r2"], published=None, published_basis="unknown")
    river.entries["e4"] = replace(river.entries["e4"], on=None, on_basis="unknown")
    known = lines(cards(river.material())["e4"])
    assert (known["Published"], known["Day"]) == ("not known", "not on record")


def test_an_amended_entry_says_that_an_analyst_changed_it() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], amended=True)
    assert lines(cards(river.material())["e6"])["Review"] == "amended by an analyst in review"


def test_a_card_says_which_characters_were_made_visible() -> None:
    river = River()
    river.reports["r3"] = report("r3", "The gate \u202eis\u202c shut", language="en", title="a\x1b[1mb")
    river.entries["e20"] = entry("e20", river.reports["r3"], "gate \u202eis\u202c shut")
    note = lines(cards(river.material(said=("e20",)))["e20"])["Note"]
    assert note == "Characters invisible in the original are shown here: [U+202E], [U+202C], [U+001B]"
    assert "Note" not in lines(cards(River().material())["e6"])
