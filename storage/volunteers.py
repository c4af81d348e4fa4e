"""Volunteers: one row a membership in a team: badge, duty, load, skills; and beside it what choosing looks at."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import compact, places
from storage.times import EPOCH, from_ms_or_none, to_ms, to_ms_or_none
from storage.transaction import Row, Transaction

AT_ONCE = 2  # tasks, until somebody says otherwise
SHARE_OVER = timedelta(days=30)  # over which tasks are shared out fairly
LOOK_AGAIN = timedelta(days=1)  # at somebody whom nothing reaches

COLUMNS = """v.id, v.person_id, v.team_id, v.badge, v.duty, v.leave_until_at, v.most, v.skills, v.home_id, v.recent,
    v.reached, v.ended_at"""
READ = f"SELECT {COLUMNS} FROM volunteers v WHERE v.id = :id"
OF_PERSON = f"""
SELECT {COLUMNS} FROM volunteers v WHERE v.person_id = :person_id AND v.ended_at IS NULL ORDER BY v.id
"""
MEMBER = f"SELECT {COLUMNS} FROM volunteers v WHERE v.person_id = :person_id AND v.team_id = :team_id"
OF_TEAM = f"""
SELECT {COLUMNS} FROM volunteers v WHERE v.team_id = :team_id AND v.ended_at IS NULL AND v.id > :after ORDER BY v.id
LIMIT :limit
"""
CREATE = """
INSERT INTO volunteers (id, person_id, team_id, badge, duty, most, joined_at)
VALUES (:id, :person_id, :team_id, :badge, 'on', :most, :at)
"""
NEXT_BADGE = """
INSERT INTO counters (name, value) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value
"""
END = """
UPDATE volunteers SET ended_at = :at, home_id = NULL, estate_id = NULL, recount_at = NULL
WHERE id = :id AND ended_at IS NULL
"""
GIVE = "UPDATE volunteers SET person_id = :person_id WHERE id = :id"
COME_BACK = "UPDATE volunteers SET ended_at = NULL, duty = 'on', leave_until_at = NULL, joined_at = :at WHERE id = :id"
SET_DUTY = "UPDATE volunteers SET duty = :duty, leave_until_at = :until_at WHERE id = :id"
SET_MOST = "UPDATE volunteers SET most = :most WHERE id = :id"
SET_SKILLS = "UPDATE volunteers SET skills = :skills WHERE id = :id"
SET_FIGURES = """
UPDATE volunteers SET home_id = :home_id, estate_id = :estate_id, recent = :recent, reached = :reached,
    recount_at = :recount_at
WHERE id = :id
"""
FORGET_SKILLS = "DELETE FROM volunteer_skills WHERE volunteer_id = :id"
ADD_SKILL = """
INSERT INTO volunteer_skills (volunteer_id, skill, team_id, home_id, estate_id, ready, recent)
SELECT v.id, :skill, v.team_id, v.home_id, v.estate_id,
    CASE WHEN v.duty = 'on' AND v.reached = 1 AND v.ended_at IS NULL THEN 1 ELSE 0 END, v.recent
FROM volunteers v WHERE v.id = :id
"""
SKILLS_OF_TEAM = "SELECT skill FROM team_skills WHERE team_id = :team_id ORDER BY skill"
BACK = f"""
SELECT {COLUMNS} FROM volunteers v WHERE v.duty = 'leave' AND v.leave_until_at <= :now
ORDER BY v.leave_until_at, v.id LIMIT :limit
"""
NEXT_BACK = "SELECT MIN(leave_until_at) AS at FROM volunteers WHERE duty = 'leave'"
ADD_NEWS = """
INSERT INTO volunteer_news (id, person_id) SELECT :id, v.person_id FROM volunteers v
WHERE v.person_id = :person_id AND v.ended_at IS NULL LIMIT 1
"""
NEWS = "SELECT id, person_id FROM volunteer_news ORDER BY id LIMIT :limit"
DROP_NEWS = "DELETE FROM volunteer_news WHERE id = :id"
TO_RECOUNT = f"""
SELECT {COLUMNS} FROM volunteers v WHERE v.recount_at IS NOT NULL AND v.recount_at <= :now
ORDER BY v.recount_at, v.id LIMIT :limit
"""
# What was given back, handed over or called off is nobody's work. first_at: when the oldest of them counted for.
NEXT_RECOUNT = "SELECT MIN(recount_at) AS at FROM volunteers WHERE recount_at > 0"
COUNT = """
SELECT COUNT(*) AS taken, MIN(claimed_at) AS first_at FROM assignments
WHERE person_id = :person_id AND claimed_at > :since AND (ended IS NULL OR ended = 'finish')
"""
HOME = "SELECT place_id FROM people WHERE id = :person_id"
REACHED = "SELECT 1 AS yes FROM addresses WHERE person_id = :person_id AND state = 'open' LIMIT 1"


@dataclass(frozen=True, slots=True)
class Volunteer:
    """A membership. `duty`: on, off or leave (until `leave_until`, UTC). `most`: how many tasks at once. `skills`:
    which of the team's they have, None for all. `recent`: tasks of the last 30 days when last counted."""

    id: int
    person_id: int
    team_id: int
    badge: str
    duty: str
    leave_until: datetime | None
    most: int
    skills: tuple[str, ...] | None
    home_id: int | None
    recent: int
    reached: bool
    ended: bool


