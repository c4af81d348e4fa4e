"""Reading: /news. The topics, the last twenty items of each at any time, and one item with its address."""

from handlers import cards as request_cards
from handlers import permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Choice, Message, Named, Text, choice, named_choice
from handlers.notices import subjects
from handlers.routing import Route
from handlers.turn import Turn
from storage import notices, places, subscriptions
from storage.notices import Notice

LAST = 20
PAGE = 8
PUBLISH = "approve broadcast"  # coordinators and secretaries make things public, each in their unit


def show(turn: Turn) -> None:
    """The topics; those who may publish find the way to it here."""
    mine = set(subscriptions.of_person(turn.tx, turn.person.id))
    ways = [choice(f"news.about:{code}", _label(code, mine), subject=subjects.name(code)) for code in subjects.SUBJECTS]
    if permissions.may(turn.roles, PUBLISH):
        ways.append(choice("news.write", "news-write"))
    turn.send(Message(text=_linked(turn, Text("news-topics"), "/news"), choices=tuple(ways), lasting=True))


def about(turn: Turn) -> None:
    """What was said under a topic last, the newest first; page after page."""
    code, _, page = turn.argument.partition("/")
    turn.argument = code
    subject = subjects.of_press(turn)
    found = notices.latest(turn.tx, subject, LAST)
    items = [named_choice(f"news.item:{each.id}", each.title) for each in found]
    shown = steering.page_of(items, page, PAGE, f"news.about:{subject}")
    head = Text("news-about" if found else "news-about-none", {"subject": subjects.name(subject)})
    text = _linked(turn, head, f"/news/{subject}")
    turn.send(Message(text=text, choices=(*shown, bell(turn, subject)), lasting=True))


def item(turn: Turn) -> None:
    """One item, as it stands now."""
    notice = notices.read(turn.tx, turn.argument_id())
    if notice is None or notice.state != notices.PUBLISHED:
        raise Refused("news-withdrawn")
    ways = [bell(turn, notice.subject), choice(f"news.about:{notice.subject}", "news-more")]
    if may_change(turn, notice):
        ways += [
            choice(f"news.correct:{notice.id}", "news-correct"),
            choice(f"news.withdraw:{notice.id}", "news-withdraw"),
        ]
    turn.send(Message(text=written(turn, notice), choices=tuple(ways), lasting=True))


def written(turn: Turn, notice: Notice) -> Text:
    """An item as it is read in a chat."""
    place = places.read(turn.tx, notice.place_id)
    values = {
        "title": notice.title,
        "words": notice.words,
        "unit": Named(place.name, place.name_en),
        "day": notice.published_at,
    }
    corrected = [Text("news-corrected")] if notice.revision > 1 else []
    whole = request_cards.joined([Text("news-item", values), *corrected])
    return _linked(turn, whole, f"/news/{notice.subject}/{notice.id}")


def may_change(turn: Turn, notice: Notice) -> bool:
    """Whether somebody may correct or withdraw an item: who may publish for its unit."""
    return permissions.may(turn.roles, PUBLISH, path=places.read(turn.tx, notice.place_id).path)


def bell(turn: Turn, subject: str) -> Choice:
    """The way to hear of a topic, or to hear of it no more."""
    on = subject in subscriptions.of_person(turn.tx, turn.person.id)
    return choice(f"news.off:{subject}", "news-off") if on else choice(f"news.on:{subject}", "news-on")


def subscribe(turn: Turn) -> None:
    """Whatever comes under a topic is sent to them from now on."""
    subject = subjects.of_press(turn)
    subscriptions.add(turn.tx, turn.person.id, subject, turn.now)
    turn.say("news-subscribed", choice(f"news.off:{subject}", "news-off"), subject=subjects.name(subject))


def unsubscribe(turn: Turn) -> None:
    """Nothing of a topic is sent to them any more; it can be read as before."""
    subject = subjects.of_press(turn)
    subscriptions.remove(turn.tx, turn.person.id, subject)
    turn.say("news-unsubscribed", choice(f"news.on:{subject}", "news-on"), subject=subjects.name(subject))


def _label(code: str, mine: set[str]) -> str:
    return "news-topic-on" if code in mine else "news-topic"


def _linked(turn: Turn, text: Text, path: str) -> Text:
    """With the address of the same on our pages, where they can be reached from outside."""
    url = turn.community.entrances().public_url
    return request_cards.joined([text, Text("news-link", {"link": f"{url}{path}"})]) if url else text


ROUTES = (
    Route("command", "news", show, menu="resident"),
    Route("press", "news.open", show),
    Route("press", "news.about", about),
    Route("press", "news.item", item),
    Route("press", "news.on", subscribe),
    Route("press", "news.off", unsubscribe),
)
