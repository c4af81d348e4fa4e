"""Pausing: somebody is away or in hospital; visits stop with one tap, and come again by themselves or with another.

What was planned meanwhile is cancelled and made up for: one visit soon after they are back.
"""

from datetime import UTC, date, datetime, time, timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import caring, rights
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.rhythms import rhythm, standing_for, wave_places
from handlers.routing import Job, Route
from handlers.turn import Speaker, Turn
from handlers.understanding import bare_number
from handlers.visits import day_words
from storage import cards, rhythms
from storage.cards import Card
from storage.transaction import Transaction

AWAY = "away"  # why is not written down: a stay in hospital is nobody's business but theirs
OPEN_END = "open"
OFFERED = (14, 30)  # days
LONGEST = 366  # days
SLICE = 20


def pause(speaker: Speaker, card: Card, until: date | None, actor_id: int | None) -> bool:
    """No visits before that day (None: until somebody says so). The card is locked; False where no rhythm runs."""
    if not rhythms.pause(speaker.tx, card.id, until, AWAY):
        return False
    last = date.max if until is None else until - timedelta(days=1)
    for visit in rhythm.cancel(speaker, rhythm.planned(speaker, card.person_id, last=last), actor_id):
        standing_for.plan_again(speaker.tx, card, visit)
    return True


def resume(speaker: Speaker, card: Card) -> bool:
    """Visits are welcome again. The card is locked; False where nothing was paused."""
    here = day_words.today(speaker.community, speaker.now)
    if card.state != cards.OPEN or not rhythms.resume(speaker.tx, card.id, here):
        return False
    wave_places.join(speaker, card.id)
    return True


def end_pauses(speaker: Speaker) -> bool:
    """Visits begin again for those whose day has come; their liaison hears it. Whether there may be more."""
    found = rhythms.back(speaker.tx, day_words.today(speaker.community, speaker.now), SLICE)
    for card_id in found:
        card = cards.lock(speaker.tx, card_id)
        if card is None or card.state != cards.OPEN:
            rhythms.resume(speaker.tx, card_id, day_words.today(speaker.community, speaker.now))
            rhythm.stop_rhythms(speaker.tx, card_id, "closed")
        elif resume(speaker, card):
            _tell_liaison(speaker, card, Text("pause-over", {"name": caring.name_of(speaker, card.person_id)}), None)
    return bool(found)


def ask(turn: Turn) -> None:
    """A liaison pauses the visits to one of their people."""
    card = rights.require(turn, turn.argument_id())
    forms.start(turn, PAUSE, card=card.id)


def ask_mine(turn: Turn) -> None:
    """Somebody is away for a while themselves; whoever is paused already is asked whether they are back."""
    card = _own(turn)
    running = rhythms.of_card(turn.tx, card.id).values()
    if not any(each.state != rhythms.ENDED for each in running):
        raise Refused("pause-nothing")
    if any(each.state == rhythms.PAUSED for each in running):
        turn.say("pause-are-you-back", choice("pause.back", "pause-back-way"))
        return
    forms.start(turn, PAUSE, card=card.id)


def back(turn: Turn) -> None:
    """Somebody is back themselves."""
    card = _own(turn)
    if not resume(turn, card):
        raise Refused("pause-nothing")
    _tell_liaison(turn, card, Text("pause-over", {"name": turn.person.name}), turn.person.id)
    turn.say("pause-welcome")


def resume_theirs(turn: Turn) -> None:
    """A liaison has the visits to one of their people begin again."""
    card = rights.require(turn, turn.argument_id())
    if not resume(turn, card):
        raise Refused("pause-nothing")
    turn.say("pause-resumed", _way(card), name=caring.name_of(turn, card.person_id))


def _done(turn: Turn) -> None:
    answers = turn.dialogue.answers
    card = cards.lock(turn.tx, int(answers["card"]))
    mine = card is not None and card.person_id == turn.person.id
    if card is None or card.state != cards.OPEN or not (mine or rights.may(turn, card)):
        raise Refused("not-allowed")
    until = None if answers["until"] == OPEN_END else date.fromisoformat(answers["until"])
    if not pause(turn, card, until, turn.person.id):
        raise Refused("pause-nothing")
    key = "open" if until is None else "until"
    values = {} if until is None else {"day": day_words.said(turn.community, until)}
    if mine:
        _tell_liaison(turn, card, Text(f"pause-theirs-{key}", {"name": turn.person.name, **values}), turn.person.id)
        turn.say(f"pause-mine-{key}", choice("pause.back", "pause-back-way"), **values)
        return
    name = caring.name_of(turn, card.person_id)
    turn.say(f"pause-done-{key}", choice(f"rhythm.resume:{card.id}", "pause-resume"), _way(card), name=name, **values)


def _ask_until(turn: Turn) -> Message:
    choices = [forms.pick("pause", "until", days, f"pause-days-{days}") for days in OFFERED]
    return Message(
        text=Text("pause-how-long"), choices=(*choices, forms.pick("pause", "until", OPEN_END, "pause-open"))
    )


def _read_until(turn: Turn) -> str:
    here = day_words.today(turn.community, turn.now)
    words = turn.incoming.text.strip()
    if turn.argument == OPEN_END:
        return OPEN_END
    days = bare_number(turn.argument or words.rstrip("天 days"))
    day = here + timedelta(days=days) if days and days <= LONGEST else day_words.coming_day(words, here)
    if day is None or not here < day <= here + timedelta(days=LONGEST):
        raise Again("pause-day-please")
    return day.isoformat()


def _own(turn: Turn) -> Card:
    card = cards.of_person(turn.tx, turn.person.id)
    card = None if card is None else cards.lock(turn.tx, card.id)
    if card is None or card.state != cards.OPEN:
        raise Refused("pause-nothing")
    return card


def _tell_liaison(speaker: Speaker, card: Card, text: Text, but: int | None) -> None:
    if card.liaison_id is not None and card.liaison_id != but:
        speaker.tell(card.liaison_id, Message(text=text, choices=(_way(card),), lane=Lane.REMINDERS, lasting=True))


def _way(card: Card) -> Choice:
    return choice(f"rhythm.of:{card.id}", "rhythm-way")


def _next_due(tx: Transaction) -> datetime | None:
    day = rhythms.first_back(tx)
    return None if day is None else datetime.combine(day - timedelta(days=1), time(12), UTC)


PAUSE = Form("pause", (Question("until", _ask_until, _read_until, number=True),), _done, cancelled="pause-left")
FORMS = (PAUSE,)
ROUTES = (
    Route("press", "rhythm.pause", ask),
    Route("press", "rhythm.resume", resume_theirs),
    Route("press", "pause.mine", ask_mine),
    Route("press", "pause.back", back),
)
JOBS = (Job("end pauses of visits", timedelta(minutes=30), end_pauses, next_due=_next_due),)
