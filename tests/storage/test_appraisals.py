"""Yearly reports, their appraisal, representatives and the board, on both engines."""

from datetime import date, timedelta

import pytest

from storage import (
    appraisal_rounds,
    assignments,
    duties,
    links,
    pledges,
    representatives,
    request_events,
    retention,
    visits,
    yearly_reports,
)
from storage.appraisal_rounds import APPRAISING, OPEN, Round
from storage.database import Database
from storage.duties import Duties
from storage.errors import Conflict
from storage.times import to_ms
from storage.transaction import Transaction
from storage.yearly_reports import GRADES, Body, Grades
from tests.storage.samples import DAY, HOUR, NOW, community, new_person, new_request

MEETING = date(2026, 12, 31)


def new_round(tx: Transaction, place_id: int, by: int, held_on: date = MEETING) -> Round:
    return appraisal_rounds.create(tx, place_id, held_on, "draft", NOW, by, NOW)


async def test_a_place_has_one_round_at_a_time(database: Database) -> None:
    def first(tx: Transaction) -> tuple[int, int, int]:
        place, by = community(tx).estate.id, new_person(tx).id
        at = new_round(tx, place, by)
        assert appraisal_rounds.current(tx, place) == at and appraisal_rounds.last_closed(tx, place) is None
        return place, by, at.id

    place, by, number = await database.turn(first)
    with pytest.raises(Conflict):
        await database.turn(lambda tx: new_round(tx, place, by))

    def after(tx: Transaction) -> None:
        assert appraisal_rounds.close(tx, number, NOW) and not appraisal_rounds.close(tx, number, NOW)
        again = new_round(tx, place, by, MEETING + timedelta(days=365))
        assert appraisal_rounds.current(tx, place) == again
        last = appraisal_rounds.last_closed(tx, place)
        assert last is not None and (last.id, last.state, last.next_at) == (number, "closed", None)

    await database.turn(after)


async def test_what_is_due_is_found_and_goes_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        at = new_round(tx, community(tx).estate.id, new_person(tx).id)
        assert appraisal_rounds.due(tx, NOW - HOUR) is None and appraisal_rounds.next_due(tx) == NOW
        assert appraisal_rounds.due(tx, NOW) == at.id
        appraisal_rounds.set_step(tx, at.id, "draft", NOW, after=7)
        assert (found := appraisal_rounds.lock(tx, at.id)) is not None and found.after_id == 7
        assert appraisal_rounds.set_day(tx, at.id, MEETING + DAY, "draft", NOW + DAY)
        assert (found := appraisal_rounds.read(tx, at.id)) is not None
        assert (found.held_on, found.after_id, found.next_at) == (MEETING + DAY, 0, NOW + DAY)
        appraisal_rounds.set_state(tx, at.id, OPEN)
        assert not appraisal_rounds.drop(tx, at.id), "people have been told"
        appraisal_rounds.set_state(tx, at.id, APPRAISING)
        assert not appraisal_rounds.set_day(tx, at.id, MEETING, "draft", NOW)

    await database.turn(work)


async def test_a_report_is_changed_until_it_is_handed_in(database: Database) -> None:
    def work(tx: Transaction) -> None:
        at, who = new_round(tx, community(tx).estate.id, new_person(tx).id), new_person(tx)
        report = yearly_reports.create(tx, at.id, who.id)
        assert yearly_reports.create(tx, at.id, who.id).id == report.id, "one for each round"
        body = Body({"tasks": 3}, ("visits",), ("教了两个新队员",))
        assert yearly_reports.set_body(tx, report.id, body)
        assert (found := yearly_reports.read(tx, report.id)) is not None and found.body == body
        assert [yearly_reports.remind(tx, report.id, 3) for _ in range(4)] == [True, True, True, False]
        assert yearly_reports.submit(tx, report.id, body, NOW) and not yearly_reports.submit(tx, report.id, body, NOW)
        assert not yearly_reports.set_body(tx, report.id, Body()) and not yearly_reports.skip(tx, report.id)
        assert not yearly_reports.remind(tx, report.id, 9)
        assert yearly_reports.count(tx, at.id) == {"submitted": 1}
        assert yearly_reports.take_back(tx, report.id) and not yearly_reports.take_back(tx, report.id)
        assert yearly_reports.skip(tx, report.id) and yearly_reports.count(tx, at.id) == {"skipped": 1}

    await database.turn(work)


