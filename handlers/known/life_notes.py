"""Life notes: how they are shown, to the station and to whom they are about, and how their words are read."""

from collections.abc import Sequence
from datetime import datetime

from handlers import cards, forms
from handlers.errors import Refused
from handlers.forms import Again, Question
from handlers.message import Choice, Message, Text, choice, encode
from handlers.turn import Speaker, Turn
from storage import forgetting, life_notes, outbox, people
from storage.cards import Card
from storage.life_notes import Known, LifeNote
from storage.outbox import Outgoing

MOST = 12  # notes of one person at one station: what is short is read
ALL = 10 * MOST  # of all stations at which somebody lived
MOST_WORDS = 200
MOST_EARLIER = 5
STALE_MONTHS = 12
LOOK = "life notes"  # the word of the log


def of(speaker: Speaker, person_id: int) -> list[LifeNote]:
    """What is known of somebody, in the order in which it is numbered everywhere."""
    return life_notes.of_person(speaker.tx, person_id, ALL)


def of_card(speaker: Speaker, card: Card) -> list[LifeNote]:
    """What the station of a card may read of its person."""
    return [note for note in of(speaker, card.person_id) if note.place_id == card.place_id]


def key(person_id: int) -> str:
    """The key of the messages that show what is known of somebody."""
    return f"notes:{person_id}"


def lines(speaker: Speaker, notes: Sequence[LifeNote]) -> list[Text]:
    """The notes, numbered, each with its source, author and day, and whether it should be asked about again."""
    return [Text("known-line", {"n": n, "note": line(speaker, note)}) for n, note in enumerate(notes, 1)]


def line(speaker: Speaker, note: LifeNote) -> Text:
    """One note in words."""
    return Text("known-note", {**_said(speaker, note.known, note.author_id), **_when(speaker, note)})


def earlier(speaker: Speaker, note: LifeNote) -> list[Text]:
    """How a note read before, the latest first."""
    found = life_notes.versions(speaker.tx, note.id, MOST_EARLIER)
    return [
        Text(
            "known-earlier",
            {**_said(speaker, each.known, each.author_id), "day": day(speaker, each.written_at)},
        )
        for each in found
    ]


def numbers(notes: Sequence[LifeNote], action: str) -> tuple[Choice, ...]:
    """A choice for each note. It says the number alone: a label is seen in every channel."""
    return tuple(choice(f"{action}:{note.id}", "known-number", n=n) for n, note in enumerate(notes, 1))


def day(speaker: Speaker, moment: datetime) -> Text:
    """A day with its year, as it is here."""
    here = moment.astimezone(speaker.community.zone)
    return Text("known-day", {"year": str(here.year), "month": str(here.month), "day": str(here.day)})


def months(speaker: Speaker, since: datetime) -> int:
    """How many whole months have gone by since a moment, by the calendar here."""
    zone = speaker.community.zone
    then, now = since.astimezone(zone), speaker.now.astimezone(zone)
    return (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)


def topic_question(form: str) -> Question:
    """What is it about?"""

    def ask(turn: Turn) -> Message:
        ways = tuple(forms.pick(form, "topic", each, f"known-topic-{each}") for each in life_notes.TOPICS)
        return Message(text=Text("known-ask-topic"), choices=ways)

    def read(turn: Turn) -> str:
        if turn.argument not in life_notes.TOPICS:
            raise Again("known-press")
        return turn.argument

    return Question("topic", ask, read)


def read_words(turn: Turn) -> str:
    """Reads the words of a note. Raises Again where there are none, or too many."""
    words = " ".join(turn.incoming.text.split())
    if not words:
        raise Again("known-words-please")
    if len(words) > MOST_WORDS:
        raise Again("known-too-long", most=MOST_WORDS)
    return words


def room(speaker: Speaker, person_id: int, place_id: int) -> None:
    """Raises Refused where as much is written of somebody for this station as is kept. What another station wrote
    takes no room: here nobody sees it, and nobody could delete it."""
    if life_notes.count_at(speaker.tx, person_id, place_id) >= MOST:
        raise Refused("known-full", most=MOST)


def forget_copies(speaker: Speaker, of_key: str) -> None:
    """What was removed is removed from all messages that showed it, too, whoever got them."""
    gone = Message(text=Text("own-forgotten"))
    speaker.edit(of_key, gone)
    for copy in forgetting.older_copies(speaker.tx, of_key):
        row = Outgoing(copy.address_id, copy.account, int(gone.lane), encode(gone), False, speaker.now)
        outbox.edit_message(speaker.tx, row, copy.message, speaker.now)
    forgetting.said_as(speaker.tx, of_key, encode(gone))


def forget(speaker: Speaker, person_id: int) -> int:
    """Removes all that is known of somebody, wherever copies lie; returns how many notes that were."""
    found = life_notes.forget(speaker.tx, person_id)
    if found:
        forget_copies(speaker, key(person_id))
    return found


def _said(speaker: Speaker, known: Known, author_id: int) -> dict[str, object]:
    return {
        "topic": Text(f"known-topic-{known.topic}"),
        "origin": Text(f"known-origin-{known.origin}"),
        "words": known.words,
        "who": people.read(speaker.tx, author_id).name or cards.NOTHING,
    }


def _when(speaker: Speaker, note: LifeNote) -> dict[str, object]:
    n = months(speaker, note.confirmed_at)
    if n >= STALE_MONTHS:
        state = Text("known-stale", {"n": n})
    elif note.confirmed_at > note.written_at:
        state = Text("known-confirmed", {"day": day(speaker, note.confirmed_at)})
    else:
        state = Text("known-fresh")
    return {"day": day(speaker, note.written_at), "state": state}
