"""The task card: all that a helper needs, privately, with what can be done next. It is edited as the task goes on."""

from dataclasses import replace as replaced

from handlers import cards, renewing
from handlers.helping import door_codes, holding, promises
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Speaker
from storage import media, people, reveals, service_requests
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest


def key_of(request_id: int) -> str:
    """The key of a request's task card."""
    return f"help:{request_id}"


def news_key(request_id: int) -> str:
    """The key of what the helper was told since: what the resident added, corrected, answered."""
    return f"news:{request_id}"


def show(speaker: Speaker, request: ServiceRequest, item: Item, helper_id: int) -> None:
    """Gives a helper the task: whom to visit, where, the phone, the half of the door code; then asks when they come.

    Each such reveal is logged. From now on the helper is reminded, and asked where nothing is heard of them.
    """
    assignment = holding.of_helper(speaker, request, helper_id)
    if assignment is None:
        return
    tell(speaker, request, item, assignment)
    if item.urgency != "emergency" and assignment.due_at is None:
        promises.ask(speaker, request, item, assignment)
    promises.watch(speaker, request, item, assignment)


def tell(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> None:
    """Says the card to the one who holds the task."""
    helper_id = assignment.person_id
    for subject in request.people:
        reveals.add(speaker.tx, subject, helper_id, request.id, "address and phone", speaker.now)
    digests = [media.read(speaker.tx, number).digest for number in service_requests.media(speaker.tx, request.id)]
    photos = tuple(digest for digest in digests if digest)
    message = _message(speaker, request, item, assignment, photos)
    renewing.tell_anew(speaker, helper_id, message, Text("card-below", {"number": request.number}))


def refresh(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> None:
    """The card as it is now, where it stands."""
    message = _message(speaker, request, item, assignment, ())
    speaker.edit(key_of(request.id), message, assignment.person_id)


def hide(speaker: Speaker, request: ServiceRequest, helper_id: int) -> None:
    """Address and phone disappear from the chat of somebody who no longer helps with the request."""
    replace(speaker, request, helper_id, "help-over")


def replace(speaker: Speaker, request: ServiceRequest, helper_id: int, key: str) -> None:
    """The card says that it is over, in the words of `key`, and shows nothing else."""
    over = Message(text=Text(key, {"number": request.number}))
    speaker.edit(key_of(request.id), over, helper_id)
    speaker.edit(news_key(request.id), over, helper_id)


def tell_news(speaker: Speaker, request: ServiceRequest, item: Item, helper_id: int, news: Message) -> None:
    """Says what is new about the task; it ends with the task, and the card says it too."""
    keyed = replaced(news, key=news_key(request.id), sensitive=item.sensitive)
    renewing.tell_anew(speaker, helper_id, keyed, Text("news-on-card", {"number": request.number}))


def _message(
    speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment, photos: tuple[str, ...]
) -> Message:
    return Message(
        text=_text(speaker, request, item, assignment),
        choices=ways(request, assignment),
        key=key_of(request.id),
        lasting=True,
        media=photos,
        sensitive=item.sensitive,
    )


def _text(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> Text:
    beside = [each for each in holding.helpers(speaker, request) if each != assignment.person_id]
    due = assignment.due_at
    return cards.joined(
        [
            cards.helper_card(speaker, request, item),
            Text("task-with", {"names": [people.read(speaker.tx, each).name for each in beside]}) if beside else None,
            Text("task-due", {"at": due}) if due else None,
            Text("task-waiting") if holding.waits(speaker, request) else None,
            _half(speaker, request, item, assignment),
        ]
    )


def _half(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> Text | None:
    if item.urgency == "emergency" or request.person_id == assignment.person_id:
        return None
    helpers_half, _ = door_codes.give(speaker, request, assignment)
    return Text("task-half", {"half": helpers_half}) if door_codes.holds(assignment, speaker.now) else None


def ways(request: ServiceRequest, assignment: Assignment) -> tuple[Choice, ...]:
    """What can be done next, four at most; the rest stands behind "more"."""
    number = request.id
    if assignment.arrived_at is not None:
        step: tuple[Choice, ...] = ()
    elif assignment.contacted_at is not None:
        step = (choice(f"help.arrive:{number}", "help-arrive"),)
    else:
        step = (choice(f"help.contact:{number}", "help-contact"),)
    return (
        *step,
        choice(f"help.finish:{number}", "help-finish"),
        choice(f"help.return:{number}", "help-return"),
        choice(f"help.more:{number}", "help-more"),
    )


def more_ways(request: ServiceRequest, assignment: Assignment) -> tuple[Choice, ...]:
    """What stands behind "more"."""
    number = request.id
    last = (
        choice(f"come.other:{assignment.id}", "come-change")
        if assignment.contacted_at is not None or assignment.arrived_at is not None
        else choice(f"help.arrive:{number}", "help-arrive")
    )
    return (
        choice(f"line.open:{number}", "help-talk"),
        choice(f"wait.ask:{number}", "help-wait"),
        choice(f"pass.whom:{number}", "help-pass"),
        last,
    )