async def test_each_answers_once_and_nothing_but_counts_is_kept(database: Database) -> None:
    def work(tx: Transaction) -> None:
        at, who = new_round(tx, community(tx).estate.id, new_person(tx).id), new_person(tx)
        report = yearly_reports.create(tx, at.id, who.id)
        voters = [new_person(tx).id for _ in range(5)]
        assert not yearly_reports.appraise(tx, report.id, voters[0], "good"), "it was not handed in"
        tx.run("DELETE FROM appraisal_answers")
        yearly_reports.submit(tx, report.id, Body(), NOW)
        assert yearly_reports.to_appraise(tx, at.id, who.id, 9) == [], "nobody appraises what is their own"
        for place, voter in enumerate(voters):
            assert [each.id for each in yearly_reports.to_appraise(tx, at.id, voter, 9)] == [report.id]
            assert yearly_reports.appraise(tx, report.id, voter, GRADES[place % 4])
            assert not yearly_reports.appraise(tx, report.id, voter, "poor"), "no changed mind"
            assert yearly_reports.to_appraise(tx, at.id, voter, 9) == []
        assert (found := yearly_reports.read(tx, report.id)) is not None and found.grades == Grades(2, 1, 1, 1)
        assert set(dict(tx.all("SELECT * FROM appraisal_answers")[0])) == {"report_id", "person_id"}
        assert yearly_reports.close(tx, report.id, 5, NOW) and not yearly_reports.close(tx, report.id, 5, NOW)
        assert (found := yearly_reports.read(tx, report.id)) is not None and found.grades == Grades(2, 1, 1, 1)
        assert tx.all("SELECT * FROM appraisal_answers") == [], "who answered is forgotten"
        assert not yearly_reports.appraise(tx, report.id, new_person(tx).id, "good")

    await database.turn(work)


async def test_fewer_answers_than_may_be_shown_are_forgotten(database: Database) -> None:
    def work(tx: Transaction) -> None:
        at, who = new_round(tx, community(tx).estate.id, new_person(tx).id), new_person(tx)
        report = yearly_reports.create(tx, at.id, who.id)
        yearly_reports.submit(tx, report.id, Body(), NOW)
        for _ in range(4):
            yearly_reports.appraise(tx, report.id, new_person(tx).id, "poor")
        yearly_reports.close(tx, report.id, 5, NOW)
        assert (found := yearly_reports.read(tx, report.id)) is not None and found.grades == Grades()

    await database.turn(work)


