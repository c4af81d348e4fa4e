"""Read a whole pack, file by file, each checked against those before it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.life.days_off import DaysOff
from handlers.packs.calendar import CALENDAR, read_calendar
from handlers.packs.cards import CARDS, read_cards
from handlers.packs.catalogue import Catalogue, codes_of, read_catalogue
from handlers.packs.emergency import read_emergency
from handlers.packs.faq import read_faq
from handlers.packs.faults import PackFault, PackInvalid
from handlers.packs.files import open_file, open_node
from handlers.packs.model import (
    VISITS_A_DAY,
    Consent,
    Desk,
    Emergency,
    Facility,
    FaqEntry,
    Pack,
    PackPerson,
    Place,
    Team,
)
from handlers.packs.opening import Hours
from handlers.packs.people import LANGUAGES, read_people, read_teams
from handlers.packs.phrases import FOLDER, read_phrases
from handlers.packs.places import read_places
from handlers.packs.section import Section
from handlers.packs.sheets import PHRASES, Sheet, as_yaml, phrase_sheets, targets, with_sheets

FILES = ("pack.yaml", "places.yaml", "catalogue.yaml", "faq.yaml", "emergency.yaml", "teams.yaml", "people.yaml")

MOST_VISITS_A_DAY = 20


def read_pack(folder: Path, sheets: Sequence[Sheet] = ()) -> Pack:
    """The pack in `folder`, with the sheets of its workbooks.

    Raises PackInvalid with every fault that was found, each with its file and line (or sheet and row).
    """
    faults: list[PackFault] = []
    files = [open_file(folder, name, faults, sheets) for name in FILES]
    opened = [file for file in files if file is not None]
    if len(opened) < len(FILES):  # references into a missing file would all look wrong
        raise PackInvalid(faults)
    spoken = [open_file(folder, name, faults) for name in phrase_files(folder)]
    spoken += [open_file(folder, PHRASES, faults, some) for some in phrase_sheets(sheets).values()]
    pack = _with_phrases(_read(*opened), [file for file in spoken if file is not None])
    pack = _with_cards(pack, folder, faults, sheets)
    pack = _with_calendar(pack, folder, faults)
    if faults:
        raise PackInvalid(faults)
    return pack


def texts_of_sheets(folder: Path, sheets: Sequence[Sheet]) -> dict[str, str]:
    """The files of a pack of which sheets are a part, as YAML, by their names; the pack was read and is sound."""
    trees = {name: with_sheets(name, open_node(folder, name, [], optional=True), sheets, []) for name in FILES}
    for file, some in phrase_sheets(sheets).items():
        trees[f"{FOLDER}/{Path(file).name}.yaml"] = with_sheets(PHRASES, None, some, [])
    wanted = targets(sheets)
    return {
        name: as_yaml(tree)
        for name, tree in trees.items()
        if tree is not None and (name in wanted or name.startswith(FOLDER))
    }


def phrase_files(folder: Path) -> list[str]:
    """The names of the pack's files of phrases, such as phrases/homes.yaml; none where it has no such folder."""
    return [f"{FOLDER}/{path.name}" for path in sorted((folder / FOLDER).glob("*.yaml"))]


def _with_cards(pack: Pack, folder: Path, faults: list[PackFault], sheets: Sequence[Sheet]) -> Pack:
    if not (folder / CARDS).exists() and CARDS not in targets(sheets):
        return pack
    file = open_file(folder, CARDS, faults, sheets)
    return pack if file is None else replace(pack, cards=read_cards(file, pack.people))


def _with_calendar(pack: Pack, folder: Path, faults: list[PackFault]) -> Pack:
    file = open_file(folder, CALENDAR, faults) if (folder / CALENDAR).exists() else None
    if file is None:
        return pack
    noted = read_calendar(file)
    facilities = tuple(replace(each, opening=_keeping(each.opening, noted)) for each in pack.facilities)
    desk = replace(pack.desk, opening=_keeping(pack.desk.opening, noted))
    return replace(pack, days_off=noted, facilities=facilities, desk=desk)


