"""Options: what can be chosen of each kind, by buttons; a chosen one bears a tick, and a second press takes it back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers import forms
from handlers.audience import wording
from handlers.audience.audience import OLDEST, ROLES, Audience, with_place
from handlers.audience.reach import Reach
from handlers.errors import Refused
from handlers.message import Choice, Text
from handlers.texts import LANGUAGES
from handlers.turn import Turn
from storage import places
from storage.errors import NotFound
from storage.places import Place

FORM, QUESTION = "audience", "whom"
AGES = ((0, 17), (18, 59), (60, OLDEST), (70, OLDEST), (80, OLDEST))
PLACES, ROLE, TEAM, SKILL, SUBJECT, AGE, LANGUAGE = "place", "role", "team", "skill", "subject", "age", "lang"
KINDS = (PLACES, ROLE, TEAM, SKILL, SUBJECT, AGE, LANGUAGE)
FIELDS = {ROLE: "roles", TEAM: "teams", SKILL: "skills", SUBJECT: "subjects", AGE: "ages", LANGUAGE: "languages"}
FLAGS = {"alone": "alone", "here": "not_away"}
PAGE = 8
MOST_CHILDREN = 1_000


def pick(value: object, key: str, **values: object) -> Choice:
    """A choice of the question whom it concerns."""
    return forms.pick(FORM, QUESTION, value, key, **values)


def named(value: object, name: object, chosen: bool = False) -> Choice:
    """The same with a name out of the data, ticked where it is chosen."""
    return pick(value, "audience-on" if chosen else "plain", text=name)


def of_kind(turn: Turn, reach: Reach, audience: Audience, kind: str) -> list[Choice]:
    """What can be chosen of a kind, as far as the person may write."""
    chosen = getattr(audience, FIELDS[kind])
    found = _values(turn, reach, kind)
    return [named(f"x/{code}", name, value in chosen) for code, value, name in found]


def toggled(turn: Turn, reach: Reach, audience: Audience, kind: str, code: str) -> Audience:
    """The audience with a value of a kind chosen, or chosen no more. Refused where the person cannot choose it."""
    value = next((value for known, value, _ in _values(turn, reach, kind) if known == code), None)
    if value is None:
        raise Refused("choice-unknown")
    chosen = getattr(audience, FIELDS[kind])
    fresh = tuple(each for each in chosen if each != value) if value in chosen else (*chosen, value)
    changes: dict[str, Any] = {FIELDS[kind]: fresh}
    return replace(audience, **changes)


def flagged(audience: Audience, flag: str) -> Audience:
    """The audience with a property asked for, or asked for no more. Refused for another name."""
    if flag not in FLAGS:
        raise Refused("choice-unknown")
    changes: dict[str, Any] = {FLAGS[flag]: not getattr(audience, FLAGS[flag])}
    return replace(audience, **changes)


def at_place(turn: Turn, audience: Audience, place: Place) -> list[Choice]:
    """A place whole, and what lies in it: buildings are chosen, other places opened."""
    whole = Text("audience-whole", {"place": wording.place_name(turn, place)})
    found = [named(f"x/{place.id}", whole, place.id in audience.places)]
    for child in places.children(turn.tx, place.id, MOST_CHILDREN):
        name = wording.place_name(turn, child)
        if child.kind == "building":
            found.append(named(f"x/{child.id}", name, child.id in audience.places))
        else:
            found.append(pick(f"in/{child.id}", "audience-inside", place=name))
    return found


def chosen_place(turn: Turn, reach: Reach, audience: Audience, number: str) -> Audience:
    """The audience with a place chosen, or chosen no more."""
    return replace(audience, places=with_place(turn, audience, own_place(turn, reach, number)))


def own_place(turn: Turn, reach: Reach, number: str) -> Place:
    """A place that a press names. Refused where there is none, or where it is not the person's."""
    try:
        place = places.read(turn.tx, int(number)) if number.isdecimal() else None
    except NotFound:
        place = None
    if place is None or not reach.place(place):
        raise Refused("not-allowed")
    return place


def _values(turn: Turn, reach: Reach, kind: str) -> Sequence[tuple[str, Any, object]]:
    """(its code in an action, the value, its name) of all that can be chosen of a kind."""
    if kind == ROLE:
        return [(role, role, wording.role_name(role)) for role in ROLES]
    if kind == TEAM:
        return [(str(each.id), each.id, wording.team_name(turn, each.id)) for each in reach.teams_below(turn)]
    if kind == SKILL:
        known = (each.code for each in turn.community.pack.handlers if each.kind == "volunteer_skill")
        return [(code, code, wording.skill_name(turn, code)) for code in known]
    if kind == SUBJECT:
        return [(code, code, wording.subject_name(code)) for code in wording.SUBJECTS]
    if kind == AGE:
        return [(f"{first}-{last}", (first, last), wording.age_name((first, last))) for first, last in AGES]
    return [(code, code, wording.language_name(code)) for code in LANGUAGES]
