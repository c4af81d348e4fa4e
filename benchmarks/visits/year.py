"""A year of rhythm, day by day: people are away and back, change liaisons, want no visits and want them again; the
service stands still, is killed in the middle of a slice, and its clock jumps. At the end it is told what went wrong.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

from benchmarks.visits.town import Town
from handlers.community import Community
from handlers.liaison import handing_over
from handlers.life import workdays
from handlers.rhythms import birthdays, festivals, pausing, planning, planning_ahead, rhythm, rules, waves
from handlers.turn import Speaker
from storage import cards, rhythms, visits
from storage import waves as stored_waves
from storage.database import Database
from storage.days import from_text
from storage.transaction import Transaction

DAY = timedelta(days=1)
HOUR = time(6)  # here; when the jobs of a day are run
ALL = """
SELECT v.person_id, v.visitor_id, v.kind, v.day, v.state, v.with_birthday, v.wave_id FROM visits v
WHERE v.kind IN ('routine', 'festival', 'birthday') AND v.state IN ('planned', 'done') ORDER BY v.day, v.id
"""
OF_DAY = """
SELECT v.id, v.kind, c.id AS card_id FROM visits v JOIN cards c ON c.person_id = v.person_id
WHERE v.day <= :day AND v.state = 'planned' ORDER BY v.id
"""
FULL = """
SELECT v.visitor_id, v.day, COUNT(*) AS n FROM visits v WHERE v.state = 'planned' AND v.visitor_id IS NOT NULL
    AND v.day >= :today
