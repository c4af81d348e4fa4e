"""Browsing: which item of the catalogue is meant, by the best matches, or by series and item with buttons."""

import re
from datetime import datetime, timedelta

from handlers import attachments, cards, forms
from handlers.forms import Again
from handlers.message import Choice, Message, Named, Text, choice
from handlers.turn import Turn
from storage import catalogue, places, service_requests
from storage.places import Place

ALL = "all"
OTHER = "other"
PAGE = 16  # with "more", "other", "back" and "cancel" twenty buttons at most
MOST_MATCHES = 3
SERIES = re.compile(r"in/[^/]+(/[0-9]{1,3})?")  # a series of the catalogue, and the page of it


def ask_item(turn: Turn) -> Message:
    """Asks what it is about: up to three guesses and "none of these", or the catalogue."""
    answers = turn.dialogue.answers
    browse = answers.get("browse") or (None if answers.get("matches") else ALL)
    if browse is None:
        return Message(text=Text("ask-item"), choices=_guesses(turn, answers["matches"]))
    if browse == ALL:
        key = "ask-series-media" if answers.get("media") and not answers.get("words") else "ask-series"
        return Message(text=Text(key), choices=_series(turn))
    series, _, page = browse.partition("/")
    return Message(text=Text("ask-which-item"), choices=_items(turn, series, int(page or 0)))


def read_item(turn: Turn) -> str:
    """Reads a pressed item, a step through the catalogue, or further words."""
    answers = turn.dialogue.answers
    given = turn.argument
    if given and turn.item(given) is not None:
        return given
    if given == OTHER:
        answers["browse"] = ALL
    elif SERIES.fullmatch(given):
        answers["browse"] = given.removeprefix("in/")
    elif turn.incoming.text.strip() or turn.incoming.media:
        _more_words(turn)
    raise Again()


def named_place(turn: Turn, home: Place | None) -> Place | None:
    """The building or estate that the words name; one in the person's own estate before the others."""
    found = [place for code in turn.reading.places if (place := places.read_by_code(turn.tx, code)) is not None]
    near = [place for place in found if home is not None and _same_estate(turn, place, home)]
    buildings = [place for place in near or found if place.kind == "building"]
    return next(iter(buildings or near or found), None)


def day_in_words(name: str, here: datetime) -> str:
    """`today`, `tomorrow` or `any` as a date that still says the same tomorrow."""
    if name == "any":
        return "都可以"
    day = here + timedelta(days=1 if name == "tomorrow" else 0)
    return f"{day.month}月{day.day}日"


def list_own(turn: Turn) -> None:
    """The person's own requests, the latest first, with where each stands."""
    own = service_requests.of_person(turn.tx, turn.person.id, limit=5)
    if not own:
        turn.say("my-none", choice("menu.ask", "menu-ask"))
        return
    lines = []
    for request in own:
        item = turn.item(request.item)
        name = cards.item_name(item) if item else ""
        values = {"number": request.number, "item": name, "state": cards.state_name(request.state)}
        lines.append(Text("my-line", values))
    turn.send(Message(text=Text("my-requests", {"lines": cards.joined(lines)})))


def _more_words(turn: Turn) -> None:
    answers = turn.dialogue.answers
    words = turn.incoming.text.strip()
    answers["words"] = f"{answers.get('words', '')}\n{words}".strip()
    answers["media"] = [*answers.get("media", []), *attachments.keep(turn)]
    answers["matches"] = [match.code for match in turn.reading.items[:MOST_MATCHES]]
    answers["browse"] = None


def _guesses(turn: Turn, codes: list[str]) -> tuple[Choice, ...]:
    known = [item for code in codes if (item := turn.item(code)) is not None]
    named = tuple(_named(f"ask.item:{item.code}", item.name, item.name_en) for item in known)
    return (*named, forms.pick("ask", "item", OTHER, "ask-none-of-these"))


def _series(turn: Turn) -> tuple[Choice, ...]:
    listed = catalogue.all_series(turn.tx)[:18]
    return tuple(_named(f"ask.item:in/{each.code}", each.name, each.name_en) for each in listed)


def _items(turn: Turn, series: str, page: int) -> tuple[Choice, ...]:
    listed = catalogue.of_series(turn.tx, series, PAGE + 1, page * PAGE)
    choices = [_named(f"ask.item:{item.code}", item.name, item.name_en) for item in listed[:PAGE]]
    if len(listed) > PAGE:
        choices.append(forms.pick("ask", "item", f"in/{series}/{page + 1}", "more"))
    choices.append(forms.pick("ask", "item", OTHER, "ask-other-series"))
    return tuple(choices)


def _named(action: str, zh: str, en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(zh, en)}))


def _same_estate(turn: Turn, place: Place, home: Place) -> bool:
    return place.path.startswith(home.path) or home.parent_id in place.ancestors()
