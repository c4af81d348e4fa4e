"""Browsing: which item of the catalogue is meant, by the best matches, or by series and item with buttons."""

import re

from handlers import forms
from handlers.asking import meant
from handlers.forms import Again, Astray
from handlers.message import Choice, Message, Named, Text, choice
from handlers.turn import Turn
from handlers.understanding.normal import fold
from storage import catalogue, places
from storage.places import Place

ALL = "all"
FOUND = "found"
OTHER = "other"
PAGE = 20  # series or items at once; the ways on come below them
MOST_MATCHES = 3
MOST_FOUND = 40  # items that words find in the catalogue
STEP = re.compile(r"in/[^/]+(/[0-9]{1,3})?")  # a series of the catalogue (or all of them, or what was found), its page


def ask_item(turn: Turn) -> Message:
    """Asks what it is about: the best guesses or what was found, and "none of these"; or the catalogue."""
    answers = turn.dialogue.answers
    browse = answers.get("browse") or (None if answers.get("matches") else ALL)
    if browse is None:
        return Message(text=Text("ask-item"), choices=_guesses(turn, answers["matches"]))
    place, _, page = browse.partition("/")
    if place == FOUND:
        return Message(text=Text("ask-found"), choices=_found(turn, answers.get("found", []), _page(page)))
    if place == ALL:
        key = "ask-series-media" if answers.get("media") and not answers.get("words") else "ask-series"
        return Message(text=Text(key), choices=_series(turn, _page(page)))
    return Message(text=Text("ask-which-item"), choices=_items(turn, place, _page(page)))


def read_item(turn: Turn) -> str:
    """Reads a pressed item, a step through the catalogue, or words: of the problem, or of what is looked for."""
    answers = turn.dialogue.answers
    given = turn.argument
    if given and turn.item(given) is not None:
        return given
    if given == OTHER:
        answers["browse"] = ALL
    elif STEP.fullmatch(given):
        answers["browse"] = given.removeprefix("in/")
    elif turn.incoming.text.strip():
        if _asks_something(turn):
            raise Astray
        raise Again(None if _look_for(turn) else "ask-not-found")
    raise Again()


def _asks_something(turn: Turn) -> bool:
    """Whether somebody who has written nothing yet asks a question, and looks for no item."""
    sure, answers = turn.reading.sure, turn.dialogue.answers
    begun = answers.get("words") or answers.get("media") or turn.incoming.media
    return sure is not None and sure.kind == "faq" and not begun


def named_place(turn: Turn, home: Place | None) -> Place | None:
    """The building or estate that the words name; one in the person's own estate before the others."""
    found = [place for code in turn.reading.places if (place := places.read_by_code(turn.tx, code)) is not None]
    near = [place for place in found if home is not None and _same_estate(turn, place, home)]
    buildings = [place for place in near or found if place.kind == "building"]
    return next(iter(buildings or near or found), None)


def _look_for(turn: Turn) -> bool:
    """Words while the catalogue is open narrow it down, in the open series first; they are part of the request, too.

    False where nothing is called so: the whole catalogue is shown.
    """
    answers = turn.dialogue.answers
    words = turn.incoming.text.strip()
    answers["words"] = f"{answers.get('words', '')}\n{words}".strip()
    series = str(answers.get("browse") or ALL).partition("/")[0]
    likely = meant.items(turn) if turn.reading.small_talk is None else ()
    found = [*_with_words(turn, words), *likely]
    here = [code for code in found if turn.community.items[code].series == series]
    if answers.get("browse") and found:
        answers["found"], answers["browse"] = list(dict.fromkeys(here or found))[:MOST_FOUND], FOUND
    else:
        answers["matches"], answers["browse"] = found[:MOST_MATCHES], None
    return bool(found)


def _with_words(turn: Turn, words: str) -> list[str]:
    """The items that are called so, or whose name has these words in it."""
    sought = fold(words)
    named = ((item.code, fold(f"{item.name} {item.name_en}")) for item in turn.community.items.values())
    return [code for code, name in named if sought in name]


def _guesses(turn: Turn, codes: list[str]) -> tuple[Choice, ...]:
    known = [item for code in codes if (item := turn.item(code)) is not None]
    named = tuple(_named(f"ask.item:{item.code}", item.name, item.name_en) for item in known)
    return (*named, forms.pick("ask", "item", OTHER, "ask-none-of-these"))


def _found(turn: Turn, codes: list[str], page: int) -> tuple[Choice, ...]:
    shown = [item for code in codes[page * PAGE : (page + 1) * PAGE] if (item := turn.item(code)) is not None]
    choices = [_named(f"ask.item:{item.code}", item.name, item.name_en) for item in shown]
    if len(codes) > (page + 1) * PAGE:
        choices.append(forms.pick("ask", "item", f"in/{FOUND}/{page + 1}", "more"))
    return (*choices, forms.pick("ask", "item", OTHER, "ask-none-of-these"))


def _series(turn: Turn, page: int) -> tuple[Choice, ...]:
    listed = catalogue.all_series(turn.tx)
    shown = listed[page * PAGE : (page + 1) * PAGE]
    choices = [_named(f"ask.item:in/{each.code}", each.name, each.name_en) for each in shown]
    if len(listed) > (page + 1) * PAGE:
        choices.append(forms.pick("ask", "item", f"in/{ALL}/{page + 1}", "more"))
    return (*choices, choice("hotline.topics", "hotline-topics-way"))


def _items(turn: Turn, series: str, page: int) -> tuple[Choice, ...]:
    listed = catalogue.of_series(turn.tx, series, PAGE + 1, page * PAGE)
    choices = [_named(f"ask.item:{item.code}", item.name, item.name_en) for item in listed[:PAGE]]
    if len(listed) > PAGE:
        choices.append(forms.pick("ask", "item", f"in/{series}/{page + 1}", "more"))
    choices.append(forms.pick("ask", "item", OTHER, "ask-other-series"))
    return tuple(choices)


def _page(said: str) -> int:
    return int(said or 0)


def _named(action: str, zh: str, en: str) -> Choice:
    return Choice(action, Text("plain", {"text": Named(zh, en)}))


def _same_estate(turn: Turn, place: Place, home: Place) -> bool:
    return place.path.startswith(home.path) or home.parent_id in place.ancestors()
