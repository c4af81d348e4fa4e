"""Placing: what planning (planning.py) needs to know is read, and a visit is put on the day that it finds.

Whoever plans has locked the cards of those it plans for; the planners' lock (`Plan`) comes last.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from handlers.life import workdays
from handlers.rhythms import planning, standing_for
from handlers.rhythms.planning import DAY, Days, Load
from handlers.turn import Speaker
from handlers.visits import arranging
from storage import absences, cards, visit_plans
from storage.cards import Card
from storage.visit_plans import Other
from storage.visits import Visit


class Plan:
    """One transaction's planning: the days, and each visitor's load, read once and kept up to date."""

    def __init__(self, speaker: Speaker) -> None:
        """Waits until no other transaction is planning."""
        visit_plans.take_lock(speaker.tx)
        self.speaker = speaker
        self.today = speaker.now.astimezone(speaker.community.zone).date()
        noted = speaker.community.pack.days_off
        works = lru_cache(maxsize=None)(lambda day: workdays.is_workday(day, noted))
        self.days = Days(works, speaker.community.pack.visits_a_day, self.today + DAY)
        self._loads: dict[int, Load] = {}

    def load(self, visitor_id: int | None) -> Load | None:
        """What a visitor has from today on; None for nobody."""
        if visitor_id is None:
            return None
        if visitor_id not in self._loads:
            self._loads[visitor_id] = read = Load()
            for each in visit_plans.load(self.speaker.tx, visitor_id, self.today):
                read.add(each.day, each.home_id, each.number)
        return self._loads[visitor_id]

    def others(self, person_id: int, first: date, last: date) -> list[Other]:
        """The person's other visits that matter for a visit wished between two days, also cancelled ones."""
        reach = (planning.APART + planning.EARLY) * DAY
        return visit_plans.others(self.speaker.tx, person_id, first - reach, last + reach)

    def visitor(self, card: Card, until: date) -> tuple[int | None, Days]:
        """Who visits somebody, and on which days: the liaison, or the deputy while the liaison is away until then."""
        there = (each for each in self.visitors(card) if each[1].first <= until)
        return next(there, (card.liaison_id or card.deputy_id, self.days))

    def visitors(self, card: Card) -> list[tuple[int, Days]]:
        """The liaison and the deputy, and the days from which each is there."""
        named = [each for each in (card.liaison_id, card.deputy_id) if each is not None]
        return [(each, replace(self.days, first=self._there_from(each))) for each in named]

    def put(
        self,
        card: Card,
        kind: str,
        day: date,
        visitor_id: int | None,
        home: int | None,
        *,
        as_call: bool = False,
        wave_id: int | None = None,
    ) -> Visit:
        """Plans a visit for a day; `home` is the building."""
        load = self.load(visitor_id)
        if load is not None:
            load.add(day, home)
        return arranging.arrange(
            self.speaker,
            person_id=card.person_id,
            place_id=card.place_id,
            kind=kind,
            day=day,
            visitor_id=visitor_id,
            as_call=as_call or card.wish == cards.CALL,
            wave_id=wave_id,
        )

    def move(self, visit: Visit, home: int | None, day: date) -> bool:
        """Another day for a planned visit; False where it is not planned any more."""
        load = self.load(visit.visitor_id)
        if not arranging.postpone(self.speaker, visit, day, None):
            return False
        if load is not None:
            load.remove(visit.day)
            load.add(day, home)
        return True

    def home(self, card: Card) -> int | None:
        """The building of somebody with a card."""
        return visit_plans.home(self.speaker.tx, card.person_id)

    def _there_from(self, person_id: int) -> date:
        away = absences.of_person(self.speaker.tx, person_id, self.speaker.now)
        if away is None:
            return self.days.first
        back = away.until.astimezone(self.speaker.community.zone).date() + DAY
        return max(back, self.days.first)


def level(speaker: Speaker, card: Card, some: list[Visit]) -> None:
    """Moves those of these visits that are more than their visitor makes on a day; the card is locked."""
    plan = Plan(speaker)
    home = plan.home(card)
    for visit in some:
        load = plan.load(visit.visitor_id)
        if load is None or visit.day < plan.today or load.visits.get(visit.day, 0) <= plan.days.most:
            continue
        others = plan.others(card.person_id, visit.day, visit.day + planning.FURTHEST * DAY)
        days = [each.day for each in others if each.counts and each.id != visit.id]
        day = planning.near(plan.days, load, home, visit.day, days)
        if day is not None and plan.move(visit, home, day):
            standing_for.plan_again(speaker.tx, card, visit, instead=day)
