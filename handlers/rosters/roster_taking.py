"""Taking a list over: what its plan says is written, in one turn, and all who are concerned hear it once."""

from collections import Counter
from dataclasses import dataclass

from handlers.liaison import caring, claims, wishes
from handlers.message import Lane, Message, Text, choice
from handlers.rhythms import rhythm
from handlers.rosters.roster_plan import CHANGED, CLAIM, NEW, Plan, Step
from handlers.turn import Speaker
from storage import cards, people
from storage.cards import Card
from storage.people import Person
from storage.phones import Phone
from storage.places import Place

ABOUT = frozenset(("member", "groups", "birthday"))
CONTACT = frozenset(("name", "phone", "home", "door"))


@dataclass(frozen=True, slots=True)
class Taken:
    """How many people a list added, changed and claimed."""

    added: int
    changed: int
    claimed: int


def take(speaker: Speaker, place: Place, plan: Plan, actor_id: int) -> Taken:
    """Writes a plan without faults. All its cards are locked first, in the order of their ids."""
    held = _locked(speaker, plan)
    changes = [(step, held[step.card_id]) for step in plan.of(CHANGED) if step.card_id in held]
    for step, card in changes:
        _change(speaker, card, step, actor_id)
    for step in plan.of(NEW):
        _open(speaker, place, step, actor_id)
    claimed = sum(_claim(speaker, place, step, held, actor_id) for step in plan.of(CLAIM))
    _tell_liaisons(speaker, plan, changes, actor_id)
    return Taken(len(plan.of(NEW)), len(changes), claimed)


def _locked(speaker: Speaker, plan: Plan) -> dict[int | None, Card]:
    """The cards as they were, by their ids, locked in the order of these: rhythms are planned after all locks."""
    ids = sorted(step.card_id for step in (*plan.of(CHANGED), *plan.of(CLAIM)) if step.card_id is not None)
    found = (cards.lock(speaker.tx, each) for each in ids)
    return {card.id: card for card in found if card is not None}


def _open(speaker: Speaker, place: Place, step: Step, actor_id: int) -> None:
    person_id = step.person_id if step.person_id is not None else _newcomer(speaker, step)
    card = caring.open_card(
        speaker,
        person_id,
        place.id,
        liaison_id=step.liaison_id,
        deputy_id=step.deputy_id,
        about=step.about,
        source="roster",
        actor_id=actor_id,
        ask=step.wish is None,
        tell=False,
    )
    if step.wish is not None:
        wishes.set(speaker, card, step.wish, actor_id)


def _newcomer(speaker: Speaker, step: Step) -> int:
    """Somebody who never wrote, as the list tells of them."""
    person = people.create(speaker.tx, speaker.community.pack.language, speaker.now)
    _write(speaker, Person(person.id, "known", person.language), step)
    return person.id


def _change(speaker: Speaker, card: Card, step: Step, actor_id: int) -> None:
    fields = set(step.fields)
    if fields & CONTACT:
        _write(speaker, people.read(speaker.tx, card.person_id), step)
    if fields & ABOUT:
        cards.set_about(speaker.tx, card.id, step.about)
    fresh = cards.get(speaker.tx, card.id)
    if fields & {"liaison", "deputy"}:
        fresh = caring.give(speaker, fresh, step.liaison_id, step.deputy_id, actor_id, "roster")
        if "liaison" in fields:
            caring.tell_person(speaker, fresh)
    elif fields & (ABOUT | CONTACT):
        rhythm.again(speaker, fresh)
    if step.wish is not None:
        wishes.set(speaker, fresh, step.wish, actor_id)


def _write(speaker: Speaker, person: Person, step: Step) -> None:
    """What the list says of somebody who does not use the service; what it leaves open stays."""
    person.name = step.name
    if step.phone is not None:
        person.phone = Phone(step.phone)
    if step.home_id is not None:
        person.place_id = step.home_id
    person.door = step.door or person.door
    people.save(speaker.tx, person)


def _claim(speaker: Speaker, place: Place, step: Step, held: dict[int | None, Card], actor_id: int) -> bool:
    """Another station's person: they are asked, and their station; until then nothing changes."""
    card = held.get(step.card_id)
    if card is None:
        return False
    raised = claims.raise_claim(
        speaker, card, place.id, liaison_id=step.liaison_id, deputy_id=step.deputy_id, actor_id=actor_id
    )
    return raised is not None


def _tell_liaisons(speaker: Speaker, plan: Plan, changes: list[tuple[Step, Card]], actor_id: int) -> None:
    """One message for each liaison, however many people they got or gave away."""
    moved = [(step, card) for step, card in changes if step.liaison_id != card.liaison_id]
    after = Counter(step.liaison_id for step in (*plan.of(NEW), *(step for step, _ in moved)))
    before = Counter(card.liaison_id for _, card in moved)
    for person_id in {*after, *before} - {actor_id}:
        if person_id is None:
            continue
        got, gave = after[person_id], before[person_id]
        key = "both" if got and gave else "got" if got else "gave"
        text = Text(f"roster-liaison-{key}", {"got": got, "gave": gave})
        ways = (choice("liaison.mine", "roster-see-mine"),)
        speaker.tell(person_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))
