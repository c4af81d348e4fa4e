"""Who looks after whom: what changes hands, what ends, what goes along, and to whom nothing is said any more."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from handlers.liaison import card_copy, caring, closed_cards, handing_over, letting_go, moving, parting, wishes
from handlers.message import Message, Text
from handlers.turn import Speaker
from handlers.visits import arranging
from storage import card_changes, cards, outbox, people, places, rhythms, roles, visits
from storage.addresses import of_person
from storage.cards import About, Card
from storage.transaction import Transaction
from storage.visits import Visit
from tests.bot.stage import RESIDENT, Service, demo_community
from tests.handlers.known.people import DEPUTY, FOREIGN_LIAISON, LIAISON, SECRETARY, person_id, seat

T = TypeVar("T")
TODAY = date(2026, 11, 23)


async def turn(service: Service, work: Callable[[Speaker, Card], T]) -> T:
    """Works on the resident's card, locked, in one turn."""

    def locked(tx: Transaction) -> T:
        known = cards.of_person(tx, person_id(tx, RESIDENT))
        card = None if known is None else cards.lock(tx, known.id)
        assert card is not None
        return work(Speaker(tx, service.clock.now(), demo_community()), card)

    return await service.database.turn(locked)


def visit(speaker: Speaker, card: Card, kind: str, who: str, second: str | None = None) -> Visit:
    """A visit in three days."""
    return arranging.arrange(
        speaker,
        person_id=card.person_id,
        place_id=card.place_id,
        kind=kind,
        day=TODAY + timedelta(days=3),
        visitor_id=person_id(speaker.tx, who),
        second_id=None if second is None else person_id(speaker.tx, second),
    )


def now(speaker: Speaker, known: Visit) -> Visit:
    found = visits.read(speaker.tx, known.id)
    assert found is not None
    return found


async def test_what_is_planned_changes_hands_with_the_person(here: Service) -> None:
    await seat(here)

    def work(speaker: Speaker, card: Card) -> None:
        theirs = visit(speaker, card, visits.OCCASION, LIAISON)
        both = visit(speaker, card, visits.OCCASION, LIAISON, DEPUTY)
        others = visit(speaker, card, visits.OCCASION, SECRETARY)
        deputy, secretary = person_id(speaker.tx, DEPUTY), person_id(speaker.tx, SECRETARY)
        fresh = caring.assign(speaker, card, deputy, card.deputy_id, None)
        assert (fresh.liaison_id, fresh.deputy_id) == (deputy, None), "nobody is their own deputy"
        assert now(speaker, theirs).visitor_id == deputy
        assert (now(speaker, both).visitor_id, now(speaker, both).second_id) == (deputy, None)
        assert now(speaker, others).visitor_id == secretary
        names = [(each.name, each.from_id, each.to_id) for each in card_changes.of_card(speaker.tx, card.id)]
        assert ("liaison", card.liaison_id, deputy) in names and ("deputy", deputy, None) in names

    await turn(here, work)


async def test_who_gives_the_role_up_lets_go_of_everybody(here: Service) -> None:
    await seat(here)

    def work(tx: Transaction) -> None:
        speaker = Speaker(tx, here.clock.now(), demo_community())
        liaison = person_id(tx, LIAISON)
        assert letting_go.let_go(speaker, liaison) == 0, "the role is still held"
        letting_go.end_roles(speaker, liaison)
        assert cards.count_of_liaison(tx, liaison) == 0 and cards.of_deputy(tx, liaison, 5) == []
        assert roles.of_person(tx, liaison) == []
        place = places.read_by_code(tx, "heshunli")
        assert place is not None and cards.count_without(tx, place.id) == 3

    await here.database.turn(work)
    told = [each.text for each in await here.said(SECRETARY)]
    assert len([text for text in told if "有 3 人现在没有联络员" in text]) == 1


async def test_nothing_is_said_to_the_dead(here: Service) -> None:
    await seat(here)

    def work(speaker: Speaker, card: Card) -> None:
        agreed = visit(speaker, card, visits.OCCASION, LIAISON)
        waiting = Message(text=Text("hand-left"))
        assert speaker.tell(card.person_id, waiting)
        parting.close(speaker, card, parting.DIED, None)
        assert now(speaker, agreed).state == visits.CANCELLED and caring.planned(speaker, card.person_id) == []
        assert {each.state for each in rhythms.of_card(speaker.tx, card.id).values()} == {"ended"}
        assert people.read(speaker.tx, card.person_id).state == "died"
        assert not speaker.tell(card.person_id, waiting)
        for address in of_person(speaker.tx, card.person_id):
            assert outbox.open_questions(speaker.tx, address.id, speaker.now) == []
        left = "SELECT COUNT(*) AS n FROM outbox o JOIN addresses a ON a.id = o.address_id WHERE a.person_id = :id"
        assert speaker.tx.get(f"{left} AND o.state = 'waiting'", id=card.person_id)["n"] == 0

    await turn(here, work)


