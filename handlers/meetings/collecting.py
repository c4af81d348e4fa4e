"""Collecting: what a meeting should be about, and what partners can do for it, is asked for; the convenor decides."""

from handlers import cards, forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.meetings import meeting_card, rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import agenda_items, meetings, places
from storage.agenda_items import ACCEPTED, DECLINED, OFFER, PROPOSED, TOPIC, AgendaItem
from storage.meetings import PLANNED, Meeting

MOST_ITEMS = 60  # of one meeting
MOST_OF_ONE = 5  # of one person for one meeting
MOST_WORDS = 200  # characters
PAGE = 10


def ask_all(speaker: Speaker, meeting: Meeting) -> None:
    """Representatives, those with a role, and the units below are asked; the convenor hears how many."""
    asked = [
        each for each in rights.asked(speaker, places.read(speaker.tx, meeting.place_id)) if each != meeting.convenor_id
    ]
    ways = (choice(f"agenda.add:{meeting.id}", "agenda-way-add"),)
    text = Text("agenda-please", meeting_card.facts(meeting))
    for person_id in asked:
        speaker.tell(person_id, Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True))
    told = Text("agenda-asked", {"title": meeting.title, "n": len(asked)})
    meeting_card.tell_convenor(speaker, meeting, Message(text=told, choices=ways, lane=Lane.REMINDERS, lasting=True))


def add(turn: Turn) -> None:
    """Somebody who was asked proposes something."""
    meeting = _open(turn, turn.argument_id())
    forms.start(turn, ADD, meeting=str(meeting.id))


def list_items(turn: Turn) -> None:
    """What was proposed: each that waits can be opened by whoever holds the meeting."""
    turn.argument, _, page = turn.argument.partition("/")
    meeting = rights.held(turn, turn.argument_id())
    at = int(page) * PAGE if page.isascii() and page.isdigit() and len(page) < 3 else 0
    found = agenda_items.of_meeting(turn.tx, meeting.id)
    shown = found[at : at + PAGE]
    lines = [Text("agenda-list" if found else "agenda-list-none", {"title": meeting.title})]
    lines += [_line(turn, each, number) for number, each in enumerate(shown, at + 1)]
    waiting = [(number, each) for number, each in enumerate(shown, at + 1) if each.state == PROPOSED]
    ways = [choice(f"agenda.show:{each.id}", "agenda-way-show", n=number) for number, each in waiting]
    if len(found) > at + PAGE:
        ways.append(choice(f"agenda.list:{meeting.id}/{at // PAGE + 1}", "more"))
    if meeting.state == PLANNED and meeting.starts_at > turn.now:
        ways.append(choice(f"agenda.add:{meeting.id}", "agenda-way-add"))
    ways.append(choice(f"meeting.show:{meeting.id}", "meeting-back"))
    turn.send(Message(text=cards.joined(lines), choices=tuple(ways), lasting=True))


def show(turn: Turn) -> None:
    """One proposal, to be decided."""
    item, _ = _proposed(turn)
    turn.send(Message(text=_told(turn, item), choices=_decisions(item)))


def accept(turn: Turn) -> None:
    """It comes onto the agenda; who proposed it hears so."""
    _decide(turn, ACCEPTED, "agenda-accepted")


def decline(turn: Turn) -> None:
    """Not this time; who proposed it hears so, kindly."""
    _decide(turn, DECLINED, "agenda-declined")


def accepted(speaker: Speaker, meeting: Meeting) -> list[AgendaItem]:
    """What stands on the agenda, offers of partners last."""
    found = [each for each in agenda_items.of_meeting(speaker.tx, meeting.id) if each.state == ACCEPTED]
    return sorted(found, key=lambda each: each.kind == OFFER)


def _decide(turn: Turn, state: str, key: str) -> None:
    item, meeting = _proposed(turn)
    if not agenda_items.decide(turn.tx, item.id, state):
        raise Refused("agenda-decided")
    values = {"title": meeting.title, "words": item.words}
    if item.proposed_by is not None and item.proposed_by != turn.person.id:
        turn.tell(item.proposed_by, Message(text=Text(f"{key}-told", values), lane=Lane.REMINDERS))
    turn.say(key, choice(f"agenda.list:{meeting.id}", "meeting-way-agenda"), words=item.words)


