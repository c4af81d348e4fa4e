"""The job takes a round along in slices: everybody is told once; the dead and those who moved away never."""

from datetime import date, datetime, timedelta

from handlers.appraisal import moving, schedule
from handlers.turn import Speaker
from storage import addresses, appraisal_rounds, cards, people, yearly_reports
from storage.appraisal_rounds import CLOSED, OPEN, Round
from storage.cards import About
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, Service, demo_community

MEMBERS = 45
MEETING = date(2026, 12, 31)
DAY = timedelta(days=1)


def found_round(tx: Transaction) -> int:
    """A station with many members, all reached, and a round that begins now; returns it."""
    place = tx.get("SELECT id FROM places WHERE code = 'liudi'")["id"]
    for number in range(MEMBERS):
        person = people.create(tx, "zh-CN", MORNING)
        person.state, person.name = "joined", f"党员{number}"
        people.save(tx, person)
        addresses.create(tx, account=ACCOUNT, user=f"m{number}", chat=f"m{number}", person_id=person.id, now=MORNING)
        cards.create(
            tx,
            number=f"TEST-{number}",
            token=f"token {number}",
            person_id=person.id,
            place_id=place,
            liaison_id=None,
            deputy_id=None,
            about=About(member=number != 0),
            source="chat",
            now=MORNING,
        )
    secretary = people.read_by_code(tx, "书记老何")
    assert secretary is not None
    return appraisal_rounds.create(tx, place, MEETING, schedule.DRAFT, MORNING, secretary.id, MORNING).id


async def run(here: Service, now: datetime) -> int:
    """The job until there is nothing more to do; returns how many slices it took."""
    slices = 0
    while await here.database.turn(lambda tx: moving.step(Speaker(tx, now, demo_community()))):
        slices += 1
        assert slices < 100
    return slices


async def told(here: Service) -> list[int]:
    """How many messages each of the members has got."""
    return [len(await here.said(f"m{number}")) for number in range(MEMBERS)]


async def the_round(here: Service, number: int) -> Round:
    found = await here.database.read(lambda tx: appraisal_rounds.read(tx, number))
    assert found is not None
    return found


async def test_each_member_gets_a_draft_once_in_slices(here: Service) -> None:
    number = await here.database.turn(found_round)
    assert await run(here, MORNING - DAY) == 0
    assert await run(here, MORNING) == 3 and await run(here, MORNING) == 0
    assert await told(here) == [0, *[1] * (MEMBERS - 1)], "who is no member is not asked"
    at = await the_round(here, number)
    assert at.state == OPEN and at.step == schedule.WEEKS[0]


async def test_after_a_standstill_one_reminder_comes_and_no_flood(here: Service) -> None:
    await here.database.turn(found_round)
    await run(here, MORNING)
    await run(here, datetime(2026, 12, 20, 1, tzinfo=MORNING.tzinfo))
    assert await told(here) == [0, *[2] * (MEMBERS - 1)]


async def test_nobody_writes_to_the_dead_or_to_those_who_moved(here: Service) -> None:
    number = await here.database.turn(found_round)
    await run(here, MORNING)

    def change(tx: Transaction) -> None:
        reports = yearly_reports.of_round(tx, number, MEMBERS)
        for report in reports[:3]:
            yearly_reports.submit(tx, report.id, report.body, MORNING)
        for place, report in enumerate((reports[0], reports[5])):
            card = cards.of_person(tx, report.person_id)
            assert card is not None and cards.close(tx, card.id, ("died", "moved")[place], MORNING)

    await here.database.turn(change)
    for days in (17, 24, 31, 38, 42, 60):
        await run(here, MORNING + days * DAY)
    counts = await told(here)
    assert counts[1] == counts[6] == 1, "the draft of before, and nothing since"
    assert counts[2] == 2, "the draft, and how it was appraised"
    assert counts[10] == 4, "the draft and three reminders"
    assert (await the_round(here, number)).state == CLOSED
    assert await here.count("yearly_reports", "round_id = :id", id=number) == 2