def enrol(tx: Transaction, person_id: int, team_id: int, team_code: str, now: datetime) -> Volunteer:
    """Somebody joins a team, or comes back to it with the badge they had. The badge's counter is locked last."""
    known = member(tx, person_id, team_id)
    number = known.id if known else tx.new_id()
    if known is None:
        count = tx.get(NEXT_BADGE, name=f"badge:{team_id}")["value"]
        badge = f"{team_code.upper()}-{count:02d}"
        tx.run(CREATE, id=number, person_id=person_id, team_id=team_id, badge=badge, most=AT_ONCE, at=to_ms(now))
    elif known.ended:
        tx.run(COME_BACK, id=number, at=to_ms(now))
    recount(tx, number, now, reached=True)  # whoever joins is about to be met, if they were not already
    return read(tx, number)


def leave_team(tx: Transaction, person_id: int, team_id: int, now: datetime) -> None:
    """Somebody is no longer in a team."""
    known = member(tx, person_id, team_id)
    if known is not None and tx.run(END, id=known.id, at=to_ms(now)):
        _write_skills(tx, known.id)


def read(tx: Transaction, volunteer_id: int) -> Volunteer:
    """A membership by id. Raises NotFound."""
    return _volunteer(tx.get(READ, id=volunteer_id))


def member(tx: Transaction, person_id: int, team_id: int) -> Volunteer | None:
    """Somebody's membership in a team, also one that has ended."""
    row = tx.one(MEMBER, person_id=person_id, team_id=team_id)
    return None if row is None else _volunteer(row)


def of_person(tx: Transaction, person_id: int) -> list[Volunteer]:
    """Somebody's memberships, in the order of their ids: so they are locked."""
    return [_volunteer(row) for row in tx.all(OF_PERSON, person_id=person_id)]


def of_team(tx: Transaction, team_id: int, limit: int = 20, after: int = 0) -> list[Volunteer]:
    """Who is in a team now, page by page: `after` is the last id of the page before."""
    return [_volunteer(row) for row in tx.all(OF_TEAM, team_id=team_id, limit=limit, after=after)]


def merge(tx: Transaction, into: int, gone: int, now: datetime) -> None:
    """Two turn out to be one person: what one was a member of, the other is, with the badge that they have longer."""
    ids = {each.team_id: each.id for each in of_person(tx, gone)}
    for team_id, number in ids.items():
        if member(tx, into, team_id) is None:
            tx.run(GIVE, id=number, person_id=into)
        else:
            leave_team(tx, gone, team_id, now)
    add_news(tx, into)


def set_duty(tx: Transaction, volunteer_id: int, duty: str, until: datetime | None = None) -> None:
    """On duty, off, or on leave until a moment (UTC)."""
    tx.run(SET_DUTY, id=volunteer_id, duty=duty, until_at=to_ms_or_none(until))
    _write_skills(tx, volunteer_id)


def set_most(tx: Transaction, volunteer_id: int, most: int) -> None:
    """How many tasks at once."""
    tx.run(SET_MOST, id=volunteer_id, most=most)


