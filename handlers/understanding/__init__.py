"""What a text may mean. Pure functions: a text and a snapshot in, a reading out; no database, no network."""

from handlers.understanding.danger import Danger, DangerLevel
from handlers.understanding.doors import find_door
from handlers.understanding.ease import age_told, wants_large, wants_repeat
from handlers.understanding.greetings import courtesy_of, is_greeting, wants_person
from handlers.understanding.matches import Match
from handlers.understanding.nearby import nearness
from handlers.understanding.numbers import bare_number
from handlers.understanding.phones import find_phones, normalise_phone
from handlers.understanding.reading import Reading, understand
from handlers.understanding.redaction import HIDDEN, redact
from handlers.understanding.snapshot import Snapshot, said_of
from handlers.understanding.steering import agrees, disagrees, way_of
from handlers.understanding.suspects import without_suspects
from handlers.understanding.times import Window, any_time, mentioned_time, next_parts, part_of, read_time
from handlers.understanding.trained import Trained, digest
from handlers.understanding.verdicts import Verdict, verdict_of
from handlers.understanding.whom import ForWhom, for_whom

__all__ = [
    "HIDDEN",
    "Danger",
    "DangerLevel",
    "ForWhom",
    "Match",
    "Reading",
    "Snapshot",
    "Trained",
    "Verdict",
    "Window",
    "age_told",
    "agrees",
    "any_time",
    "bare_number",
    "courtesy_of",
    "digest",
    "disagrees",
    "find_door",
    "find_phones",
    "for_whom",
    "is_greeting",
    "mentioned_time",
    "nearness",
    "next_parts",
    "normalise_phone",
    "part_of",
    "read_time",
    "redact",
    "said_of",
    "understand",
    "verdict_of",
    "wants_large",
    "wants_person",
    "wants_repeat",
    "way_of",
    "without_suspects",
]
