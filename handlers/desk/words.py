"""Words of residents: what all of the desk may read of them; and the log of who was shown what stands in them."""

from handlers import cards
from handlers.turn import Speaker
from handlers.understanding import find_phones, redact
from storage import people, reveals

PHONE, ADDRESS = "phone in words", "address and phone"


def without_who(speaker: Speaker, person_id: int, words: str) -> str:
    """Somebody's words without what would tell who and where: before a person of the desk has taken the talk."""
    return redact(words, known=cards.known_words(people.read(speaker.tx, person_id)))


def note_shown(speaker: Speaker, person_id: int, reader_id: int, words: str) -> None:
    """Somebody's words are shown to a reader: a phone or a door in them is noted, as wherever else it is shown."""
    if find_phones(words):
        reveals.add(speaker.tx, person_id, reader_id, None, PHONE, speaker.now)
    elif without_who(speaker, person_id, words) != words:
        reveals.add(speaker.tx, person_id, reader_id, None, ADDRESS, speaker.now)
