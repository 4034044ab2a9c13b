"""Every format says the same of the same domain, and what is malformed is repaired aloud or refused in one sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from packages.utilities.spaces import domains
from taqrib.errors import Invalid, TaqribError, Unreadable
from taqrib.packages.utilities.domain import Domain, Profile
from taqrib.packages.utilities.formats import Source, geniusweb, read_domain, table

DOMAIN = """<negotiation_template><utility_space><objective index="0" name="ferry">
<issue index="1" name="fare" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="night boats" type="discrete"><item index="1" value="none"/><item index="2" value="two"/></issue>
</objective></utility_space></negotiation_template>"""
PROFILE = """<utility_space><objective index="0" name="ferry">
<issue index="1" name="fare"><item index="1" value="low" evaluation="2"/><item index="2" value="high" evaluation="3"/>
</issue><issue index="2" name="night boats"><item index="1" value="none" evaluation="0"/>
<item index="2" value="two" evaluation="7"/></issue>
<weight index="1" value="0.3"/><weight index="2" value="0.7"/></objective>
<reservation value="0.25"/><discount_factor value="0.9"/></utility_space>"""


def genius(profile: str = PROFILE, domain: str = DOMAIN) -> Domain:
    return read_domain(Source("ferry.xml", domain.encode()), [Source("islanders.xml", profile.encode())])


def test_in_genius_a_utility_is_the_evaluation_divided_by_the_greatest_of_its_issue() -> None:
    domain = genius()
    (islanders,) = domain.profiles
    assert islanders.party == "islanders"
    assert islanders.weights == (Fraction(3, 10), Fraction(7, 10))
    assert islanders.evaluations == ((Fraction(2, 3), Fraction(1)), (Fraction(0), Fraction(1)))
    assert (islanders.reserved, islanders.discount) == (Fraction(1, 4), Fraction(9, 10))
    assert domain.utilities([0, 1]) == (Fraction(9, 10),)
    assert domain.notes == ()


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("</utility_space>", "", "malformed"),
        ('value="0.7"', 'value="0,7"', "decimal comma"),
        ('<weight index="1" value="0.3"/><weight index="2" value="0.7"/>', "", "every issue weighs the same"),
        ('<weight index="1" value="0.3"/>', "", "'fare' has no weight, read as 0"),
        ('value="0.3"', 'value="0.4"', "the weights sum to 1.1, used as given"),
        ('value="low" evaluation="2"', 'value="low"', "'low' of 'fare' has no evaluation, read as 0"),
        ('value="low"', 'value="Low"', "'Low' of 'fare' is not in the domain"),
        ('<item index="1" value="none" evaluation="0"/>', "", "missing ('none'), read as 0"),
        ('name="fare"', 'name="price"', "called 'price' here, matched by its index"),
        ('evaluation="7"', 'evaluation="0"', "every option of 'night boats' is worth 0"),
        ('name="fare"', 'name="FARE"', ""),
    ],
)
def test_what_can_be_repaired_without_guessing_is_and_it_is_said(old: str, new: str, note: str) -> None:
    assert old in PROFILE
    notes = genius(PROFILE.replace(old, new)).notes
    assert any(note in found and found.startswith("islanders.xml: ") for found in notes) if note else not notes


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('value="0.3"', 'value="-0.3"', "0 or more, found -0.3"),
        ('value="0.3"', 'value="NaN"', "finite number, found 'NaN'"),
        ('evaluation="3"', 'evaluation="Infinity"', "finite number, found 'Infinity'"),
        ('evaluation="2"', 'evaluation="-2"', "0 or more, found -2"),
        ('value="high" evaluation', 'value="low" evaluation', "found 'low' twice"),
        ('<weight index="2"', '<weight index="1"', "one weight for issue 1"),
    ],
)
def test_what_cannot_be_repaired_is_refused_with_its_file(old: str, new: str, sentence: str) -> None:
    assert old in PROFILE
    with pytest.raises(Invalid, match=sentence) as refused:
        genius(PROFILE.replace(old, new))
    assert refused.value.where == "islanders.xml"


@pytest.mark.parametrize(
    ("domain", "sentence"),
    [
        ("", "expected GENIUS XML"),
        ("ferries", "expected GENIUS XML"),
        ("<objective/>", "at least one issue"),
        ('<objective><issue name="fare"/></objective>', "at least one option"),
        (DOMAIN.replace('value="high"', 'value="low"'), "found 'low' twice"),
        ('<objective><issue name="fare" type="real"/></objective>', "'fare' is continuous"),
        (
            '<objective><issue name="fare" type="integer" lowerbound="0" upperbound="1000000000"/></objective>',
            "found 1,000,000,001; give it a coarser scale",
        ),
        ('<objective><issue name="fare" type="integer" lowerbound="a" upperbound="b"/></objective>', "finite number"),
    ],
)
def test_a_domain_that_is_none_is_refused(domain: str, sentence: str) -> None:
    with pytest.raises(TaqribError, match=sentence) as refused:
        genius(domain=domain)
    assert refused.value.where == "ferry.xml"


def test_an_entity_that_would_swell_or_read_a_file_is_not_followed() -> None:
    hostile = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/hostname">]>' + DOMAIN.replace(
        '<item index="1" value="low"/>', '<item index="1">&secret;</item>'
    )
    assert genius(domain=hostile).issues[0].options[0] == "item 1"


def test_hyper_rectangles_of_genius_add_their_share_of_the_greatest_utility() -> None:
    domain = """<utility_space><objective name="tide"><issue index="1" name="x" type="integer" lowerbound="0"
    upperbound="9"/><issue index="2" name="y" type="integer" lowerbound="0" upperbound="9"/>
    </objective></utility_space>"""
    profile = """<utility_space type="nonlinear" maxutility="40"><objective name="tide"><ufun>
    <hyperRectangle utility_value="10"><INCLUDES index="1" min="2" max="4"/><INCLUDES index="2" min="0" max="5"/>
    </hyperRectangle><hyperRectangle utility_value="30"><INCLUDES index="1" min="4" max="9"/></hyperRectangle>
    </ufun></objective></utility_space>"""
    read = genius(profile, domain)
    assert read.utilities([2, 5]) == (Fraction(1, 4),)
    assert read.utilities([4, 0]) == (1,)
    assert read.utilities([0, 0]) == (0,)


def test_geniusweb_decimals_stand_as_they_are_written() -> None:
    space = """{"LinearAdditiveUtilitySpace": {"issueUtilities": {
      "fare": {"DiscreteValueSetUtilities": {"valueUtilities": {"low": 0.1, "high": 1}}},
      "boats": {"numberutils": {"lowValue": 0, "lowUtility": 0, "highValue": 2, "highUtility": 1}}},
      "issueWeights": {"fare": 0.3, "boats": 0.7}, "reservationBid": {"issuevalues": {"fare": "low", "boats": "1"}},
      "domain": {"name": "ferry", "issuesValues": {"fare": {"values": ["low", "high"]},
      "boats": {"range": ["0", "2", "1"]}}}, "name": "islanders"}}"""
    source = Source("islanders.json", space.encode())
    domain = read_domain(source, [source])
    assert domain.issues[1].options == ("0", "1", "2")
    assert domain.utilities([0, 1]) == (Fraction(38, 100),)
    assert domain.profiles[0].reserved == Fraction(38, 100)


@pytest.mark.parametrize(
    "space",
    [
        '{"issueUtilities": {"a": {"discreteutils": {}}}, "issueWeights": {"a": 1}}',
        '{"issueUtilities": {"a": []}, "issueWeights": {"a": 1}}',
        '{"issueUtilities": {"a": {"discreteutils": {"valueUtilities": []}}}, "issueWeights": {"a": 1}}',
        '{"issueUtilities": {}, "issueWeights": {"a": 1}}',
        '{"issueUtilities": []}',
        "[]",
    ],
)
def test_a_geniusweb_profile_without_its_parts_is_refused(space: str) -> None:
    domain = Source("f.json", b'{"issuesValues": {"a": {"values": ["x"]}}}')
    with pytest.raises(TaqribError) as refused:
        read_domain(domain, [Source("p.json", f'{{"LinearAdditiveUtilitySpace": {space}}}'.encode())])
    assert refused.value.where == "p.json"


def test_negmas_numbers_stand_as_they_are_written() -> None:
    space = b"""{issues: [{name: fare, type: CategoricalIssue, values: [low, high]},
      {name: boats, type: ContiguousIssue, values: [0, 2]}], name: ferry}"""
    one = b"""{type: LinearAdditiveUtilityFunction, reserved_value: -.inf, weights: [0.3, 0.7],
      values: [{type: TableFun, mapping: {low: 0.1, high: 1.0}}, {type: AffineFun, slope: 0.5, bias: 0}]}"""
    two = b"""{type: HyperRectangleUtilityFunction, reserved_value: 0.2, bias: 0.1, weights: [1, 2],
      utilities: [3, 0.5], outcome_ranges: [{1: [1, 2]}, {0: [low], 1: [0, 1]}]}"""
    domain = read_domain(Source("f.yml", space), [Source("one.yml", one), Source("two.yml", two)])
    assert domain.utilities([0, 1]) == (Fraction(38, 100), Fraction(41, 10))
    assert [who.reserved for who in domain.profiles] == [None, Fraction(1, 5)]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(domains(parties=(1, 3)))
def test_a_table_reads_back_as_the_domain_it_was_written_from(domain: Domain) -> None:
    again = table.read(Source("ferry.csv", table.write(domain).encode()))
    assert (again.issues, again.profiles) == (domain.issues, domain.profiles)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(domains(parties=(1, 3)))
def test_geniusweb_reads_back_what_was_written_but_for_thirds_and_reserved_values(domain: Domain) -> None:
    written = [
        Source(f"{who.party}.json", geniusweb.write_profile(domain, who.party).encode()) for who in domain.profiles
    ]
    again = read_domain(Source("ferry.json", geniusweb.write_domain(domain).encode()), written)
    assert again.issues == domain.issues
    for one, other in zip(again.profiles, domain.profiles, strict=True):
        assert one.party == other.party
        for values, originals in zip((one.weights, *one.evaluations), (other.weights, *other.evaluations), strict=True):
            for value, original in zip(values, originals, strict=True):
                assert abs(value - original) <= abs(original) / 10**15


def test_what_a_format_cannot_hold_is_not_written() -> None:
    domain = read_domain(Source("f.csv", b"issue,option,north\nfare,low,1\n"), [])
    with pytest.raises(Invalid, match="one of the parties north, found 'south'"):
        geniusweb.write_profile(domain, "south")


@pytest.mark.parametrize(
    ("name", "text", "error", "sentence"),
    [
        ("f.csv", "", Unreadable, "columns issue, option"),
        ("f.csv", "issue,option,n\nfare,low\n", Invalid, "expected 3 cells, found 2"),
        ("f.csv", "issue,option,n\nfare,low,x\n", Invalid, "finite number, found 'x'"),
        ("f.csv", "issue,option,n\nfare,low,1\nfare,low,1\n", Invalid, "once, found twice"),
        ("f.csv", "issue,option,n\nfare,,-1\nfare,low,1\n", Invalid, "0 or more, found -1"),
        ("f.csv", "issue,option,n\nfare,,1\n", Invalid, "at least one option"),
        ("f.csv", "issue,option,n,n\nfare,low,1,1\n", Invalid, "each party once"),
        ("f.csv", "issue,option,n\n", Invalid, "at least one issue"),
        ("f.json", "{", Unreadable, "expected JSON"),
        ("f.json", "[]", Unreadable, "JSON object, found list"),
        ("f.json", '{"issuesValues": {"a": {"values": []}}}', Invalid, "at least one option"),
        ("f.json", '{"issuesValues": {"a": {"range": [0, 1e9, 1]}}}', Invalid, "found 1,000,000,001"),
        ("f.json", '{"issuesValues": {"a": {"values": ["x"]}, "a": {"values": ["x"]}}}', Invalid, "'a' twice"),
        ("f.yml", "issues: [", Unreadable, "expected YAML"),
        ("f.yml", "issues: [{name: a, type: ContiguousIssue, values: [0, 1000000000]}]", Invalid, "1,000,000,001"),
        ("f.txt", "", Invalid, "ends in .xml, .json"),
    ],
)
def test_malformed_files_get_one_sentence(name: str, text: str, error: type[TaqribError], sentence: str) -> None:
    with pytest.raises(error, match=sentence) as refused:
        read_domain(Source(name, text.encode()), [])
    assert str(refused.value.where).startswith(name)


def test_profiles_of_one_name_are_told_apart() -> None:
    domain = read_domain(
        Source("ferry.xml", DOMAIN.encode()),
        [Source("a/p.xml", PROFILE.encode()), Source("b/p.xml", PROFILE.encode())],
    )
    assert [who.party for who in domain.profiles] == ["p", "p (2)"]
    assert isinstance(domain.profiles[0], Profile)
