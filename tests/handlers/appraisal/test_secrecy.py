"""Nobody sees who said what: two years in which the same people answered the other way round look the same.

Everything that the database holds is compared, opened with its keys; so a trace in any table, known or not, is found.
"""

import random
import shutil
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from handlers.appraisal import schedule
from storage import addresses, appraisal_rounds, people, representatives, schema, yearly_reports
from storage.appraisal_rounds import APPRAISING
from storage.database import Database, open_database
from storage.ids import IdMaker
from storage.times import to_ms
from storage.transaction import Transaction
from storage.yearly_reports import Body
from tests.bot.stage import ACCOUNT, HELPER, KEYS, LEADER, MORNING, RESIDENT, SECOND, Clock, Service
from tests.handlers.kept import in_the_clear

NIGHT_OWL = "171"
VOTERS = (RESIDENT, HELPER, SECOND, NIGHT_OWL, "172")
MORE = {NIGHT_OWL: "大刘", "172": "小孟"}
ONE_WAY = ("good", "fair", "plain", "poor", "good")
Answers = Callable[[Service, str, str], Awaitable[None]]


def set_up(tx: Transaction) -> int:
    """A report of 队长老周 that is being appraised by five; returns its id."""
    place = tx.get("SELECT id FROM places WHERE code = 'heshunli'")["id"]
    secretary, author = (people.read_by_code(tx, name) for name in ("书记老何", "队长老周"))
    assert secretary is not None and author is not None
    at = appraisal_rounds.create(tx, place, date(2026, 11, 23), schedule.CLOSE, MORNING, secretary.id, MORNING)
    report = yearly_reports.create(tx, at.id, author.id)
    yearly_reports.submit(tx, report.id, Body(words=("每周巡一次楼道",)), MORNING)
    appraisal_rounds.set_state(tx, at.id, APPRAISING)
    for user, name in MORE.items():
        person = people.read_by_code(tx, name)
        assert person is not None
        addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person.id, now=MORNING)
    for user in VOTERS:
        found = tx.get("SELECT person_id FROM addresses WHERE user_key = :user", user=user)["person_id"]
        number = representatives.name(tx, place, found, secretary.id, MORNING)
        assert number is not None and representatives.answer(tx, number, found, "agreed")
    return report.id


async def pressed(here: Service, user: str, grade: str) -> None:
    """The answer by a tap on the report."""
    await here.press(user, (await here.last(user)).action(WORDS[grade]))


async def typed(here: Service, user: str, grade: str) -> None:
    """The answer by its number, as those do who read no buttons. A number means what was sent."""
    await here.database.turn(lambda tx: tx.run(ALL_SENT))
    await here.say(user, str(yearly_reports.GRADES.index(grade) + 1))


ALL_SENT = "UPDATE outbox SET state = 'sent', message_id = CAST(id AS TEXT), done_at = created_at"
WORDS = {"good": "满意", "fair": "基本满意", "plain": "一般", "poor": "不满意"}


async def a_year(demo_file: Path, folder: Path, grades: tuple[str, ...], answer: Answers) -> list[Any]:
    """Five people answer; returns all that the database holds then."""
    folder.mkdir()
    shutil.copy(demo_file, folder / "linli.db")
    clock = Clock()
    ids = IdMaker(random.Random(7), lambda: to_ms(clock.now()))
    database = await open_database(f"sqlite:///{folder}/linli.db", KEYS, ids=ids)
    try:
        here = Service(database, folder / "media", clock)
        report = await database.turn(set_up)
        for user, grade in zip(VOTERS, grades, strict=True):
            await here.press(user, f"appraise.read:{report}")
            await answer(here, user, grade)
            clock.forward(60)
        assert await here.count("appraisal_answers") == len(VOTERS)
        assert await here.count("yearly_reports", "good = 2 AND fair = 1 AND plain = 1 AND poor = 1") == 1
        return await everything(database)
    finally:
        await database.close()


async def everything(database: Database) -> list[Any]:
    """All rows of all tables; what is sealed is opened."""

    def read(tx: Transaction) -> list[Any]:
        found = []
        for table in schema.tables(tx, database.engine_name):
            for row in schema.rows(tx, table, 500):
                values = dict(row)
                for column in table.sealed:
                    if values[column] is not None:
                        place = f"{table.name}.{column}:{row['id']}"
                        values[column] = database.keys.open(place, bytes(values[column]))
                found.append((table.name, values))
        return found

    return await database.read(read)


async def test_the_same_answers_by_other_people_leave_the_same_database(demo_file: Path, tmp_path: Path) -> None:
    for name, answer in (("pressed", pressed), ("typed", typed)):
        one = await a_year(demo_file, tmp_path / f"{name}-one", ONE_WAY, answer)
        other = await a_year(demo_file, tmp_path / f"{name}-other", tuple(reversed(ONE_WAY)), answer)
        assert [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]] == [], name


async def test_a_trace_would_be_seen(demo_file: Path, tmp_path: Path) -> None:
    """A chosen button that is written down with its question, as other questions do it, is a trace."""

    async def told(here: Service, user: str, grade: str) -> None:
        await pressed(here, user, grade)
        await here.say(user, WORDS[grade])

    one = await a_year(demo_file, tmp_path / "one", ONE_WAY, told)
    other = await a_year(demo_file, tmp_path / "other", tuple(reversed(ONE_WAY)), told)
    assert len(one) != len(other) or any(pair[0] != pair[1] for pair in zip(one, other, strict=True))


async def test_the_author_and_who_was_not_named_cannot_answer(here: Service) -> None:
    report = await here.database.turn(set_up)
    for user in (LEADER, "142"):
        for action in (f"appraise.say:{report}/good", f"appraise.read:{report}"):
            await here.press(user, action)
            assert "办不了" in (await here.last(user)).text
    await here.press(RESIDENT, f"appraise.say:{report}/best")
    await here.press(RESIDENT, "appraise.say:4711/good")
    assert await here.count("appraisal_answers") == 0
    assert await here.count("yearly_reports", "good > 0") == 0


async def test_who_leaves_takes_the_report_along_also_from_those_who_read_it(here: Service) -> None:
    report = await here.database.turn(set_up)
    await here.press(RESIDENT, f"appraise.read:{report}")
    await here.database.turn(lambda tx: tx.run(ALL_SENT))
    assert "每周巡一次楼道" in await in_the_clear(here.database, "outbox", "yearly_reports")
    await here.press(LEADER, "leave.sure")
    assert "每周巡一次楼道" not in await in_the_clear(here.database)
    assert await here.count("yearly_reports") == 0
    assert "删除" in (await here.last(RESIDENT)).text