def _proposed(turn: Turn) -> tuple[AgendaItem, Meeting]:
    """The proposal that a press names, and its meeting, for whoever holds it. Raises Refused."""
    item = agenda_items.read(turn.tx, turn.argument_id())
    if item is None:
        raise Refused("not-allowed")
    return item, rights.held(turn, item.meeting_id)


def _open(turn: Turn, meeting_id: int) -> Meeting:
    """A meeting for which the person may propose something. Raises Refused."""
    meeting = meetings.lock(turn.tx, meeting_id)
    if meeting is None or not rights.may_propose(turn, meeting):
        raise Refused("not-allowed", closes_form=True)
    if meeting.state != PLANNED or meeting.starts_at <= turn.now:
        raise Refused("agenda-too-late", closes_form=True)
    known = agenda_items.of_meeting(turn.tx, meeting.id)
    own = [each for each in known if each.proposed_by == turn.person.id]
    if len(known) >= MOST_ITEMS or (len(own) >= MOST_OF_ONE and turn.person.id != meeting.convenor_id):
        raise Refused("agenda-full", closes_form=True)
    return meeting


def _ask_kind(turn: Turn) -> Message:
    ways = tuple(pick(ADD.name, "kind", each, f"agenda-kind-{each}") for each in (TOPIC, OFFER))
    return Message(text=Text("agenda-ask-kind"), choices=ways)


def _read_kind(turn: Turn) -> str:
    if turn.argument in (TOPIC, OFFER):
        return turn.argument
    words = " ".join(turn.incoming.text.split())
    if words:  # whoever writes at once what it is about means a topic
        turn.dialogue.answers["words"] = _fitting(words)
        return TOPIC
    raise Again("agenda-words-please", most=MOST_WORDS)


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text(f"agenda-ask-{turn.dialogue.answers['kind']}"))


def _read_words(turn: Turn) -> str:
    return _fitting(" ".join(turn.incoming.text.split()))


def _fitting(words: str) -> str:
    if not 0 < len(words) <= MOST_WORDS:
        raise Again("agenda-words-please", most=MOST_WORDS)
    return words


def _added(turn: Turn) -> None:
    answers = turn.dialogue.answers
    meeting = _open(turn, int(answers["meeting"]))
    own = turn.person.id == meeting.convenor_id
    state = ACCEPTED if own else PROPOSED
    item = agenda_items.add(
        turn.tx, meeting.id, turn.person.id, str(answers["kind"]), str(answers["words"]), turn.now, state
    )
    again = choice(f"agenda.add:{meeting.id}", "agenda-way-more")
    if own:
        turn.say("agenda-own-added", again, choice(f"meeting.show:{meeting.id}", "meeting-back"))
        return
    meeting_card.tell_convenor(
        turn, meeting, Message(text=_told(turn, item), choices=_decisions(item), lane=Lane.REMINDERS)
    )
    turn.say("agenda-added", again)


def _told(turn: Speaker, item: AgendaItem) -> Text:
    name = cards.NOTHING if item.proposed_by is None else meeting_card.name_of(turn, item.proposed_by)
    return Text(f"agenda-new-{item.kind}", {"name": name, "words": item.words})


def _decisions(item: AgendaItem) -> tuple[Choice, ...]:
    return choice(f"agenda.yes:{item.id}", "agenda-yes"), choice(f"agenda.no:{item.id}", "agenda-no")


def _line(turn: Turn, item: AgendaItem, number: int) -> Text:
    values = {"n": number, "words": item.words, "kind": Text(f"agenda-mark-{item.kind}")}
    return Text(f"agenda-line-{item.state}", values)


ADD = Form(
    "agendaadd",
    (Question("kind", _ask_kind, _read_kind, quotes=True), Question("words", _ask_words, _read_words, quotes=True)),
    _added,
    cancelled="meeting-left",
)
FORMS = (ADD,)
ROUTES = (
    Route("press", "agenda.add", add),
    Route("press", "agenda.list", list_items),
    Route("press", "agenda.show", show),
    Route("press", "agenda.yes", accept),
    Route("press", "agenda.no", decline),
)