GROUP BY v.visitor_id, v.day HAVING COUNT(*) > :most
"""
LATEST = 28  # days after the day of a rule on which its visit must be made at the latest, where nothing hinders
AROUND = planning.APART + planning.EARLY  # days before it, at the earliest
ROUND_WAVE = planning.APART
MOST_HANDED = 8  # people handed over at once


class Killed(Exception):
    """The process died before its transaction was kept."""


@dataclass(slots=True)
class Year:
    """One run. `hindered`: when somebody could not be visited, or nothing ran, as spans of days [first, last)."""

    database: Database
    community: Community
    town: Town
    today: date
    hindered: dict[int, list[tuple[date, date]]] = field(default_factory=lambda: defaultdict(list))
    open_since: dict[int, date] = field(default_factory=dict)
    unwelcome: dict[int, date] = field(default_factory=dict)  # whom nobody may visit before a day
    faults: list[str] = field(default_factory=list)
    began: date = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.today

    async def pass_days(self, days: int) -> None:
        """Each day the jobs run, and whoever is to be visited on it is."""
        for _ in range(days):
            self.today += DAY
            await self.run_jobs(self.today)
            await self.database.turn(self._visit)
            await self.database.read(self._check_load)

    async def run_jobs(self, day: date, killed_after: int | None = None) -> None:
        """The jobs of a day; with `killed_after` the transaction after so many is lost, and what is left is not run."""
        turns = 0
        for job in (pausing.end_pauses, waves.plan_waves, planning_ahead.plan_visits):
            more = True
            while more:
                if turns == killed_after:
                    try:
                        await self.database.turn(partial(self._lost, job, day))
                    except Killed:
                        return
                more = await self.database.turn(lambda tx, job=job: job(self.speaker(tx, day)))  # type: ignore[misc]
                turns += 1

    def _lost(self, job: object, day: date, tx: Transaction) -> None:
        job(self.speaker(tx, day))  # type: ignore[operator]
        raise Killed

    def speaker(self, tx: Transaction, day: date) -> Speaker:
        """Somebody who does things on a day."""
        return Speaker(tx, datetime.combine(day, HOUR, self.community.zone).astimezone(UTC), self.community)

    async def stand_still(self, days: int) -> None:
        """Nothing runs for some days, or the clock jumps ahead."""
        for card_id in self.town.people:
            self.hindered[card_id].append((self.today - planning_ahead.AHEAD, self.today + (days + 1) * DAY))
        self.today += days * DAY

    async def jump_back(self, days: int) -> None:
        """The clock goes wrong by some days, and right again."""
        await self.run_jobs(self.today - days * DAY)

    async def pause(self, card_id: int, days: int | None) -> None:
        """Somebody is away for some days, or until they are back."""
        until = None if days is None else self.today + days * DAY

        def work(tx: Transaction) -> bool:
            card = cards.lock(tx, card_id)
            return card is not None and pausing.pause(self.speaker(tx, self.today), card, until, None)

        if await self.database.turn(work):
            self.unwelcome[card_id] = until or date.max
            self._close(card_id)
            if until is None:
                self.open_since[card_id] = self.today
            else:
                self.hindered[card_id].append((self.today, until))

    async def resume(self, card_id: int) -> None:
        """Somebody is back."""

        def work(tx: Transaction) -> bool:
            card = cards.lock(tx, card_id)
            return card is not None and pausing.resume(self.speaker(tx, self.today), card)

        if await self.database.turn(work):
            self.unwelcome.pop(card_id, None)
            self._close(card_id)

    async def wish(self, card_id: int, wish: str) -> None:
        """Somebody wishes visits, calls, or none."""

        def work(tx: Transaction) -> None:
            cards.lock(tx, card_id)
            speaker = self.speaker(tx, self.today)
            cards.set_wish(tx, card_id, wish, speaker.now)
            card = cards.lock(tx, card_id)
            if card is not None:
                rhythm.again(speaker, card)

        await self.database.turn(work)
        if wish == cards.NONE:
            self.unwelcome[card_id] = date.max
            self.open_since.setdefault(card_id, self.today)
        elif card_id in self.open_since and await self.database.read(partial(self._runs, card_id)):
            self.unwelcome.pop(card_id, None)
            self._close(card_id, rules.USUAL_SPREAD)

    async def hand_over(self, giver: int, taker: int, number: int) -> None:
        """So many people of a liaison go to another one."""
        await self.database.turn(lambda tx: self._hand_over(tx, giver, taker, number))

    def _hand_over(self, tx: Transaction, giver: int, taker: int, number: int) -> None:
        speaker = self.speaker(tx, self.today)
        given = sorted(card.id for card in cards.of_liaison(tx, giver, number))
        locked = [card for card_id in given if (card := cards.lock(tx, card_id)) is not None]
        handing_over.hand_over(speaker, locked, taker, None)

    def _runs(self, card_id: int, tx: Transaction) -> bool:
        routine = rhythms.of_card(tx, card_id).get(rhythms.ROUTINE)
        return routine is not None and routine.state == rhythms.ACTIVE

    def _close(self, card_id: int, later: int = 0) -> None:
        """What hindered somebody is over; their rhythm may begin so many days later."""
        since = self.open_since.pop(card_id, None)
        if since is not None:
            self.hindered[card_id].append((since, self.today + (later + rules.FIRST_AFTER.days) * DAY))
        spans = self.hindered[card_id]
        for number, (first, last) in enumerate(spans):
            if first <= self.today < last and not later:
                spans[number] = (first, self.today + DAY)

    def _visit(self, tx: Transaction) -> None:
        now = self.speaker(tx, self.today).now
        for row in tx.all(OF_DAY, day=self.today.isoformat()):
            visits.end(tx, row["id"], visits.DONE, now)
            if self.today < self.unwelcome.get(row["card_id"], date.min):
                self.faults.append(f"a {row['kind']} visit on {self.today} to somebody who is away or said no")

    def _check_load(self, tx: Transaction) -> None:
        most = self.community.pack.visits_a_day
        for row in tx.all(FULL, today=self.today.isoformat(), most=most):
            self.faults.append(f"{row['n']} visits of one visitor on {row['day']}, seen on {self.today}")


async def faults(year: Year) -> list[str]:
    """What went wrong: somebody visited twice or on a day off, forgotten, or too much on a day."""
    for card_id in list(year.open_since):
        year.hindered[card_id].append((year.open_since[card_id], date.max))
    return year.faults + await year.database.read(partial(_faults, year))


def _faults(year: Year, tx: Transaction) -> list[str]:
    made: dict[int, list[date]] = defaultdict(list)
    found: list[str] = []
    noted = year.community.pack.days_off
    for row in tx.all(ALL):
        day = from_text(row["day"])
        made[row["person_id"]].append(day)
        if not workdays.is_workday(day, noted):
            found.append(f"a {row['kind']} visit on a day off: {day}")
    for days in made.values():
        for early, late in pairwise(days):
            if (late - early).days < planning.APART:
                found.append(f"twice: {early} and {late}")
    for card_id, person_id in year.town.people.items():
        found += _forgotten(year, tx, card_id, made[person_id])
    return found


def _forgotten(year: Year, tx: Transaction, card_id: int, days: list[date]) -> list[str]:
    """The days of somebody's rhythm, birthdays and festivals around which nobody came, though nothing hindered."""
    card, known = cards.read(tx, card_id), rhythms.of_card(tx, card_id)
    routine = known.get(rhythms.ROUTINE)
    if card is None or routine is None:
        return ["a card without a rhythm"]
    found = []
    last = year.today - LATEST * DAY
    rule, due = routine.rule or "", routine.starts_on
    while due <= last:
        until = _latest(year, card_id, due)
        if due > year.began and until <= year.today and not _between(days, due - AROUND * DAY, until):
            found.append(f"forgotten on {due} (until {until}), {rule}, visits {[str(day) for day in days]}")
        due = rules.following(rule, routine.starts_on, due)
    birthday = card.about.birthday
    for year_number in {year.began.year, year.today.year} if birthday else ():
        assert birthday is not None
        day = birthdays.kept_in(birthday, year_number)
        free = _latest(year, card_id, day - LATEST * DAY) <= day and _latest(year, card_id, day) <= day + LATEST * DAY
        if (
            year.began + LATEST * DAY < day <= last
            and free
            and not _between(days, day - AROUND * DAY, day + LATEST * DAY)
        ):
            found.append(f"no birthday on {day}: {[str(each) for each in days]}")
    return found + _without_wave(year, tx, card_id, days)


