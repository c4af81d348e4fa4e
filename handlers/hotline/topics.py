"""Topics: every question by buttons, by the shelves of the catalogue, a page at a time."""

from collections.abc import Sequence

from handlers import forms
from handlers.asking import service_requests
from handlers.errors import Refused
from handlers.hotline import answering
from handlers.learning import knowledge
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from storage import catalogue

OTHER = "other"  # the shelf of questions that lead to no item
PAGE = 20  # at once; the ways on come below them


def show(turn: Turn) -> None:
    """The shelves that have questions, and the places to go to. Whatever is typed is looked for."""
    _leave_empty_form(turn)
    listed = _by_shelf(turn)
    named = {series.code: Named(series.name, series.name_en) for series in catalogue.all_series(turn.tx)}
    choices = [choice(f"hotline.topic:{code}", "plain", text=named[code]) for code in named if code in listed]
    if OTHER in listed:
        choices.append(choice(f"hotline.topic:{OTHER}", "hotline-topic-other"))
    choices.append(choice("hotline.places", "hotline-places-way"))
    turn.send(Message(text=Text("hotline-topics"), choices=tuple(choices), lasting=True))


def list_questions(turn: Turn) -> None:
    """The questions of one shelf, a page of them."""
    shelf, _, page = turn.argument.partition("/")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 4 else 0
    entries = _by_shelf(turn).get(shelf, [])[number * PAGE :]
    if not entries:
        raise Refused("choice-unknown")
    choices = [_labelled(entry) for entry in entries[:PAGE]]
    if len(entries) > PAGE:
        choices.append(choice(f"hotline.topic:{shelf}/{number + 1}", "more"))
    choices.append(choice("hotline.topics", "hotline-topics-back"))
    turn.send(Message(text=Text("hotline-which-question"), choices=tuple(choices), lasting=True))


def pick(turn: Turn) -> None:
    """A question was chosen: its answer."""
    answering.show(turn, turn.argument)


def _by_shelf(turn: Turn) -> dict[str, list[FaqEntry]]:
    """Every question by the series of the first item that it leads to."""
    shelves: dict[str, list[FaqEntry]] = {}
    for entry in knowledge.all(turn):
        shelves.setdefault(_shelf(turn, entry.items), []).append(entry)
    return shelves


def _shelf(turn: Turn, items: Sequence[str]) -> str:
    item = turn.community.items.get(items[0]) if items else None
    return item.series if item is not None else OTHER


def _labelled(entry: FaqEntry) -> Choice:
    return choice(f"hotline.ask:{entry.code}", "plain", text=answering.question_of(entry))


def _leave_empty_form(turn: Turn) -> None:
    """Whoever comes from the catalogue, with nothing written yet, is not asked on there."""
    answers = turn.dialogue.answers
    if turn.dialogue.form == service_requests.ASK.name and not answers.get("words") and not answers.get("media"):
        forms.close(turn)


ROUTES = (
    Route("command", "questions", show, menu="resident"),
    Route("press", "hotline.topics", show),
    Route("press", "hotline.topic", list_questions),
    Route("press", "hotline.ask", pick),
)
