"""About words: groups, membership and birthday of somebody with a card, for the station and for themselves."""

from handlers import cards as request_cards
from handlers.message import Text
from storage.cards import About, Birthday, Card


def groups(card: Card) -> list[Text]:
    """What they are and belong to, in words."""
    member = (Text("about-member"),) if card.about.member else ()
    return [*member, *(Text(f"about-{each.replace('_', '-')}") for each in card.about.groups)]


def birthday(day: Birthday | None) -> Text:
    """A birthday in words."""
    if day is None:
        return request_cards.NOTHING
    key = "birthday-leap" if day.lunar and day.leap else "birthday-lunar" if day.lunar else "birthday-solar"
    return Text(key, {"month": day.month, "day": day.day})


def line(card: Card | None) -> Text | None:
    """All of it as its person reads it; None where nothing is noted."""
    if card is None or card.about == About():
        return None
    values = {"groups": groups(card) or request_cards.NOTHING, "birthday": birthday(card.about.birthday)}
    return Text("known-about", values)
