"""Reminding: each morning the desk gets what nobody could answer, coordinators what waits for their yes, and whoever
looks after an answer hears, once, that its review date is over."""

from datetime import time, timedelta

from handlers import staff
from handlers.learning import knowledge, listing
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Job
from handlers.turn import Speaker
from storage import answer_drafts, answers, people, phrases, places, settings, unanswered

AT, UNTIL = time(8, 30), time(9)  # here, each day; a morning that was missed is made up for until the evening
EVENING = time(20)
SHOWN = 3  # with "all" four
MOST_OLD = 10  # answers in one message; the others follow the next morning
MOST_COMMUNITIES = 50
LISTED = "unanswered listed"


def each_morning(speaker: Speaker) -> bool:
    """Tells them all, once a day. False: it is done in one go."""
    here = speaker.now.astimezone(speaker.community.zone)
    missed = settings.read(speaker.tx, LISTED) is not None  # the first day of a new service has missed nothing
    if not AT <= here.time() < (EVENING if missed else UNTIL):
        return False
    if not settings.claim(speaker.tx, LISTED, here.date().isoformat()):
        return False
    _unanswered(speaker)
    _waiting(speaker)
    _old(speaker)
    return False


def owners(speaker: Speaker, owner: str) -> list[int]:
    """Who looks after answers of this owner (a handler's code, or a name of the pack); nobody where that is unknown."""
    handler = next((each for each in speaker.community.pack.handlers if each.code == owner), None)
    if handler is not None and handler.kind == "desk":
        return _of_roles(speaker, ("desk",))
    person = people.read_by_code(speaker.tx, owner) if owner and handler is None else None
    return [person.id] if person is not None and person.state == "joined" else []


def _unanswered(speaker: Speaker) -> None:
    found = unanswered.groups(speaker.tx, SHOWN)
    if found:
        n = unanswered.count_open(speaker.tx)
        ways = (*(listing.line_of(each) for each in found), choice("unanswered.list", "unanswered-all"))
        _tell(speaker, _of_roles(speaker, staff.STAFF), Text("unanswered-morning", {"n": n}), *ways)


def _waiting(speaker: Speaker) -> None:
    said, written = phrases.count_proposed(speaker.tx), answer_drafts.count_open(speaker.tx)
    ways = [choice("phrase.review", "teach-phrases", n=said)] if said else []
    if written:
        ways.append(choice("teach.drafts", "teach-drafts", n=written))
    if ways:
        _tell(speaker, _of_roles(speaker, ("coordinator",)), Text("teach-morning"), *ways)


def _old(speaker: Speaker) -> None:
    """Answers past their review date, each once, gathered by those who look after them."""
    today = speaker.now.astimezone(speaker.community.zone).date()
    told = answers.flagged(speaker.tx)
    old = [one for one in knowledge.all(speaker) if knowledge.is_old(one, today) and told.get(one.code) != _due(one)]
    for owner in dict.fromkeys(entry.owner for entry in old):
        theirs = [entry for entry in old if entry.owner == owner][:MOST_OLD]
        ways = [choice(f"answer.show:{each.code}", "plain", text=listing.named(each)) for each in theirs]
        text = Text("answer-morning-old", {"n": len(theirs)})
        if not _tell(speaker, owners(speaker, owner), text, *ways):
            _tell(speaker, _of_roles(speaker, ("coordinator",)), text, *ways)
        for entry in theirs:
            answers.flag(speaker.tx, entry.code, _due(entry))


def _due(entry: FaqEntry) -> str:
    return entry.review_due.isoformat() if entry.review_due else ""


def _tell(speaker: Speaker, people_ids: list[int], text: Text, *ways: Choice) -> int:
    message = Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True)
    return sum(speaker.tell(person, message) for person in people_ids)


def _of_roles(speaker: Speaker, roles: tuple[str, ...]) -> list[int]:
    """Those on these roles in every community, who is away replaced by their cover."""
    communities = places.of_kind(speaker.tx, "community", limit=MOST_COMMUNITIES)
    found = (person for one in communities for person in staff.of_place(speaker, one.id, roles))
    return list(dict.fromkeys(found))


JOBS = (Job("list what nobody could answer", timedelta(minutes=5), each_morning),)
