"""What a text may mean. Pure functions: a text and a snapshot in, a reading out; no database, no network."""

from handlers.understanding.danger import Danger, DangerLevel
from handlers.understanding.greetings import is_greeting, wants_person
from handlers.understanding.numbers import bare_number
from handlers.understanding.phones import find_phones, normalise_phone
from handlers.understanding.ranking import Match
from handlers.understanding.reading import Reading, Snapshot, understand
from handlers.understanding.redaction import HIDDEN, redact
from handlers.understanding.steering import agrees, way_of

__all__ = [
    "HIDDEN",
    "Danger",
    "DangerLevel",
    "Match",
    "Reading",
    "Snapshot",
    "agrees",
    "bare_number",
    "find_phones",
    "is_greeting",
    "normalise_phone",
    "redact",
    "understand",
    "wants_person",
    "way_of",
]
