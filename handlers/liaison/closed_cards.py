"""Closed cards: two years after a card was closed it is forgotten, and with it whoever died.

Somebody who never wrote to us is forgotten by the rule for neighbours known by name alone (retention), which spares
those whose request is open still.
"""

from datetime import timedelta

from handlers.turn import Speaker
from storage import card_forgetting, consents, people
from storage.people import Person

KEPT = timedelta(days=730)  # as long as the notes of visits (domain.md §7)
SLICE = 20
NEVER_BACK = "died"


def forget_old(speaker: Speaker) -> bool:
    """Forgets a slice of cards that were closed long ago; whether there was any. A rule of the nightly job."""
    found = card_forgetting.old(speaker.tx, speaker.now - KEPT, SLICE)
    for card in found:
        person = people.read(speaker.tx, card.person_id)
        if person.state == NEVER_BACK:
            people.save(speaker.tx, Person(person.id, "left", person.language))
            consents.withdraw_all(speaker.tx, person.id, speaker.now)
        card_forgetting.drop(speaker.tx, card.id)
    return bool(found)
