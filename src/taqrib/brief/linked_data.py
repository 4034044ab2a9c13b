"""The brief as linked data (JSON-LD): W3C Web Annotations of the reports, and their provenance in W3C PROV.

Each cited entry is an annotation: its target is the words in their report, by quote with what stands around it and by
position; its body are the sentences that rest on it. Whose words they are, which report they were taken from and who
decided on the entry is told in PROV. The context is written into the file and asks nobody anything: a program that
reads it gets the triples of the two vocabularies without fetching theirs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from taqrib.brief.rows import told_rows
from taqrib.brief.runs import written
from taqrib.brief.telling import told
from taqrib.visible import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief.document import Document
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.record.entry import Entry, KeptReport

AROUND = 32
"""Code points before and after a quote that tell it from the same words elsewhere in the report."""

_ANNOTATION, _PROVENANCE, _TERMS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/"
_TIME = {"@type": "http://www.w3.org/2001/XMLSchema#dateTime"}


def _link(iri: str) -> dict[str, str]:
    return {"@id": iri, "@type": "@id"}


# The names on the left are those of the Web Annotation vocabulary's own context, where it has one.
CONTEXT: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    "Annotation": f"{_ANNOTATION}Annotation",
    "SpecificResource": f"{_ANNOTATION}SpecificResource",
    "TextualBody": f"{_ANNOTATION}TextualBody",
    "TextQuoteSelector": f"{_ANNOTATION}TextQuoteSelector",
    "TextPositionSelector": f"{_ANNOTATION}TextPositionSelector",
    "body": _link(f"{_ANNOTATION}hasBody"),
    "target": _link(f"{_ANNOTATION}hasTarget"),
    "source": _link(f"{_ANNOTATION}hasSource"),
    "selector": _link(f"{_ANNOTATION}hasSelector"),
    "motivation": {"@id": f"{_ANNOTATION}motivatedBy", "@type": "@vocab"},
    "classifying": f"{_ANNOTATION}classifying",
    "exact": f"{_ANNOTATION}exact",
    "prefix": f"{_ANNOTATION}prefix",
    "suffix": f"{_ANNOTATION}suffix",
    "start": {"@id": f"{_ANNOTATION}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{_ANNOTATION}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "language": f"{_TERMS}language",
    "format": f"{_TERMS}format",
    "title": f"{_TERMS}title",
    "publisher": f"{_TERMS}publisher",
    "identifier": f"{_TERMS}identifier",
    "kind": f"{_TERMS}type",
    "date": f"{_TERMS}date",  # as EDTF, whose precision xsd:date would lose
    "issued": f"{_TERMS}issued",
    "hasPart": _link(f"{_TERMS}hasPart"),
    "seeAlso": _link("http://www.w3.org/2000/01/rdf-schema#seeAlso"),
    "name": "http://xmlns.com/foaf/0.1/name",
    "Entity": f"{_PROVENANCE}Entity",
    "Agent": f"{_PROVENANCE}Agent",
    "Person": f"{_PROVENANCE}Person",
    "wasDerivedFrom": _link(f"{_PROVENANCE}wasDerivedFrom"),
    "wasQuotedFrom": _link(f"{_PROVENANCE}wasQuotedFrom"),
    "wasAttributedTo": _link(f"{_PROVENANCE}wasAttributedTo"),
    "actedOnBehalfOf": _link(f"{_PROVENANCE}actedOnBehalfOf"),
    "generatedAtTime": {"@id": f"{_PROVENANCE}generatedAtTime", **_TIME},
}


def as_jsonld(plan: Plan, material: Material, language: Language) -> str:
    """The brief in ``language`` as JSON-LD 1.1, ending in a line break.

    Values are exact: what acts unseen is written as JSON escapes, and loads as it was captured.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    document = told(plan, material, language)
    nodes = list(_Nodes(document, material, plan).all())
    text = json.dumps({"@context": CONTEXT, "graph": nodes}, ensure_ascii=False, indent=1)
    return UNSAFE.sub(lambda unsafe: json.dumps(unsafe.group())[1:-1], text) + "\n"


