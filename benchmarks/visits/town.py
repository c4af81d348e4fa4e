"""A town whose people are visited: communities, buildings, liaisons, and cards with groups and birthdays."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime

from handlers.rhythms import rhythm
from storage import cards, people, places
from storage.cards import About, Birthday
from storage.transaction import Transaction

OF_A_LIAISON = 55  # people
IN_A_BUILDING = 12  # of those with a card
OF_A_COMMUNITY = 3_000
SHARES = {"alone": 0.08, "over_80": 0.1, "disabled": 0.03, "hardship": 0.05}
MEMBERS, LUNAR, LEAP, WITH_BIRTHDAY = 0.6, 0.5, 0.1, 0.9


@dataclass(slots=True)
class Town:
    """Who is there: the liaisons of each community, and whose cards, by the ids of rows."""

    liaisons: dict[int, list[int]] = field(default_factory=dict)
    people: dict[int, int] = field(default_factory=dict)  # card to person
    at: dict[int, int] = field(default_factory=dict)  # card to community


def fill(tx: Transaction, town: Town, number: int, on: date, now: datetime, rng: random.Random) -> None:
    """One more community with so many people with cards, and rhythms that begin on a day."""
    root = places.read_by_code(tx, "d") or places.write(tx, "d", None, "district", "区", "District", 0)
    code = f"c{len(town.liaisons)}"
    community = places.write(tx, code, root, "community", code, code, len(town.liaisons))
    homes = [
        places.write(tx, f"{code}-{each}", community, "building", str(each), str(each), each)
        for each in range(max(1, number // IN_A_BUILDING))
    ]
    liaisons = [person(tx, homes[0].id, now) for _ in range(max(2, -(-number // OF_A_LIAISON)))]
    town.liaisons[community.id] = liaisons
    for each in range(number):
        home = homes[each * len(homes) // number]
        person_id = person(tx, home.id, now)
        liaison = each * len(liaisons) // number
        card = cards.create(
            tx,
            number=f"{len(town.people):08d}",
            token=f"{code}-{each}",
            person_id=person_id,
            place_id=community.id,
            liaison_id=liaisons[liaison],
            deputy_id=liaisons[liaison - 1],
            about=about(rng),
            source="roster",
            now=now,
        )
        rhythm.start(tx, card, on)
        town.people[card.id], town.at[card.id] = person_id, community.id


def person(tx: Transaction, home: int, now: datetime) -> int:
    """Somebody who lives in a building."""
    made = people.create(tx, "zh-CN", now)
    made.state, made.place_id = "joined", home
    people.save(tx, made)
    return made.id


def about(rng: random.Random) -> About:
    """What a card says of somebody."""
    groups = tuple(group for group, share in SHARES.items() if rng.random() < share)
    lunar = rng.random() < LUNAR
    month, day = rng.randint(1, 12), rng.randint(1, 30 if lunar else 28)
    birthday = Birthday(month, day, lunar, lunar and rng.random() < LEAP)
    return About(rng.random() < MEMBERS, groups, birthday if rng.random() < WITH_BIRTHDAY else None)