def _without_wave(year: Year, tx: Transaction, card_id: int, days: list[date]) -> list[str]:
    card, found = cards.read(tx, card_id), []
    for wave in stored_waves.running(tx, year.town.at[card_id], year.began):
        festival = festivals.BY_NAME[wave.festival]
        over = wave.last < year.today and year.began < wave.first - festivals.PLANNED_BEFORE
        if card is None or not over or not festival.whom(card.about):
            continue
        first, last = wave.first - ROUND_WAVE * DAY, wave.last + ROUND_WAVE * DAY
        hindered = any(begin <= last and first - AROUND * DAY <= end for begin, end in year.hindered[card_id])
        left = card_id in stored_waves.leftovers(tx, wave.id, 100_000)
        if not hindered and not left and not _between(days, first, last):
            found.append(f"left out of {wave.festival}")
    return found


def _latest(year: Year, card_id: int, due: date) -> date:
    """Until when somebody must be visited for a day: later where they were hindered about then."""
    base, until = due, due + LATEST * DAY
    for first, last in sorted(year.hindered[card_id]):
        if first <= until and last >= base - planning.EARLY * DAY:
            if last == date.max:
                return date.max
            base, until = max(base, last), max(until, last + LATEST * DAY)
    return until


def _between(days: list[date], first: date, last: date) -> bool:
    return any(first <= day <= last for day in days)


async def disturb(year: Year, rng: random.Random, days: int, share: float) -> Counter[str]:
    """So many days with what happens in a town: each day this share of the people, and now and then the service."""
    counted: Counter[str] = Counter()
    all_cards = list(year.town.people)
    end = year.today + days * DAY
    while year.today < end:
        for card_id in rng.sample(all_cards, k=min(len(all_cards), round(len(all_cards) * share + rng.random()))):
            what = rng.choice(("pause", "pause open", "resume", "resume", "none", "visit", "visit", "call"))
            counted[what] += 1
            if what.startswith("pause"):
                await year.pause(card_id, None if what == "pause open" else rng.randint(3, 60))
            elif what == "resume":
                await year.resume(card_id)
            else:
                await year.wish(card_id, what)
        chance = rng.random()
        if chance < 0.02:
            counted["hand over"] += 1
            community = rng.choice(list(year.town.liaisons))
            giver, taker = rng.sample(year.town.liaisons[community], 2)
            await year.hand_over(giver, taker, rng.randint(1, MOST_HANDED))
        elif chance < 0.04:
            counted["killed"] += 1
            await year.run_jobs(year.today + DAY, killed_after=rng.randint(0, 3))
        elif chance < 0.05:
            counted["stood still"] += 1
            await year.stand_still(rng.randint(2, 20))
        elif chance < 0.06:
            counted["clock back"] += 1
            await year.jump_back(rng.randint(1, 10))
        await year.pass_days(1)
    return counted