class _Nodes:
    def __init__(self, document: Document, material: Material, plan: Plan) -> None:
        self.document = document
        self.material = material
        self.cited = [material.entries[entry] for entry in plan.cited]
        self._base = f"urn:taqrib:{quote(material.case.id, safe='')}"
        self._brief = f"{self._base}:brief:{material.since}:{material.until}:{document.language}"

    def all(self) -> Iterator[dict[str, Any]]:
        """The brief, its sentences, the annotations, their reports, and everybody named."""
        sentences = list(self._sentences())
        yield {
            "id": self._brief,
            "type": "Entity",
            "title": f"{self.document.title}: {self.document.case}",
            "language": self.document.language,
            "date": f"{self.material.since}/{self.material.until}",
            "hasPart": [sentence["id"] for sentence in sentences],
        }
        yield from sentences
        yield from map(self._annotation, self.cited)
        for report in dict.fromkeys(entry.report for entry in self.cited):
            yield self._report(self.material.reports[report])
        yield from self._agents()

    def _sentences(self) -> Iterator[dict[str, Any]]:
        rtl = self.document.direction == "rtl"
        for row in told_rows(self.document):
            if row.sentence.entries:
                yield {
                    "id": self._sentence(row.sentence.anchor),
                    "type": ["TextualBody", "Entity"],
                    "value": written(row.sentence.runs, self.document.quotation, rtl=rtl),
                    "language": self.document.language,
                    "format": "text/plain",
                    "wasDerivedFrom": [self._entry(entry) for entry in dict.fromkeys(row.sentence.entries)],
                }

    def _annotation(self, entry: Entry) -> dict[str, Any]:
        cited_in = next(card.cited_in for card in self.document.cards if card.entry == entry.id)
        report = self.material.reports[entry.report]
        source = _urn(report)
        node: dict[str, Any] = {
            "id": self._entry(entry.id),
            "type": ["Annotation", "Entity"],
            "identifier": entry.id,
            "kind": entry.kind,
            "motivation": "classifying",
            "body": [self._sentence(anchor) for anchor in cited_in],
            "wasDerivedFrom": source,
            "target": {
                "id": f"{self._entry(entry.id)}:words",
                "type": ["SpecificResource", "Entity"],
                "source": source,
                "wasQuotedFrom": source,
                "selector": list(_selectors(entry, report)),
            },
        }
        if entry.decided_by:
            node["wasAttributedTo"] = self._analyst(entry.decided_by)
        voices = [self._agent(*named) for named in _voices(entry) if any(named)]
        if voices:
            node["target"]["wasAttributedTo"] = voices
        if entry.on:
            node["target"]["date"] = entry.on
        return node

    def _report(self, report: KeptReport) -> dict[str, Any]:
        node = {
            "id": _urn(report),
            "type": "Entity",
            "identifier": report.id,
            "title": report.title or report.stem,
            "language": report.language,
            "format": report.media_type,
            "generatedAtTime": report.captured_at,
            "publisher": report.source,
            "issued": report.published,
            "seeAlso": report.url,
        }
        return {name: value for name, value in node.items() if value}

    def _agents(self) -> Iterator[dict[str, Any]]:
        voices = dict.fromkeys(named for entry in self.cited for named in _voices(entry) if any(named))
        told_of: dict[str, dict[str, Any]] = {}
        for actor_id, name in voices:
            actor = self.material.case.actor(actor_id) if actor_id else None
            node: dict[str, Any] = {"id": self._agent(actor_id, name), "type": "Agent", "name": name or actor_id}
            if actor is not None:
                node["name"] = actor.name.in_language(self.document.language)
                principal = self.material.case.counts_as(actor)
                if principal is not actor:
                    node["actedOnBehalfOf"] = self._agent(principal.id, None)
                    name_of = principal.name.in_language(self.document.language)
                    own = {"id": self._agent(principal.id, None), "type": "Agent", "name": name_of}
                    told_of.setdefault(own["id"], own)
            told_of[node["id"]] = node
        yield from told_of.values()
        for name in dict.fromkeys(entry.decided_by for entry in self.cited if entry.decided_by):
            yield {"id": self._analyst(name), "type": "Person", "name": name}

    def _sentence(self, anchor: str) -> str:
        return f"{self._brief}:{anchor}"

    def _entry(self, entry_id: str) -> str:
        return f"{self._base}:{entry_id}"

    def _agent(self, actor_id: str | None, name: str | None) -> str:
        """An actor of the case by its id; of anybody else only the name is known, in the words of the report."""
        if actor_id and self.material.case.actor(actor_id):
            return f"{self._base}:actor:{_quoted(actor_id)}"
        return f"{self._base}:named:{_quoted(name or actor_id or '')}"

    def _analyst(self, name: str) -> str:
        return f"{self._base}:analyst:{_quoted(name)}"


def _selectors(entry: Entry, report: KeptReport) -> Iterator[dict[str, Any]]:
    start, end = entry.span
    yield {
        "type": "TextQuoteSelector",
        "exact": entry.quote,
        "prefix": report.text[max(0, start - AROUND) : start],
        "suffix": report.text[end : end + AROUND],
    }
    yield {"type": "TextPositionSelector", "start": start, "end": end}


def _voices(entry: Entry) -> tuple[tuple[str | None, str | None], ...]:
    """Whose words they are: who says them, and who vouches for them inside the report."""
    told_by = (entry.voice_actor, entry.voice)
    if entry.kind in {"statement", "figure"}:
        return tuple(dict.fromkeys(((entry.actor, entry.name), told_by)))
    return (told_by,)


def _urn(report: KeptReport) -> str:
    return f"urn:sha256:{report.sha256}"


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")
