"""Finding the requests whose limit fell in a period, and their histories, by place, by team, a slice at a time."""

from datetime import datetime, timedelta

from storage import rates, request_events
from storage.database import Database
from storage.rates import Key, Scope
from storage.transaction import Transaction
from tests.storage.samples import DAY, HOUR, NOW, SECOND, Community, founded, new_request

BEGIN, END = NOW, NOW + DAY


def limited(
    tx: Transaction, here: Community, deadline: datetime, *, elsewhere: bool = False, team_id: int | None = None
) -> int:
    """A request with this limit; returns its id."""
    place = here.other_estate if elsewhere else here.estate
    request = new_request(tx, place, here.resident)
    told(tx, request.id, "accept", deadline, place_id=place.id, team_id=team_id)
    return request.id


def told(
    tx: Transaction,
    request_id: int,
    move: str,
    deadline: datetime | None = None,
    *,
    place_id: int | None = None,
    team_id: int | None = None,
    at: datetime = NOW,
) -> None:
    request_events.add(
        tx,
        request_id,
        move=move,
        from_state=None,
        to_state="accepted",
        actor_id=None,
        now=at,
        note="free words",
        team_id=team_id,
        data={"n": 1},
        deadline=deadline,
        place_id=place_id,
    )


def found(tx: Transaction, scope: Scope, limit: int = 100, after: Key | None = None) -> list[int]:
    return [key.request_id for key in rates.due(tx, BEGIN, END, scope, after, limit)]


async def test_a_period_has_its_first_moment_and_not_its_last(database: Database) -> None:
    here = await founded(database)

    def work(tx: Transaction) -> tuple[list[int], list[int]]:
        made = [limited(tx, here, at) for at in (BEGIN - SECOND / 1000, BEGIN, END - SECOND / 1000, END)]
        return made, found(tx, Scope(here.district.path))

    made, seen = await database.turn(work)
    assert seen == made[1:3]


async def test_a_place_has_what_is_below_it_and_a_team_its_own(database: Database) -> None:
    here = await founded(database)

    def work(tx: Transaction) -> list[list[int]]:
        own = limited(tx, here, NOW + HOUR, team_id=here.team.id)
        other = limited(tx, here, NOW + 2 * HOUR, elsewhere=True)
        lost = new_request(tx, here.estate, here.resident).id
        told(tx, lost, "accept", NOW + 3 * HOUR)
        scopes = (
            Scope(here.district.path),
            Scope(here.district.path, placeless=True),
            Scope(here.estate.path, placeless=False),
            Scope(team_id=here.team.id),
        )
        return [[own, other, lost], *(found(tx, scope) for scope in scopes)]

    (own, other, lost), *seen = await database.turn(work)
    assert seen == [[own, other], [own, other, lost], [own], [own]]


async def test_slices_follow_each_other_without_gap_or_repeat(database: Database) -> None:
    """Also where several have the same limit; a limit said twice comes once, a changed one once for each."""
    here = await founded(database)

    def work(tx: Transaction) -> tuple[list[Key], list[Key]]:
        for n in range(7):
            request_id = limited(tx, here, NOW + HOUR * (n // 3))
            told(tx, request_id, "dispatch", NOW + HOUR * (n // 3), place_id=here.estate.id, team_id=here.team.id)
            told(tx, request_id, "extend", NOW + HOUR * 5, place_id=here.estate.id)
        whole = rates.due(tx, BEGIN, END, Scope(here.district.path), None, 100)
        slices: list[Key] = []
        while part := rates.due(tx, BEGIN, END, Scope(here.district.path), slices[-1] if slices else None, 2):
            slices += part
        return whole, slices

    whole, slices = await database.turn(work)
    assert len(whole) == 14
    assert slices == whole
    assert [key.deadline for key in whole] == sorted(key.deadline for key in whole)


async def test_histories_end_before_the_cutoff_and_hold_no_words(database: Database) -> None:
    here = await founded(database)

    def work(tx: Transaction) -> tuple[list[int], dict[int, list[tuple[str, str, datetime | None]]]]:
        made = [limited(tx, here, NOW + HOUR * (n + 1)) for n in range(2)]
        for request_id in made:
            told(tx, request_id, "contact", at=NOW + HOUR)
            told(tx, request_id, "arrive", at=NOW + HOUR)  # no figure is made of it
            told(tx, request_id, "confirm", at=NOW + 2 * HOUR)
        read = rates.histories(tx, made, NOW + 2 * HOUR)
        return made, {key: [(one.move, one.note, one.deadline) for one in events] for key, events in read.items()}

    made, read = await database.turn(work)
    assert read == {
        request_id: [("accept", "", NOW + timedelta(hours=n + 1)), ("contact", "", None)]
        for n, request_id in enumerate(made)
    }


async def test_nobody_asked_for_finds_nothing(database: Database) -> None:
    assert await database.read(lambda tx: rates.histories(tx, [], NOW)) == {}


async def test_paths_and_numbers_of_some(database: Database) -> None:
    here = await founded(database)

    def work(tx: Transaction) -> tuple[int, dict[int, str], dict[int, tuple[str, str]]]:
        request_id = limited(tx, here, NOW)
        return request_id, rates.paths(tx, [here.estate.id, 0]), rates.numbers(tx, [request_id, 0])

    request_id, paths, numbers = await database.turn(work)
    assert paths == {here.estate.id: here.estate.path}
    assert numbers == {request_id: ("20261123-0001", "light")}
