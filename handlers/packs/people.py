"""teams.yaml and people.yaml: teams of volunteers, and the people whom a pack knows already."""

from collections.abc import Collection, Iterable
from typing import get_args

import phonenumbers

from handlers.packs.codes import Codes
from handlers.packs.model import Handler, PackPerson, Team, TeamMode
from handlers.packs.section import Section

ROLES = (
    "resident",
    "proxy",
    "volunteer",
    "leader",
    "liaison",
    "grid",
    "desk",
    "coordinator",
    "secretary",
    "admin",
)
LANGUAGES = ("zh-CN", "en")
_HOME_COUNTRY = "CN"
_MODES: tuple[TeamMode, ...] = get_args(TeamMode)


def read_teams(file: Section, places: Collection[str], handlers: Iterable[Handler]) -> tuple[Team, ...]:
    """The teams; their skills are the handlers of the kind volunteer_skill."""
    file.version(1)
    skills = [handler.code for handler in handlers if handler.kind == "volunteer_skill"]
    taken = Codes("team")
    teams = tuple(_team(section, places, skills, taken) for section in file.sections("teams", optional=True))
    file.close()
    return teams


def _team(section: Section, places: Collection[str], skills: Collection[str], taken: Codes) -> Team:
    mode = section.one_of("mode", _MODES, "mode", "group")
    team = Team(
        code=taken.take(section),
        name=section.text("name"),
        name_en=section.text("name_en", ""),
        place=section.one_of("place", places, "place"),
        skills=section.many_of("skills", skills, "skill"),
        mode="ring" if mode == "ring" else "group",
    )
    section.close()
    return team


def read_people(
    file: Section, places: Collection[str], teams: Collection[str], language: str
) -> tuple[PackPerson, ...]:
    """The people; `language` is the pack's own, for those who name none."""
    file.version(1)
    names, phones = Codes("person"), Codes("phone")
    people: list[PackPerson] = []
    for section in file.sections("people", optional=True):
        person = _person(section, places, teams, language)
        names.add(section, person.name, "name")
        phones.add(section, person.phone or "", "phone")
        people.append(person)
    file.close()
    return tuple(people)


def _person(section: Section, places: Collection[str], teams: Collection[str], language: str) -> PackPerson:
    person = PackPerson(
        name=section.text("name"),
        roles=section.many_of("roles", ROLES, "role"),
        teams=section.many_of("teams", teams, "team", optional=True),
        place=section.one_of("place", places, "place", "") or None,
        home=section.one_of("home", places, "place", "") or None,
        door=section.text("door", ""),
        phone=section.parsed("phone", e164, "", "") or None,
        language=section.one_of("language", LANGUAGES, "language", language),
        born=section.year("born"),
    )
    if not person.place and set(person.roles) - {"resident", "proxy"}:
        section.fault(f"{person.name}: place is missing, where the roles hold")
    if not person.teams and {"volunteer", "leader"} & set(person.roles):
        section.fault(f"{person.name}: teams are missing for a volunteer or leader")
    section.close()
    return person


def e164(text: str) -> str:
    """A telephone number as +8613000000001. Raises ValueError where it is none that could be dialled."""
    try:
        number = phonenumbers.parse(text, _HOME_COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a telephone number") from error
    if phonenumbers.is_possible_number_with_reason(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise ValueError("not a telephone number that could be dialled")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
