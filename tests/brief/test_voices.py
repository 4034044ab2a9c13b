"""Who is named, and how: an actor by the case's name, a stranger in the report's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brief.imagined import River, entry, report
from taqrib.brief.runs import Label, Name, Quote, Words, plain
from taqrib.brief.tongue import tongue
from taqrib.brief.voices import Voices
from taqrib.rounds.model import Round

if TYPE_CHECKING:
    from taqrib.record.entry import Entry


def voices(river: River, language: str = "en") -> Voices:
    return Voices(river.material(), tongue(language))  # type: ignore[arg-type]


def test_an_actors_own_name_is_told_in_the_language_of_the_brief() -> None:
    assert voices(River()).named("رامي دوفان", "dovan", "ar") == (Label("Rami Dovan"),)
    assert voices(River(), "ar").named("Dovan", "dovan", "en") == (Label("رامي دوفان"),)


def test_a_description_that_points_to_an_actor_is_kept_beside_it() -> None:
    assert voices(River()).named("a delegate of Salmor", "first", "en") == (
        Quote("a delegate of Salmor", "en"),
        Words(" ("),
        Label("Salmor"),
        Words(")"),
    )


def test_a_report_without_a_source_is_told_by_its_title_and_without_one_by_its_file() -> None:
    titled = report("r7", "The dam is full.", language="en", title="Full")
    assert voices(River()).outlet(titled) == (Words("the report "), Quote("Full", "en"))
    assert plain(voices(River()).outlet(report("r8", "…"))) == "the report stem-r8"


def test_an_outlet_of_the_case_is_told_by_its_name_there() -> None:
    assert voices(River()).outlet(River().reports["r1"]) == (Label("Bank Agency"),)
    assert voices(River()).outlet(River().reports["r2"]) == (Name("The Delta Courier", "en"),)


def test_a_list_of_names_reads_as_its_language_asks() -> None:
    names = [(Words("a"),), (Words("b"),), (Words("c"),)]
    assert plain(voices(River()).listed(names)) == "a, b and c"
    assert plain(voices(River(), "ar").listed(names)) == "a وb وc"
    assert voices(River()).listed([]) == ()


def test_the_same_account_of_two_entries_is_told_once() -> None:
    river = River()
    same = voices(river).accounts([river.entries["e1"], river.entries["e3"]])
    assert plain(same) == "according to The Delta Courier in its own voice"


def test_what_several_outlets_say_in_their_own_voice_is_one_account() -> None:
    river = River()
    told = [river.entries["e1"], river.entries["e3"], river.entries["e8"]]
    assert plain(voices(river).accounts(told)) == (
        "according to The Delta Courier and Bank Agency, each in its own voice"
    )
    assert plain(voices(river, "ar").accounts(told)) == ("على لسان تقريرَي The Delta Courier ووكالة الضفة نفسيهما")
    river.reports["r5"] = report("r5", "طالبت سالمور بحصتين", source="Third")
    river.entries["e21"] = replace(river.entries["e8"], id="e21", report="r5")
    told.append(river.entries["e21"])
    assert plain(voices(river, "ar").accounts(told)) == ("على لسان تقارير The Delta Courier ووكالة الضفة وThird نفسها")


def test_what_one_voice_says_in_several_outlets_is_one_account() -> None:
    river = River()
    first, second = told_in_both_outlets(river, "رامي دوفان", "dovan")
    assert plain(voices(river).accounts([first, second])) == (
        "according to Rami Dovan in The Delta Courier and Third Post"
    )
    assert plain(voices(river, "ar").accounts([first, second])) == (
        "بحسب رامي دوفان في تقريرَي The Delta Courier وThird Post"
    )


def test_the_same_words_for_somebody_unknown_in_two_reports_may_mean_two() -> None:
    river = River()
    for actor in ("dovan", None):
        told = told_in_both_outlets(river, "an observer", actor)
        assert plain(voices(river).accounts(told)).count("according to an observer") == 2


def told_in_both_outlets(river: River, voice: str, actor: str | None) -> list[Entry]:
    """A stance that one voice vouches for in each of two reports of one language, put into the record."""
    stance = replace(river.entries["e8"], voice=voice, voice_actor=actor)
    river.reports["r6"] = replace(river.reports["r2"], id="r6", source="Third Post")
    told = [replace(stance, id=f"e3{number}", report=f"r{number}") for number in (2, 6)]
    river.entries |= {one.id: one for one in told}
    return told


def test_the_gender_of_a_person_is_what_the_reports_verbs_say_and_unknown_where_they_differ() -> None:
    river = River()
    assert voices(river).gender("dovan") == "m"
    kept = report("r3", "قالت رامي دوفان إن السد ممتلئ")
    river.reports["r3"] = kept
    river.entries["e20"] = entry("e20", kept, "إن السد ممتلئ", name="رامي دوفان", actor="dovan", cue="قالت")
    assert voices(river).gender("dovan") == "unknown"


def test_a_womans_title_in_a_report_tells_a_persons_gender() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], name="وزيرة الخارجية رامي دوفان", finding={})
    assert voices(river).gender("dovan") == "f"
    assert voices(river).gender_of_speaker(river.entries["e6"]) == "f"


def test_what_somebody_says_who_speaks_for_an_actor_is_the_actors_own_account() -> None:
    river = River()
    assert voices(river).is_own_account(river.entries["e6"], "first")
    assert not voices(river).is_own_account(river.entries["e6"], "second")
    assert not voices(river).is_own_account(river.entries["e1"], "first")


def test_the_verb_agrees_with_the_name_told_and_not_with_whoever_the_report_names() -> None:
    river = River()
    kept = report("r3", "وقال وزير خارجية سالمور إن السد ممتلئ")
    river.reports["r3"] = kept
    river.entries["e20"] = entry("e20", kept, "إن السد ممتلئ", name="سالمور", actor="first", cue="وقال")
    assert voices(river).gender_of_speaker(river.entries["e20"]) == "f"


def is_own(voice: str) -> bool:
    river = River()
    return voices(river).is_own_account(replace(river.entries["e3"], voice=voice, voice_actor="first"), "first")


@pytest.mark.parametrize(
    "voice",
    ["Salmor", "the foreign minister of Salmor", "a spokesman for Salmor", "متحدث باسم سالمور", "حكومة سالمور"],
)
def test_what_an_actors_office_says_is_its_own_account(voice: str) -> None:
    assert is_own(voice)


@pytest.mark.parametrize(
    "voice",
    [
        "a senior Salmor official",
        "officials of Salmor",
        "a minister of Salmor",
        "مسؤول في سالمور",
        "مسؤولون كبار من سالمور",
    ],
)
def test_what_somebody_unnamed_says_is_not_the_actors_own_account(voice: str) -> None:
    assert not is_own(voice)


def test_a_state_or_capital_of_a_report_in_the_other_language_is_told_in_this_one() -> None:
    river = River()
    river.entries["e10"] = replace(river.entries["e10"], finding={"actors": ["قطر", "تونس"], "place": "الدوحة"})
    round_ = Round(
        type="meet", when="2031-05-08", place="الدوحة", status="held", actors=("قطر", "تونس"), entries=("e10",)
    )
    english, arabic = voices(river), voices(river, "ar")
    assert english.place(round_) == (Name("Doha", "en"),)
    assert arabic.place(round_) == (Quote("الدوحة", "ar"),)
    assert english.participants(round_) == [(Name("Qatar", "en"),), (Quote("تونس", "ar"),)]
    river.entries["e5"] = replace(river.entries["e5"], finding={"actors": ["Qatar"]})
    both = replace(round_, actors=("Qatar", "قطر"), entries=("e5", "e10"))
    assert english.participants(both) == [(Quote("Qatar", "en"),)]
    assert english.named("القاهرة", None, "ar") == (Name("Cairo", "en"),)


def test_a_channel_the_case_knows_is_told_by_its_name_there() -> None:
    assert voices(River()).spoken_through("وكالة الضفة", "ar") == (Label("Bank Agency"),)
    assert voices(River()).spoken_through("إذاعة الوادي", "ar") == (Quote("إذاعة الوادي", "ar"),)


def test_a_participant_named_in_several_ways_is_told_once() -> None:
    river = River()
    names = (
        "Salmor",
        "سالمور",
        "first",
        "Dovan",
        "the mediator Rami Dovan",
        "the envoys",
        "The envoys",
        "an aide of Kerav",
    )
    round_ = Round(type="meet", when="2031-05-08", place=None, status="held", actors=names, entries=("e5",))
    told = voices(river).participants(round_)
    assert plain(voices(river).listed(told)) == "Salmor, Rami Dovan, the envoys and an aide of Kerav"


def test_a_name_and_a_place_are_in_the_language_of_the_report_they_come_from() -> None:
    river = River()
    river.entries["e5"] = replace(river.entries["e5"], finding={"actors": ["The envoys"], "place": "Helm"})
    river.entries["e10"] = replace(river.entries["e10"], finding={"actors": ["المندوبون"], "place": "هيلم"})
    actors = ("The envoys", "المندوبون")
    round_ = Round(type="meet", when="2031-05-08", place="Helm", status="held", actors=actors, entries=("e5", "e10"))
    told = voices(river)
    assert told.participants(round_) == [(Quote("The envoys", "en"),), (Quote("المندوبون", "ar"),)]
    assert told.place(round_) == (Quote("Helm", "en"),)
