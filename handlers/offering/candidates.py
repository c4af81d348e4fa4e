"""Candidates: who of a team is asked first, and why. The points are plain sums, so that each choice explains itself.

Fairness goes before everything: nobody is asked who took two tasks more than somebody else who could go.
"""

import json
import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from handlers.message import Text
from handlers.turn import Speaker
from storage import assignments, choosing, compact, offers, places, teams, volunteers
from storage.catalogue import Item
from storage.choosing import Found
from storage.offers import Offer
from storage.places import Place
from storage.service_requests import ServiceRequest
from storage.teams import Team

PAGE = 12  # of those who took least lately, at once
MOST_PAGES = 6
MOST_NEAR = 6
MOST_KNOWN = 4
APART = 1  # tasks that somebody may be ahead of whoever took least, and still be asked
EARTH = 6_371_000  # metres
NEAR, FAR = 100, 1000  # metres
KNOWN_POINTS, NEAR_POINTS, FREE_POINTS, SHARE_POINTS = 5.0, 2.0, 1.0, 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could go: whether the resident wants them again, how near they live, what they have in hand
    (`held`), what they took in the last 30 days (`taken`), offers not answered yet (`asked`).

    `near`: building, estate, or nothing; `metres` where both places are on the map. `last_at`: UTC.
    """

    person_id: int
    badge: str
    known: bool
    near: str
    metres: int | None
    held: int
    taken: int
    asked: int
    last_at: datetime | None = None

    @property
    def share(self) -> int:
        """What they will have taken when they have accepted all that is offered to them."""
        return self.taken + self.asked


def ranked(found: Iterable[Candidate], limit: int) -> list[Candidate]:
    """The fittest first, `limit` at most. Whoever would get more than a task ahead of the least busy is left out."""
    candidates = list(found)
    if not candidates:
        return []
    least = min(each.taken for each in candidates)
    fair = [each for each in candidates if each.share <= least + APART]
    if not fair:
        fewest = min(each.share for each in candidates)
        fair = [each for each in candidates if each.share == fewest]
    return sorted(fair, key=lambda each: _order(each, least))[:limit]


def points(candidate: Candidate, least: int) -> float:
    """How fit somebody is; `least`: what the least busy of all took."""
    known = KNOWN_POINTS if candidate.known else 0.0
    free = FREE_POINTS if candidate.held == 0 else 0.0
    return known + NEAR_POINTS * nearness(candidate) + free - SHARE_POINTS * (candidate.share - least)


def nearness(candidate: Candidate) -> float:
    """From 0 (a kilometre and more, or nobody knows) to 1 (the same building)."""
    if candidate.near == "building":
        return 1.0
    if candidate.metres is not None:
        return min(1.0, max(0.0, (FAR - candidate.metres) / (FAR - NEAR)))
    return 0.5 if candidate.near == "estate" else 0.0


def why(candidate: Candidate, least: int) -> str:
    """What spoke for somebody, as an offer keeps it: JSON without names."""
    known = ["known"] if candidate.known else []
    far = [] if candidate.metres is None or candidate.near == "building" else [f"metres:{_rounded(candidate.metres)}"]
    near = [candidate.near] if candidate.near and not far else []
    free = ["free"] if candidate.held == 0 else []
    rare = ["rare"] if candidate.taken <= least else []
    return compact.encode([*known, *near, *far, *free, *rare])


def spoken(kept: str) -> list[Text]:
    """The same in words, for the leader, the coordinator and the history: knows her, 300 m, free, seldom asked."""
    parts = (str(each).partition(":") for each in json.loads(kept or "[]"))
    return [Text(f"why-{name}", {"n": int(value)} if value else {}) for name, _, value in parts]


def reasons(speaker: Speaker, request: ServiceRequest, item: Item, team: Team) -> dict[int, list[Text]]:
    """Who of a team could go now, the fittest first, and what speaks for each: for whoever sends somebody."""
    found = find(speaker, request, item, team, again=True)
    least = least_of(found)
    return {each.person_id: spoken(why(each, least)) for each in sorted(found, key=lambda each: _order(each, least))}


def least_of(found: Iterable[Candidate]) -> int:
    """What the least busy of these took."""
    return min((each.taken for each in found), default=0)


def skill_of(speaker: Speaker, item: Item, team: Team) -> str | None:
    """The first of the item's skills that the team has; any of the team's where it has none of them."""
    known = teams.skills_of(speaker.tx, team.id)
    return next((skill for skill in item.handled_by if skill in known), next(iter(known), None))


def find(
    speaker: Speaker,
    request: ServiceRequest,
    item: Item,
    team: Team,
    *,
    without: Collection[int] = (),
    again: bool = False,
) -> list[Candidate]:
    """Who of the team can be asked, in no order. `without`: people who are not; `again`: also those who were asked.

    Left out: whoever asks or is helped, whoever had the request before, whoever the resident does not want again,
    whoever has their hands full, is not on duty, or is reached by nothing.
    """
    skill = skill_of(speaker, item, team)
    if skill is None:
        return []
    place = None if request.place_id is None else places.read(speaker.tx, request.place_id)
    known = choosing.known_to(speaker.tx, request.people)
    barred = _barred(speaker, request, again=again) | set(without) | {one for one, liked in known.items() if not liked}
    wanted = {one for one, liked in known.items() if liked} - barred
    estate_id = volunteers.estate_of(speaker.tx, request.place_id)
    ids = [choosing.membership(speaker.tx, team.id, skill, one) for one in sorted(wanted)[:MOST_KNOWN]]
    ids += choosing.near(speaker.tx, team.id, skill, request.place_id, estate_id, MOST_NEAR)
    first = list(dict.fromkeys(number for number in ids if number is not None))
    able = _able(speaker, first, barred)
    able |= _least_recent(speaker, team, skill, barred, set(first))
    return [_candidate(each, wanted, place, estate_id) for each in able.values()]


def _least_recent(
    speaker: Speaker, team: Team, skill: str, barred: Collection[int], looked_at: Collection[int]
) -> dict[int, Found]:
    """Those who took least lately; page by page, until enough of them can go."""
    able: dict[int, Found] = {}
    last = (-1, 0)
    for _ in range(MOST_PAGES):
        page = choosing.least_recent(speaker.tx, team.id, skill, PAGE, last)
        able |= _able(speaker, [number for _, number in page if number not in looked_at], barred)
        if len(page) < PAGE or len(able) >= PAGE // 2:
            break
        last = page[-1]
    return able


def _able(speaker: Speaker, ids: list[int], barred: Collection[int]) -> dict[int, Found]:
    found = choosing.figures(speaker.tx, ids, speaker.now)
    for each in found:
        if not each.reached:  # they are counted anew, and then no longer stand in front of others
            volunteers.add_news(speaker.tx, each.person_id)
    return {
        each.person_id: each
        for each in found
        if each.reached and each.held < each.most and each.person_id not in barred
    }


def _barred(speaker: Speaker, request: ServiceRequest, *, again: bool) -> set[int]:
    held = assignments.of_request(speaker.tx, request.id)
    round_began = max((each.id for each in held), default=0)  # ids rise with time
    asked = {
        each.person_id
        for each in offers.of_request(speaker.tx, request.id)
        if each.person_id is not None and _was_asked(each, round_began, again=again)
    }
    return {each.person_id for each in held} | asked | set(request.people)


def _was_asked(offer: Offer, round_began: int, *, again: bool) -> bool:
    """Whether an offer speaks against asking its person once more. What was withdrawn unanswered does not."""
    return offer.state == "declined" or (offer.state != "withdrawn" and offer.id > round_began and not again)


def _candidate(found: Found, wanted: Collection[int], place: Place | None, estate_id: int | None) -> Candidate:
    same_home = place is not None and found.home_id == place.id
    same_estate = estate_id is not None and found.estate_id == estate_id
    return Candidate(
        person_id=found.person_id,
        badge=found.badge,
        known=found.person_id in wanted,
        near="building" if same_home else "estate" if same_estate else "",
        metres=_metres(found.point, place),
        held=found.held,
        taken=found.taken,
        asked=found.asked,
        last_at=found.last_at,
    )


def _metres(point: tuple[float, float] | None, place: Place | None) -> int | None:
    """As the crow flies."""
    if point is None or place is None or place.latitude is None or place.longitude is None:
        return None
    (north, east), (north2, east2) = point, (place.latitude, place.longitude)
    wide = math.radians(east2 - east) * math.cos(math.radians((north + north2) / 2))
    return round(math.hypot(math.radians(north2 - north), wide) * EARTH)


def _rounded(metres: int) -> int:
    step = 10 if metres < FAR // 10 else 100
    return max(step, round(metres / step) * step)


def _order(candidate: Candidate, least: int) -> tuple[float, float, int]:
    rested = 0.0 if candidate.last_at is None else candidate.last_at.timestamp()
    return (-points(candidate, least), rested, candidate.person_id)