def _keeping(hours: Hours | None, noted: DaysOff) -> Hours | None:
    return None if hours is None else replace(hours, noted=noted)


def _with_phrases(pack: Pack, files: list[Section]) -> Pack:
    said, asked = read_phrases(files, codes_of(pack.items), codes_of(pack.faq))
    return replace(
        pack,
        items=tuple(replace(item, phrases=said.get(item.code, ())) for item in pack.items),
        faq=tuple(replace(entry, phrases=asked.get(entry.code, ())) for entry in pack.faq),
    )


def _read(
    about: Section,
    places_file: Section,
    catalogue_file: Section,
    faq_file: Section,
    emergency_file: Section,
    teams_file: Section,
    people_file: Section,
) -> Pack:
    places = read_places(places_file)
    where = codes_of(places)
    phones = _phones(about)
    catalogue = read_catalogue(catalogue_file, phones)
    known = {handler.code: handler for handler in catalogue.handlers}
    for code in phones:
        if code not in known:
            about.fault(f"phones: there is no handler {code}", "phones")
    facilities, faq = read_faq(faq_file, where, codes_of(catalogue.items))
    emergency = read_emergency(emergency_file, catalogue.items, known)
    teams = read_teams(teams_file, where, catalogue.handlers)
    language = about.one_of("language", LANGUAGES, "language")
    people = read_people(people_file, where, codes_of(teams), language)
    return _assemble(about, language, places, catalogue, facilities, faq, emergency, teams, people)


def _phones(about: Section) -> dict[str, str]:
    if not about.has("phones"):
        return {}
    table = about.section("phones")
    phones = {code: table.phone_shown(code) for code in table.names()}
    table.close()
    return phones


def _assemble(
    about: Section,
    language: str,
    places: tuple[Place, ...],
    catalogue: Catalogue,
    facilities: tuple[Facility, ...],
    faq: tuple[FaqEntry, ...],
    emergency: Emergency,
    teams: tuple[Team, ...],
    people: tuple[PackPerson, ...],
) -> Pack:
    about.version(1)
    pack = Pack(
        code=about.code(),
        name=about.text("name"),
        name_en=about.text("name_en"),
        demo=about.flag("demo"),
        language=language,
        timezone=about.parsed("timezone", _zone, ""),
        desk=_desk(about.section("desk")),
        consent=_consent(about.section("consent")),
        places=places,
        tiers=catalogue.tiers,
        needs=catalogue.needs,
        care_triggers=catalogue.care_triggers,
        handlers=catalogue.handlers,
        series=catalogue.series,
        items=catalogue.items,
        facilities=facilities,
        faq=faq,
        emergency=emergency,
        teams=teams,
        people=people,
        visits_a_day=_visits_a_day(about),
    )
    about.close()
    return pack


def _visits_a_day(about: Section) -> int:
    if not about.has("visits"):
        return VISITS_A_DAY
    section = about.section("visits")
    most = section.count("most_a_day", VISITS_A_DAY, MOST_VISITS_A_DAY)
    section.close()
    return most


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("not a time zone such as Asia/Shanghai") from error
    return text


def _desk(section: Section) -> Desk:
    desk = Desk(
        name=section.text("name"),
        name_en=section.text("name_en"),
        phone=section.phone_shown("phone"),
        hours=section.text("hours", ""),
        hours_en=section.text("hours_en", ""),
        opening=section.opening("hours"),
    )
    section.close()
    return desk


def _consent(section: Section) -> Consent:
    consent = Consent(
        who=section.text("who"),
        who_en=section.text("who_en"),
        keeps=section.text("keeps"),
        keeps_en=section.text("keeps_en"),
        contact=section.text("contact"),
        contact_en=section.text("contact_en"),
    )
    section.close()
    return consent
