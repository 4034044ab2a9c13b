"""Records in PostgreSQL: what only that database has."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import sqlalchemy

from ledger import a_proposal, a_report, no_findings
from taqrib.errors import CannotStore, Invalid, NotFound, TaqribError, Unreadable
from taqrib.record import Record, Verified, verify
from taqrib.record import database as database_module
from taqrib.record.postgres import PostgresSchema


@pytest.fixture
def place(new_database: Callable[[], str]) -> str:
    """PostgreSQL alone."""
    return new_database()


def raw(address: str) -> psycopg.Connection:
    url = sqlalchemy.make_url(address)
    return psycopg.connect(host=url.host, port=url.port, user=url.username, dbname=url.database, autocommit=True)


def changed(address: str, **parts: object) -> str:
    return sqlalchemy.make_url(address).set(**parts).render_as_string(hide_password=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [{"port": 1}, {"database": "nowhere"}, {"username": "nobody"}, {"host": "256.0.0.1"}],
    ids=["port", "database", "user", "host"],
)
def test_a_wrong_address_is_one_sentence_without_the_password(place: str, wrong: dict[str, object]) -> None:
    address = changed(place, **{"password": "heron-by-night", **wrong})
    for asked in (
        lambda: Record.open(address, case="lagoon"),
        lambda: Record.create(address, case="lagoon", by="nour"),
        lambda: verify(address, case="lagoon"),
    ):
        with pytest.raises(Unreadable, match=r"did not let us in .* check the address") as raised:
            asked()
        assert "heron" not in f"{raised.value} {raised.value.as_json()}"
        assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["", "record.db", "mysql://host/x", "postgresql://host/x", "postgresql+psycopg:///\x00"]
)
def test_what_is_no_address_is_said_so(address: str) -> None:
    with pytest.raises((Invalid, Unreadable)):
        PostgresSchema.open(address, "lagoon")


def test_a_case_without_a_record_is_said_so(place: str, record: Record) -> None:
    record.close()
    with pytest.raises(NotFound, match="'taqrib add' makes it"):
        Record.open(place, case="strait")
    with pytest.raises(Invalid, match="the id of a case"):
        Record.open(place)


def test_tables_that_a_kill_left_empty_are_no_record_yet(place: str) -> None:
    PostgresSchema.create(place, "lagoon").close()
    with pytest.raises(NotFound, match="'taqrib add' makes it"):
        Record.open(place, case="lagoon")
    made = Record.create(place, case="lagoon", by="nour")
    assert made.entries() == []
    made.close()


@pytest.mark.parametrize(
    "case",
    [
        "two words",
        'a "quoted" one',
        "o'brien",
        "بحيرة",
        "Lagoon",
        "v1.2",
        "a\\b",
        "per%cent",
        "semi;colon",
        "a:b",
        "$x",
    ],
)
def test_a_case_may_be_called_anything(place: str, path: Path, case: str) -> None:
    made = Record.create(place, case=case, by="nour", originals=path.parent / "reports")
    added = made.add(a_report(), no_findings(), [a_proposal()], by="nour")
    made.decide("e1", "accept", by="nour")
    made.remove(added.report, by="nour", why="asked to")
    made.close()
    assert verify(place, path.parent / "reports", case=case).rows == 5
    with raw(place) as connection:
        schemas = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'taqrib%'").fetchall()
    assert schemas == [(f"taqrib_{case}",)]


def test_a_case_whose_name_is_too_long_is_refused(place: str) -> None:
    with pytest.raises(Invalid, match="at most 56"):
        Record.create(place, case="ب" * 29, by="nour")


def test_two_cases_in_one_database_do_not_see_each_other(
    place: str, record: Record, path: Path, whole: Callable[[], Verified]
) -> None:
    other = Record.create(place, case="Lagoon", by="sami", originals=path.parent / "others")
    record.add(a_report(), no_findings(), [a_proposal()], by="nour")
    assert (other.entries(), other.reports()) == ([], [])
    assert other.add(a_report("Venn waits."), no_findings(), [a_proposal()] * 2, by="sami").entries == ("e1", "e2")
    assert other.remove("r1", by="sami", why="asked to") == ("e1", "e2")
    other.close()
    assert len(record.entries()) == 1
    assert whole().reports == 1


def test_the_ledger_refuses_to_be_rewritten(place: str, add: Callable[[], str]) -> None:
    add()
    with raw(place) as connection:
        for rewriting in (
            "UPDATE taqrib_lagoon.ledger SET \"by\" = 'x'",
            "UPDATE taqrib_lagoon.ledger SET body = '{}'",
            "UPDATE taqrib_lagoon.ledger SET body = NULL, seal = 'x'",
            "DELETE FROM taqrib_lagoon.ledger",
            "TRUNCATE taqrib_lagoon.ledger",
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                connection.execute(rewriting)


def test_a_second_writer_waits_and_then_says_why(
    place: str, add: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = add()
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.2)
    second = Record.open(place, case="lagoon")
    with raw(place) as holder, holder.transaction():
        holder.execute("LOCK TABLE taqrib_lagoon.ledger IN EXCLUSIVE MODE")
        assert second.entry(entry).status == "proposed"
        with pytest.raises(CannotStore, match="another Taqrib"):
            second.decide(entry, "accept", by="sami")
    assert second.decide(entry, "accept", by="sami").status == "accepted"
    second.close()


def test_a_reader_sees_one_state_while_another_writes(place: str, record: Record, add: Callable[[], str]) -> None:
    add()
    reading = Record.open(place, case="lagoon", writable=False)
    with reading.view() as view:
        before = view.entries(), view.last_row()
        writing = threading.Thread(target=lambda: record.decide("e1", "accept", by="nour"))
        writing.start()
        writing.join()
        assert (view.entries(), view.last_row()) == before
    assert reading.entry("e1").status == "accepted"
    with pytest.raises(CannotStore, match="check who owns it"):
        reading.decide("e1", "reject", by="sami")
    reading.close()


def test_who_may_only_read_reads_and_is_told_who_may_write(place: str, add: Callable[[], str]) -> None:
    entry = add()
    with raw(place) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
        connection.execute("GRANT USAGE ON SCHEMA taqrib_lagoon TO guest")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA taqrib_lagoon TO guest")
    guest = Record.open(changed(place, username="guest"), case="lagoon")
    assert guest.entry(entry).status == "proposed"
    with pytest.raises(CannotStore, match="check who owns it"):
        guest.decide(entry, "accept", by="guest")
    guest.close()
    with raw(place) as connection:
        connection.execute("DROP OWNED BY guest")
        connection.execute("DROP ROLE guest")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {}.reports SET text = 'Orla wants nothing.'",
        "DELETE FROM {}.told",
        "UPDATE {}.standings SET status = 'rejected'",
        "UPDATE {}.entry_words SET words = 'peace'",
        "DELETE FROM {}.report_words",
        "ALTER TABLE {}.ledger DISABLE TRIGGER USER; UPDATE {}.ledger SET \"by\" = 'ghost' WHERE number = 2",
        "ALTER TABLE {}.ledger DISABLE TRIGGER USER; DELETE FROM {}.ledger WHERE number = 2",
        "DROP TABLE {}.keys",
        "ALTER TABLE {}.ledger DISABLE TRIGGER USER",
        "DROP TRIGGER ledger_refuses_emptying ON {}.ledger",
    ],
)
def test_what_was_changed_behind_its_back_is_named(
    place: str, record: Record, add: Callable[[], str], whole: Callable[[], Verified], change: str
) -> None:
    record.decide(add(), "accept", by="nour")
    whole()
    with raw(place) as connection:
        for statement in change.split("; "):
            connection.execute(statement.format(*["taqrib_lagoon"] * 2))  # type: ignore[arg-type]
    with pytest.raises(TaqribError, match="restore"):
        whole()


def test_a_sign_that_postgresql_cannot_keep_is_refused_in_one_sentence(record: Record, add: Callable[[], str]) -> None:
    entry = add()
    with pytest.raises(Invalid, match="NUL"):
        record.add(a_report("Venn\0waits."), no_findings(), [], by="nour")
    with pytest.raises(Invalid, match="NUL"):
        record.decide(entry, "accept", by="no\0ur")
    assert record.decide(entry, "accept", by="nour", why="no\0ur").status == "accepted"
