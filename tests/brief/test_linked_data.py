"""Linked data: the triples of Web Annotation and PROV, read by a program that may fetch nothing."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, XSD

from brief.imagined import River
from brief.opened import write
from taqrib.brief.linked_data import AROUND

if TYPE_CHECKING:
    from taqrib.brief import Language, Material

# rdflib's own reader of JSON-LD uses what rdflib has put out of use
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

OA = Namespace("http://www.w3.org/ns/oa#")
BASE = "urn:taqrib:river"


def text(material: Material, language: Language = "en") -> str:
    written = write("jsonld", material, language)
    assert isinstance(written, str)
    return written


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something tried to reach the network")

    for call in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, call, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def graph(material: Material | None = None, language: Language = "en") -> Graph:
    return Graph().parse(data=text(material or River().material(), language), format="json-ld")


@pytest.mark.usefixtures("offline")
def test_each_cited_entry_is_an_annotation_that_can_be_found_by_quote_and_by_position() -> None:
    river = River()
    found = graph(river.material())
    annotations = set(found.subjects(RDF.type, OA.Annotation))
    assert annotations == {URIRef(f"{BASE}:{entry}") for entry in river.entries}
    for annotation in annotations:
        entry = river.entries[str(found.value(annotation, DCTERMS.identifier))]
        kept = river.reports[entry.report]
        target = found.value(annotation, OA.hasTarget)
        assert found.value(target, OA.hasSource) == URIRef(f"urn:sha256:{kept.sha256}")
        by_type = {found.value(selector, RDF.type): selector for selector in found.objects(target, OA.hasSelector)}
        quote, place = by_type[OA.TextQuoteSelector], by_type[OA.TextPositionSelector]
        start, end = (int(str(found.value(place, edge))) for edge in (OA.start, OA.end))
        exact, prefix, suffix = (str(found.value(quote, part)) for part in (OA.exact, OA.prefix, OA.suffix))
        assert kept.text[start:end] == exact == entry.quote
        assert kept.text[max(0, start - AROUND) : end + AROUND] == prefix + exact + suffix
        assert found.value(place, OA.start).datatype == XSD.nonNegativeInteger  # type: ignore[union-attr]


@pytest.mark.usefixtures("offline")
def test_a_sentence_is_derived_from_its_entries_and_is_what_they_are_annotated_with() -> None:
    found = graph(language="ar")
    sentences = set(found.subjects(RDF.type, OA.TextualBody))
    assert len(sentences) == 13
    for sentence in sentences:
        entries = set(found.objects(sentence, PROV.wasDerivedFrom))
        assert entries == set(found.subjects(OA.hasBody, sentence))
        for entry in entries:
            assert f"[{str(entry).rpartition(':')[2]}]" in str(found.value(sentence, RDF.value))
        assert found.value(sentence, DCTERMS.language) == Literal("ar")


@pytest.mark.usefixtures("offline")
def test_provenance_names_the_report_the_speaker_and_whom_the_speaker_acts_for() -> None:
    river = River()
    found = graph(river.material())
    words = URIRef(f"{BASE}:e6:words")
    report = URIRef(f"urn:sha256:{river.reports['r1'].sha256}")
    assert found.value(words, PROV.wasQuotedFrom) == report
    assert found.value(URIRef(f"{BASE}:e6"), PROV.wasDerivedFrom) == report
    speaker = found.value(words, PROV.wasAttributedTo)
    assert found.value(speaker, FOAF.name) == Literal("Rami Dovan")
    assert found.value(speaker, PROV.actedOnBehalfOf) == URIRef(f"{BASE}:actor:first")
    assert found.value(report, PROV.generatedAtTime) == Literal("2031-05-09T06:00:00Z", datatype=XSD.dateTime)
    assert found.value(report, DCTERMS.publisher) == Literal("وكالة الضفة")


@pytest.mark.usefixtures("offline")
def test_a_speaker_the_case_does_not_know_is_named_in_the_reports_words() -> None:
    found = graph()
    speaker = found.value(URIRef(f"{BASE}:e9:words"), PROV.wasAttributedTo)
    assert found.value(speaker, FOAF.name) == Literal("مصادر مطّلعة")


@pytest.mark.usefixtures("offline")
def test_the_words_of_a_narrator_are_nobodys_but_the_reports() -> None:
    assert graph().value(URIRef(f"{BASE}:e3:words"), PROV.wasAttributedTo) is None


@pytest.mark.usefixtures("offline")
def test_an_entry_is_attributed_to_the_analyst_who_decided_on_it() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], decided_by="nour <x>")
    found = graph(river.material())
    analyst = found.value(URIRef(f"{BASE}:e6"), PROV.wasAttributedTo)
    assert found.value(analyst, FOAF.name) == Literal("nour <x>")
    assert (analyst, RDF.type, PROV.Person) in found
    assert found.value(URIRef(f"{BASE}:e7"), PROV.wasAttributedTo) is None


@pytest.mark.usefixtures("offline")
def test_nothing_named_is_left_untold() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], decided_by="nour")
    found = graph(river.material())
    for pointed_at in (PROV.wasAttributedTo, PROV.wasDerivedFrom, PROV.actedOnBehalfOf, DCTERMS.hasPart, OA.hasBody):
        for subject in found.objects(None, pointed_at):
            assert (subject, RDF.type, None) in found, subject


def test_every_name_used_is_in_the_files_own_context() -> None:
    made = json.loads(text(River().material()))
    used: set[str] = set()

    def visit(value: object) -> None:
        if isinstance(value, dict):
            used.update(value)
            for each in value.values():
                visit(each)
        elif isinstance(value, list):
            for each in value:
                visit(each)

    visit(made["graph"])
    assert used <= set(made["@context"])
    assert not any(isinstance(value, str) and value.endswith(".jsonld") for value in made["@context"].values())


def test_what_acts_unseen_is_escaped_in_the_file_and_exact_when_read() -> None:
    river = River()
    trap = "a\u202eb\x1b[31m\ud83d"
    river.reports["r1"] = replace(river.reports["r1"], title=trap)
    written = text(river.material())
    assert not {"\u202e", "\x1b", "\ud83d"} & set(written)
    assert trap in {node.get("title") for node in json.loads(written)["graph"]}