async def test_an_agreed_visit_goes_along_and_a_routine_one_does_not(here: Service) -> None:
    await seat(here)

    def work(speaker: Speaker, card: Card) -> None:
        agreed, routine = (visit(speaker, card, kind, LIAISON) for kind in (visits.OCCASION, visits.ROUTINE))
        place = places.read_by_code(speaker.tx, "liudi")
        assert place is not None
        liaison = person_id(speaker.tx, FOREIGN_LIAISON)
        fresh = moving.move(speaker, card, place.id, liaison_id=liaison, actor_id=None)
        assert (fresh.place_id, fresh.liaison_id, fresh.deputy_id) == (place.id, liaison, None)
        assert {now(speaker, each).state for each in (agreed, routine)} == {visits.CANCELLED}
        (kept,) = caring.planned(speaker, card.person_id)
        assert (kept.kind, kept.day, kept.due) == (visits.OCCASION, agreed.day, agreed.due)
        assert (kept.place_id, kept.visitor_id) == (place.id, liaison)

    await turn(here, work)


async def test_a_no_ends_what_the_rhythm_plans_and_nothing_else(here: Service) -> None:
    await seat(here)

    def work(speaker: Speaker, card: Card) -> None:
        agreed, routine = (visit(speaker, card, kind, LIAISON) for kind in (visits.OCCASION, visits.ROUTINE))
        fresh = wishes.set(speaker, card, cards.NONE, card.person_id)
        assert fresh.state == cards.OPEN
        assert (now(speaker, agreed).state, now(speaker, routine).state) == (visits.PLANNED, visits.CANCELLED)
        assert not wishes.ask(speaker, fresh), "who has answered is not asked"
        again = wishes.set(speaker, fresh, cards.CALL, card.person_id)
        assert again.wish == cards.CALL
        assert rhythms.of_card(speaker.tx, card.id)[rhythms.ROUTINE].state != "ended"

    await turn(here, work)


async def test_a_card_is_closed_and_opened_again_and_forgotten_in_the_end(here: Service) -> None:
    await seat(here)

    def close(speaker: Speaker, card: Card) -> None:
        parting.close(speaker, card, parting.UNWISHED, None)
        again = caring.open_card(
            speaker,
            card.person_id,
            card.place_id,
            liaison_id=card.liaison_id,
            deputy_id=card.liaison_id,
            about=About(),
            source="chat",
            actor_id=None,
        )
        assert (again.id, again.number, again.state, again.deputy_id) == (card.id, card.number, cards.OPEN, None)
        parting.close(speaker, again, parting.MOVED, None)

    await turn(here, close)

    def later(tx: Transaction) -> bool:
        speaker = Speaker(tx, here.clock.now() + closed_cards.KEPT + timedelta(days=1), demo_community())
        return closed_cards.forget_old(speaker)

    assert await here.database.turn(later)
    assert await here.database.read(lambda tx: cards.of_person(tx, person_id(tx, RESIDENT))) is None


async def test_somebody_with_an_open_request_is_not_forgotten_with_an_old_card(here: Service) -> None:
    """Whoever never wrote to us is forgotten as other neighbours are, whose requests are looked at first."""
    await seat(here)

    def close(speaker: Speaker, card: Card) -> None:
        person = people.read(speaker.tx, card.person_id)
        person.state = "known"
        people.save(speaker.tx, person)
        parting.close(speaker, card, parting.UNWISHED, None)

    await turn(here, close)

    def later(tx: Transaction) -> str:
        now = here.clock.now() + closed_cards.KEPT + timedelta(days=1)
        assert closed_cards.forget_old(Speaker(tx, now, demo_community()))
        return people.read(tx, person_id(tx, RESIDENT)).name

    assert await here.database.turn(later)


async def test_roles_that_ended_with_a_death_that_was_none_are_given_back_once(here: Service) -> None:
    await seat(here)

    def work(tx: Transaction) -> None:
        liaison, now = person_id(tx, LIAISON), here.clock.now()
        held = [(each.role, each.team_id) for each in roles.of_person(tx, liaison)]
        letting_go.end_roles(Speaker(tx, now, demo_community()), liaison)
        assert roles.give_back(tx, liaison, now - timedelta(seconds=1), now) == 0, "what ended before stays ended"
        assert roles.give_back(tx, liaison, now, now) == len(held)
        assert [(each.role, each.team_id) for each in roles.of_person(tx, liaison)] == held
        assert roles.give_back(tx, liaison, now, now) == 0

    await here.database.turn(work)


async def test_every_liaison_of_a_large_station_can_be_chosen(here: Service) -> None:
    await seat(here)

    def many(tx: Transaction) -> int:
        place = places.read_by_code(tx, "heshunli")
        assert place is not None
        for _ in range(handing_over.SHOWN):
            fresh = people.create(tx, "zh-CN", here.clock.now())
            roles.grant(tx, fresh.id, "liaison", place.id, None, None, here.clock.now())
        card = cards.of_person(tx, person_id(tx, RESIDENT))
        assert card is not None
        return card.id

    card_id = await here.database.turn(many)
    seen: set[str] = set()
    for page in ("", "/1"):
        await here.press(SECRETARY, f"hand.one:{card_id}{page}")
        seen |= {each.action for each in (await here.last(SECRETARY)).choices if each.action.startswith("hand.to:")}
    assert len(seen) == handing_over.SHOWN + 1, "all but whoever looks after them now"


async def test_the_copy_of_a_card_tells_how_often_they_are_visited(here: Service) -> None:
    await seat(here)
    found = await turn(here, lambda speaker, card: card_copy.collect(speaker, card.person_id))
    assert {each["kind"]: each["state"] for each in found["card"][0]["rhythms"]}["routine"] == "active"