def set_skills(tx: Transaction, volunteer_id: int, skills: tuple[str, ...] | None) -> None:
    """Which of the team's skills somebody has; None: all of them."""
    tx.run(SET_SKILLS, id=volunteer_id, skills=None if skills is None else compact.encode(list(skills)))
    _write_skills(tx, volunteer_id)


def refresh_skills(tx: Transaction, team_id: int) -> None:
    """The team's own skills have changed."""
    after = 0
    while page := of_team(tx, team_id, 200, after):
        for each in page:
            _write_skills(tx, each.id)
        after = page[-1].id


def back(tx: Transaction, now: datetime, limit: int) -> list[Volunteer]:
    """Whose leave is over."""
    return [_volunteer(row) for row in tx.all(BACK, now=to_ms(now), limit=limit)]


def next_back(tx: Transaction) -> datetime | None:
    """When the next leave is over."""
    return from_ms_or_none(tx.get(NEXT_BACK)["at"])


def add_news(tx: Transaction, person_id: int) -> None:
    """Something has changed about somebody (a task, a home, a way to reach them): they are counted anew soon.

    Touches no row of theirs, and does nothing for those who are no volunteers.
    """
    tx.run(ADD_NEWS, id=tx.new_id(), person_id=person_id)


def take_news(tx: Transaction, limit: int) -> list[int]:
    """Of whom there is news, each once; it is taken off the list."""
    rows = tx.all(NEWS, limit=limit)
    return list(dict.fromkeys(row["person_id"] for row in rows if tx.run(DROP_NEWS, id=row["id"])))


def to_recount(tx: Transaction, now: datetime, limit: int) -> list[Volunteer]:
    """Whose figures change merely because time has passed."""
    return [_volunteer(row) for row in tx.all(TO_RECOUNT, now=to_ms(now), limit=limit)]


def next_count(tx: Transaction) -> datetime | None:
    """When the next figures are due; the beginning of time where they are due now."""
    news = tx.all(NEWS, limit=1)
    return EPOCH if news else from_ms_or_none(tx.get(NEXT_RECOUNT)["at"])


def recount(tx: Transaction, volunteer_id: int, now: datetime, *, reached: bool | None = None) -> None:
    """Brings a membership's figures up to date: tasks taken, home, and whether anything reaches them."""
    who = {"person_id": read(tx, volunteer_id).person_id}
    counted = tx.get(COUNT, **who, since=to_ms(now - SHARE_OVER))
    if reached is None:
        reached = tx.one(REACHED, **who) is not None
    home_id = tx.get(HOME, **who)["place_id"]
    first = from_ms_or_none(counted["first_at"])
    tx.run(
        SET_FIGURES,
        id=volunteer_id,
        home_id=home_id,
        estate_id=estate_of(tx, home_id),
        recent=counted["taken"],
        reached=int(reached),
        recount_at=to_ms_or_none(_recount_at(first, reached, now)),
    )
    _write_skills(tx, volunteer_id)


def estate_of(tx: Transaction, place_id: int | None) -> int | None:
    """The estate that a place lies in."""
    if place_id is None:
        return None
    line = places.line(tx, places.read(tx, place_id))
    return next((place.id for place in line if place.kind == "estate"), None)


def _recount_at(first: datetime | None, reached: bool, now: datetime) -> datetime | None:
    over = None if first is None else first + SHARE_OVER + timedelta(milliseconds=1)
    return over if reached else min(filter(None, (over, now + LOOK_AGAIN)))


def _write_skills(tx: Transaction, volunteer_id: int) -> None:
    volunteer = read(tx, volunteer_id)
    tx.run(FORGET_SKILLS, id=volunteer_id)
    for row in tx.all(SKILLS_OF_TEAM, team_id=volunteer.team_id):
        if volunteer.skills is None or row["skill"] in volunteer.skills:
            tx.run(ADD_SKILL, id=volunteer_id, skill=row["skill"])


def _volunteer(row: Row) -> Volunteer:
    return Volunteer(
        id=row["id"],
        person_id=row["person_id"],
        team_id=row["team_id"],
        badge=row["badge"],
        duty=row["duty"],
        leave_until=from_ms_or_none(row["leave_until_at"]),
        most=row["most"],
        skills=None if row["skills"] is None else tuple(json.loads(row["skills"])),
        home_id=row["home_id"],
        recent=row["recent"],
        reached=bool(row["reached"]),
        ended=row["ended_at"] is not None,
    )