async def test_representatives_are_asked_once_and_answer_for_themselves(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place, by, who = community(tx).estate.id, new_person(tx).id, new_person(tx).id
        number = representatives.name(tx, place, who, by, NOW)
        assert number is not None and representatives.name(tx, place, who, by, NOW) is None
        assert representatives.count(tx, place) == 0
        assert not representatives.answer(tx, number, by, "agreed")
        assert representatives.answer(tx, number, who, "agreed")
        assert not representatives.answer(tx, number, who, "declined")
        assert representatives.count(tx, place) == 1
        assert [each.person_id for each in representatives.of_place(tx, place, 9)] == [who]
        assert representatives.end(tx, number) and not representatives.end(tx, number)

    await database.turn(work)


async def test_a_pledge_takes_the_place_of_the_one_before(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place, who = community(tx).estate.id, new_person(tx).id
        for words in ("巡楼道", "换灯泡"):
            shown = {"name": True, "roles": False, "teams": True}
            pledges.put_up(tx, place_id=place, person_id=who, words=words, now=NOW, **shown)
        (found,) = pledges.of_place(tx, place, 9)
        assert (found.words, found.show_name, found.show_roles, found.show_teams) == ("换灯泡", True, False, True)
        assert pledges.of_place(tx, place, 9, after=found.id) == []
        assert pledges.forget(tx, who) and not pledges.forget(tx, who) and pledges.of_person(tx, who) is None

    await database.turn(work)


async def test_two_channels_of_one_person_have_one_report_one_answer_one_pledge(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place, by = community(tx).estate.id, new_person(tx).id
        one, gone, author = new_person(tx).id, new_person(tx).id, new_person(tx).id
        at = new_round(tx, place, by)
        mine, double, third = (yearly_reports.create(tx, at.id, each) for each in (one, gone, author))
        yearly_reports.submit(tx, third.id, Body(), NOW)
        for each in (one, gone):
            yearly_reports.appraise(tx, third.id, each, "good")
            representatives.name(tx, place, each, by, NOW)
            pledges.put_up(
                tx, place_id=place, person_id=each, words=str(each), name=True, roles=True, teams=True, now=NOW
            )
        links.merge_people(tx, one, gone, NOW)
        assert [each.id for each in yearly_reports.of_person(tx, one)] == [mine.id]
        assert yearly_reports.read(tx, double.id) is None and yearly_reports.of_person(tx, gone) == []
        assert [row["person_id"] for row in tx.all("SELECT person_id FROM appraisal_answers")] == [one]
        assert [each.person_id for each in representatives.of_place(tx, place, 9)] == [one]
        assert [each.person_id for each in pledges.of_place(tx, place, 9)] == [one]

    await database.turn(work)


async def test_old_reports_go_and_then_their_rounds(database: Database) -> None:
    def work(tx: Transaction) -> None:
        at, who = new_round(tx, community(tx).estate.id, new_person(tx).id), new_person(tx)
        report = yearly_reports.create(tx, at.id, who.id)
        yearly_reports.submit(tx, report.id, Body(), NOW)
        yearly_reports.close(tx, report.id, 5, NOW)
        appraisal_rounds.close(tx, at.id, NOW)
        kinds = ("appraisal rounds", "yearly reports", "appraisal rounds")
        assert [retention.drop_rows(tx, kind, NOW, 9) for kind in kinds] == [0, 0, 0]
        assert [retention.drop_rows(tx, kind, NOW + DAY, 9) for kind in kinds] == [0, 1, 1]

    await database.turn(work)


async def test_what_somebody_did_is_counted_and_nothing_else(database: Database) -> None:
    def work(tx: Transaction) -> None:
        small = community(tx)
        who, other = small.volunteer, small.resident
        for hours, ended in ((2, "finish"), (50, "finish"), (3, "give back")):
            request = new_request(tx, small.estate, other)
            held = assignments.create(tx, request.id, who.id, small.team.id, NOW)
            held.arrived_at = NOW
            assignments.save(tx, held)
            assignments.end(tx, held.id, ended, NOW + hours * HOUR)
        for state, second in ((visits.DONE, None), (visits.REFUSED, None), (visits.DONE, who.id)):
            visit = visits.create(
                tx,
                person_id=other.id,
                place_id=small.estate.id,
                kind=visits.ROUTINE,
                day=NOW.date(),
                due=NOW,
                visitor_id=other.id if second else who.id,
                second_id=second,
                step=None,
                remind_at=None,
                now=NOW,
            )
            visits.end(tx, visit.id, state, NOW + HOUR)
        found = duties.of_person(tx, who.id, NOW - DAY, NOW + DAY)
        assert found == Duties(tasks=2, minutes=(2 + 12) * 60, visits=2, answered=0)
        assert duties.of_person(tx, who.id, NOW + DAY, NOW + 2 * DAY) == Duties(0, 0, 0, 0)

    await database.turn(work)


async def test_talks_taken_and_answers_given_count_together(database: Database) -> None:
    def work(tx: Transaction) -> None:
        small = community(tx)
        who, at = small.volunteer.id, to_ms(NOW)
        request = new_request(tx, small.estate, small.resident)
        for move in ("answer", "contact"):
            request_events.add(tx, request.id, move=move, from_state=None, to_state="x", actor_id=who, now=NOW)
        for taker, closed in ((who, at), (who, None), (small.resident.id, at)):
            values = {"id": tx.new_id(), "person": small.resident.id, "place": small.estate.id}
            tx.run(
                """INSERT INTO conversations (id, person_id, place_id, state, asked_at, queued_at, taker_id, closed_at)
                VALUES (:id, :person, :place, 'closed', 1, 1, :taker, :closed)""",
                **values,
                taker=taker,
                closed=closed,
            )
        assert duties.of_person(tx, who, NOW - DAY, NOW + DAY).answered == 2

    await database.turn(work)
