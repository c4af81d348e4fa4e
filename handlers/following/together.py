"""Together: neighbours who joined a case hear what becomes of it, and may leave it or go their own way.

Who comes, and to which door, is told to the one whose case it is; the others hear that somebody sees to it.
"""

from handlers import callbacks, cards, staff
from handlers.errors import Refused
from handlers.following import followers
from handlers.message import Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import assignments, me_too, people, reveals, service_requests
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

NOT_CALLED_ANY_MORE = callbacks.NOT_CALLED_ANY_MORE


def joined(speaker: Speaker, case: ServiceRequest) -> list[ServiceRequest]:
    """The rows of the neighbours who joined a case by their own tap; not of those whose case it is themselves."""
    found = {each.person_id: each for each in followers.merged(speaker, case.id) if each.joined_at is not None}
    return [each for person, each in found.items() if person not in case.people]


def case_of(speaker: Speaker, own: ServiceRequest) -> ServiceRequest | None:
    """The case that a row follows, also by way of another; None where it follows none."""
    found = None
    while own.merged_into_id is not None:
        found = service_requests.read(speaker.tx, own.merged_into_id)
        if found is None:
            return None
        own = found
    return found


def key_of(own: ServiceRequest) -> str:
    """The key of what a neighbour who joined is told about how it stands."""
    return f"joined:{own.id}"


def tell_taken(speaker: Speaker, case: ServiceRequest, but: int | None = None) -> None:
    """Somebody sees to it: those who joined hear it, each with their own number."""
    for each in joined(speaker, case):
        if each.person_id != but:
            speaker.tell(each.person_id, _stands(speaker, case, each))


def say_anew(speaker: Speaker, case: ServiceRequest) -> None:
    """What they were told, as it stands now: a promised time, nobody any more."""
    for each in joined(speaker, case):
        speaker.edit(key_of(each), _stands(speaker, case, each), each.person_id)


def tell_again(speaker: Speaker, case: ServiceRequest) -> None:
    """It was said to be done and is not: it goes on, and the questions that still wait say so."""
    for each in joined(speaker, case):
        message = Message(text=Text("together-again", {"number": each.number}))
        speaker.edit(question_key(each), message, each.person_id)


def ask(speaker: Speaker, case: ServiceRequest, item: Item, lane: Lane) -> None:
    """Asks each of them for themselves whether it is solved; the desk calls who has no chat."""
    for each in joined(speaker, case):
        if each.outcome is not None or people.read(speaker.tx, each.person_id).state in NOT_CALLED_ANY_MORE:
            continue
        values = {"number": each.number, "item": cards.item_name(item)}
        message = Message(
            text=Text("together-solved", values),
            choices=(
                choice(f"together.yes:{each.id}", "outcome-solved"),
                choice(f"together.no:{each.id}", "outcome-not"),
            ),
            key=question_key(each),
            lane=lane,
        )
        if not speaker.tell(each.person_id, message):
            _have_called(speaker, each, item, message)


def question_key(own: ServiceRequest) -> str:
    """The key of the question whether it is solved."""
    return f"outcome:{own.id}"


def own_case(speaker: Speaker, own: ServiceRequest) -> ServiceRequest:
    """The case that somebody joined with this row. Refused where they did not, or have left it."""
    case = case_of(speaker, own)
    if own.joined_at is None or case is None or case.person_id in own.people:
        raise Refused("together-over", number=own.number)
    return case


def is_joined(speaker: Speaker, own: ServiceRequest) -> bool:
    """Whether somebody follows a neighbour's case with this row, and may leave it."""
    case = case_of(speaker, own) if own.joined_at is not None else None
    return case is not None and case.person_id not in own.people and case.closed_at is None


def households(speaker: Speaker, case: ServiceRequest) -> int:
    """How many people asked for it, the joined and merged ones counted in."""
    return len(me_too.people_of(speaker.tx, case.id))


def _stands(speaker: Speaker, case: ServiceRequest, own: ServiceRequest) -> Message:
    held = assignments.held(speaker.tx, case.id)
    due = min((each.due_at for each in held if each.due_at and not each.arrived_at), default=None)
    key = "together-taken-due" if due else "together-taken" if held else "together-looking"
    if case.closed_at is not None or case.state == "done":
        key = "together-done-there"
    values = {"number": own.number, **({"at": due} if due else {})}
    return Message(text=Text(key, values), key=key_of(own))


def _have_called(speaker: Speaker, own: ServiceRequest, item: Item, question: Message) -> None:
    """Nothing reaches them: the desk calls, and presses what they say."""
    on_duty = staff.of_place(speaker, own.home_id)
    for person_id in on_duty:
        reveals.add(speaker.tx, own.person_id, person_id, own.id, "address and phone", speaker.now)
    card = cards.staff_card(speaker, own, item)
    message = Message(text=Text("outcome-call", {"card": card}), choices=question.choices, key=question_key(own))
    for person_id in on_duty:
        speaker.tell(person_id, message)
