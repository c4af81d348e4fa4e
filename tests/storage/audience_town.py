"""A small town for tests of audiences: a district, two communities with two buildings each, two people in each."""

from typing import Any

from storage import audience, cards, people, places
from storage.audience import START, Cursor
from storage.audience_terms import Wanted
from storage.cards import About
from storage.places import Place
from storage.transaction import Transaction
from tests.storage.samples import NOW, new_person


class Town:
    """The places, and who lives there, by name."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.district = places.write(tx, "d", None, "district", "区", "District", 0)
        self.east, self.west = (self._place(self.district, name, "community") for name in ("east", "west"))
        self.homes = {
            f"{each.code}{n}": self._place(each, f"{each.code}{n}", "building")
            for each in (self.east, self.west)
            for n in (1, 2)
        }
        self.people: dict[str, int] = {}
        for home in (*self.homes, *self.homes):
            self.live(f"{home}-{len(self.people)}", home)

    def live(self, name: str, home: str | None, state: str = "joined", **known: Any) -> int:
        """Somebody who lives there, or nowhere."""
        person = new_person(self.tx, name=name)
        person.state, person.place_id = state, None if home is None else self.homes[home].id
        for what, value in known.items():
            setattr(person, what, value)
        people.save(self.tx, person)
        self.people[name] = person.id
        return person.id

    def card(self, name: str, about: About) -> int:
        """Their card, at the station of the east; returns its id."""
        return cards.create(
            self.tx,
            number=cards.new_number(self.tx),
            token=cards.new_token(),
            person_id=self.people[name],
            place_id=self.east.id,
            liaison_id=None,
            deputy_id=None,
            about=about,
            source="chat",
            now=NOW,
        ).id

    def at(self, beginning: str) -> list[str]:
        """The names that begin so."""
        return sorted(name for name in self.people if name.startswith(beginning))

    def wanted(self, *grounds: Place, **kinds: Any) -> Wanted:
        """What the tables are asked for."""
        return Wanted(now=NOW, grounds=tuple(sorted(each.path for each in grounds)), **kinds)

    def found(self, wanted: Wanted, limit: int = 100) -> list[str]:
        """Whom an audience means, by name, walking in slices of so many. Nobody is met twice."""
        names = {number: name for name, number in self.people.items()}
        met: list[int] = []
        cursor: Cursor | None = START
        while cursor is not None:
            some, cursor = audience.walk(self.tx, wanted, cursor, limit)
            met += [each.person_id for each in some]
        assert len(met) == len(set(met))
        return sorted(names[each] for each in met)

    def _place(self, above: Place, code: str, kind: str) -> Place:
        return places.write(self.tx, code, above, kind, code, code, 0)
