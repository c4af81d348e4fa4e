"""Speaking of somebody, or of oneself: what becomes of the form of /care.

The neighbour is found by number, name and house, and is asked; whoever spoke of them hears the same in every case.
"""

from dataclasses import replace
from datetime import timedelta

from handlers import permissions
from handlers.asking.caller_slip import KNOWN_STATES
from handlers.danger import emergencies
from handlers.errors import Refused
from handlers.message import choice
from handlers.occasions import care_answers, deaths, raising, station, violence
from handlers.turn import Turn
from handlers.understanding.same_names import same_name
from storage import cards, occasions, people
from storage.occasions import Occasion
from storage.people import Person
from storage.phones import Phone

SELF, OTHER = "self", "other"
MOST_A_DAY = 5  # neighbours of whom one person speaks in a day; our people are not counted
MOST_LIVE_THERE = 500


def done(turn: Turn) -> None:
    """All is answered: a neighbour is asked, one's own visit arranged; whoever is hurt gets help first."""
    if turn.dialogue.answers["whom"] == OTHER:
        _of_neighbour(turn)
    elif turn.dialogue.answers.get("hurt") == "yes":
        _in_danger(turn)
    else:
        _of_oneself(turn)


def _of_neighbour(turn: Turn) -> None:
    """The offer goes to the neighbour; whoever spoke of them hears the same, whatever comes of it."""
    answers = turn.dialogue.answers
    ours, hurt = permissions.may(turn.roles, "file for another"), answers.get("hurt") == "yes"
    if not ours and not hurt:
        _must_not_be_too_many(turn)
    place_id, source = _place_id(turn), "liaison" if ours else "neighbour"
    name = _living(turn, place_id)
    if not name:
        turn.say("care-thanks-died")
        return
    person = _meant(turn, name, place_id, str(answers.get("phone") or ""))
    if hurt:
        home = station.of(turn, person, place_id)
        found = None if home is None else violence.raise_it(turn, person, home, source, turn.person.id, None)
    else:
        kind = str(answers["kind"])
        found = raising.raise_it(turn, person, kind, source, turn.person.id, place_id=place_id)
    number = care_answers.NO_MISTAKE if found is None else found.id
    turn.say("care-danger-noted" if hurt else "care-thanks", choice(f"care.mistake:{number}", "care-mistake"))


def _must_not_be_too_many(turn: Turn) -> None:
    """Of violence everybody may tell at any time; of all else a few times a day. Raises Refused."""
    if occasions.count_by(turn.tx, turn.person.id, turn.now - timedelta(days=1)) >= MOST_A_DAY:
        raise Refused("care-enough", phone=turn.community.pack.desk.phone)


def _living(turn: Turn, place_id: int | None) -> str:
    """Who may need care, by name; after a death somebody of the family, or nobody (empty) where none was named."""
    answers = turn.dialogue.answers
    dead = str(answers.get("dead") or "")
    if not dead:
        return str(answers["name"])
    family = str(answers.get("family") or "").strip()
    living = "" if family == dead.strip() else family
    if place_id is not None:
        deaths.tell(turn, dead, place_id, alone=not living)
    return living


def _of_oneself(turn: Turn) -> None:
    """Nothing needs to be offered to somebody who asks: it is arranged at once."""
    kind, call = str(turn.dialogue.answers["kind"]), turn.dialogue.answers["how"] == "call"
    known = [each for each in occasions.of_person(turn.tx, turn.person.id) if each.kind == kind]
    waiting = next((each for each in known if occasions.planned_visits(turn.tx, each.id)), None)
    if waiting is not None:
        raise Refused("care-already", choice(f"care.off:{waiting.id}", "care-off"))
    asked = next((each for each in known if each.state in occasions.OPEN), None)
    occasion = occasions.lock(turn.tx, asked.id) if asked is not None else _own(turn, kind)
    if occasion is None:
        raise Refused("choice-unknown")
    care_answers.settle(turn, occasion, call=call)


def _own(turn: Turn, kind: str) -> Occasion | None:
    place_id = station.of(turn, turn.person)
    if place_id is None:
        return None
    return occasions.create(
        turn.tx,
        person_id=turn.person.id,
        place_id=place_id,
        kind=kind,
        source="member",
        state=occasions.OFFERED,
        raised_by=turn.person.id,
        request_id=None,
        due=None,
        now=turn.now,
    )


def _in_danger(turn: Turn) -> None:
    """Whoever is hurt at home gets the number to call first, and our people at once."""
    code = violence.own_item(turn)
    if code is None:
        turn.say("care-danger-self")
        return
    emergencies.picked(turn, code, "")


def _place_id(turn: Turn) -> int | None:
    """Where the neighbour lives, as far as it was said: without a building it is somebody of the same community."""
    place = turn.dialogue.answers.get("place")
    return int(place) if place else station.of(turn, turn.person)


def _meant(turn: Turn, name: str, place_id: int | None, phone: str) -> Person:
    """Whom a neighbour speaks of: by the number, by the very name in that house, or the one there whom we look after
    and who may be called so; otherwise somebody new, whom our people look for.

    After a death only the very name counts: the number may be that of the dead, and the family is called alike. Nor is
    anybody meant by a name that is only alike where no house was said.
    """
    answers = turn.dialogue.answers
    died = bool(answers.get("dead"))
    by_phone = people.with_phone(turn.tx, Phone(phone)) if phone and not died else []
    live_there = occasions.neighbours(turn.tx, place_id, MOST_LIVE_THERE) if place_id is not None else []
    known = [each for each in live_there if each.state in KNOWN_STATES]
    exact = [each for each in known if each.name.strip() == name.strip()]
    alike = [] if died or not answers.get("place") else known
    likely = [each for each in alike if each.name and same_name(each.name, name) and _has_card(turn, each)]
    for found in ([each for each in by_phone if each.state in KNOWN_STATES], exact, likely):
        if len(found) == 1:
            return found[0]
    new = replace(people.create(turn.tx, turn.person.language, turn.now), state="known")
    new.name, new.phone, new.place_id = name, Phone(phone) if phone else None, place_id
    people.save(turn.tx, new)
    return new


def _has_card(turn: Turn, person: Person) -> bool:
    card = cards.of_person(turn.tx, person.id)
    return card is not None and card.state == cards.OPEN
