"""cards.yaml: whom the liaison stations look after, and who looks after them. A pack need not have one."""

from collections.abc import Collection, Mapping

from handlers.packs import birthdays
from handlers.packs.codes import Codes
from handlers.packs.model import PackCard, PackPerson
from handlers.packs.section import Section

CARDS = "cards.yaml"
GROUPS = ("alone", "over_80", "disabled", "hardship")
WISHES = ("visit", "call", "none")


def read_cards(file: Section, people: Collection[PackPerson]) -> tuple[PackCard, ...]:
    """The cards; all whom they name stand among `people`."""
    file.version(1)
    by_name, taken = {person.name: person for person in people}, Codes("person")
    cards = []
    for section in file.sections("cards", optional=True):
        card = _card(section, by_name)
        taken.add(section, card.person, "person")
        cards.append(card)
    file.close()
    return tuple(cards)


def _card(section: Section, by_name: Mapping[str, PackPerson]) -> PackCard:
    card = PackCard(
        person=section.one_of("person", by_name, "person"),
        liaison=section.one_of("liaison", by_name, "person", "") or None,
        deputy=section.one_of("deputy", by_name, "person", "") or None,
        member=section.flag("member"),
        groups=section.many_of("groups", GROUPS, "group", optional=True),
        birthday=section.parsed("birthday", birthdays.parse, None, ""),
        wish=section.one_of("wish", WISHES, "wish", "") or None,
    )
    _check(section, card, by_name)
    section.close()
    return card


def _check(section: Section, card: PackCard, by_name: Mapping[str, PackPerson]) -> None:
    person = by_name.get(card.person)
    if person is not None and person.home is None:
        section.fault(f"{card.person}: home is missing among the people, so that no station is known", "person")
    if card.deputy and card.deputy == card.liaison:
        section.fault(f"{card.deputy} cannot stand in for themselves", "deputy")
    for key, name in (("liaison", card.liaison), ("deputy", card.deputy)):
        who = by_name.get(name or "")
        if who is not None and "liaison" not in who.roles:
            section.fault(f"{name} is no liaison", key)
        if name and name == card.person:
            section.fault(f"{name} cannot look after themselves", key)
