"""Picking: whom a broadcast concerns, by words or by buttons, one question at a time; with how many they are, and ten.

What is chosen stands in the draft at every step, so that nothing is lost where somebody goes away.
"""

from collections.abc import Callable
from typing import NoReturn

from handlers import forms
from handlers.audience import audience as audiences
from handlers.audience import counting, hearing, options, reach, wording
from handlers.audience.audience import NOBODY, Audience
from handlers.audience.options import FLAGS, KINDS, PAGE, PLACES, named, pick
from handlers.audience.reach import Reach
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text
from handlers.turn import Turn
from storage import broadcasts, saved_audiences
from storage.broadcasts import Broadcast

BROADCAST, MENU = "broadcast", "menu"
WHOM, KIND, SAVED, SAVE = "", "kinds", "saved", "save"  # what is asked now; else a kind, with its place and page
MOST_SAVED = 20
MOST_NAME = 30  # characters
MOST_UNITS = 8


def form(after: Callable[[Turn, Broadcast], None]) -> Form:
    """The form that asks whom it concerns; `after` follows once that is known."""

    def done(turn: Turn) -> None:
        after(turn, _draft(turn))

    return Form(options.FORM, (Question(options.QUESTION, _ask, _read),), done, cancelled="audience-left")


def start(turn: Turn, asked: Form, broadcast: Broadcast) -> None:
    """Asks whom a draft concerns. Refused to whoever may write to nobody."""
    own = reach.of(turn)
    if not (own.units or own.led):
        raise Refused("not-allowed")
    forms.start(turn, asked, **{BROADCAST: broadcast.id, MENU: WHOM})


def _draft(turn: Turn) -> Broadcast:
    """The draft that is asked about. Refused where it is none any more, or not the person's."""
    broadcast = broadcasts.lock(turn.tx, int(turn.dialogue.answers[BROADCAST]))
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state != broadcasts.DRAFT:
        raise Refused("audience-no-draft", closes_form=True)
    return broadcast


def _keep(turn: Turn, audience: Audience) -> None:
    broadcasts.set_audience(turn.tx, int(turn.dialogue.answers[BROADCAST]), audiences.encode(audience))


def _ask(turn: Turn) -> Message:
    audience, own = audiences.of(_draft(turn)), reach.of(turn)
    menu, _, rest = str(turn.dialogue.answers[MENU]).partition("/")
    if menu == KIND:
        return _ask_kind(turn, own, audience)
    if menu == SAVED:
        return Message(text=Text("audience-which-saved"), choices=(*_saved(turn), _back(WHOM)))
    if menu == SAVE:
        return Message(text=Text("audience-save-name"), choices=(_back(WHOM),))
    if menu == PLACES:
        return _ask_place(turn, own, audience, rest)
    if menu in KINDS:
        shown = _page(options.of_kind(turn, own, audience, menu), rest, menu)
        return Message(text=Text(f"audience-which-{menu}"), choices=(*shown, _back(KIND)))
    return _ask_again(turn, audience) if not audiences.empty(audience) else _ask_first(turn, own)


def _ask_first(turn: Turn, own: Reach) -> Message:
    """Nothing is chosen yet: the own units and teams whole, a part of them, or what was saved."""
    whole = [pick(f"u/{each.id}", "audience-all-of", name=wording.place_name(turn, each)) for each in own.units]
    whole += [pick(f"t/{each.id}", "audience-all-of", name=wording.team_name(turn, each.id)) for each in own.led]
    part = [pick("part", "audience-part")] if not audiences.empty(own.only()) else []
    saved = [pick("saved", "audience-saved-ones")] if saved_audiences.count(turn.tx, turn.person.id) else []
    return Message(text=Text("audience-whom"), choices=(*whole[:MOST_UNITS], *part, *saved))


def _ask_again(turn: Turn, audience: Audience) -> Message:
    """Who is chosen, how many they are, ten of them; that is right, or not yet."""
    tally = counting.count(turn, audience)
    if tally is None:
        counting.have_counted(turn, int(turn.dialogue.answers[BROADCAST]), audience)
    counted = Text("audience-counting") if tally is None else counting.lines(turn, audience, tally)
    text = Text("audience-chosen", {"whom": wording.said(turn, audience), "count": counted})
    right = () if tally is not None and tally.n + tally.by_phone == 0 else (pick("ok", "audience-right"),)
    return Message(text=text, choices=(*right, pick("m", "audience-change"), pick("keep", "audience-save")))


def _ask_kind(turn: Turn, own: Reach, audience: Audience) -> Message:
    kinds = [each for each in KINDS if each != PLACES or own.units]
    ways = [pick(f"m/{kind}", f"audience-kind-{kind}") for kind in kinds]
    flags = [
        pick(f"f/{flag}", "audience-on" if getattr(audience, name) else "plain", text=Text(f"audience-flag-{flag}"))
        for flag, name in FLAGS.items()
    ]
    last = (pick("new", "audience-anew"), pick("whom", "audience-enough"))
    text = Text("audience-change-what", {"whom": wording.said(turn, audience)})
    return Message(text=text, choices=(*ways, *flags, *last))


def _ask_place(turn: Turn, own: Reach, audience: Audience, rest: str) -> Message:
    number, _, page = rest.partition("/")
    if not number and len(own.units) == 1:
        number = str(own.units[0].id)
    if number:
        place = options.own_place(turn, own, number)
        shown = _page(options.at_place(turn, audience, place), page, f"{PLACES}/{number}")
        up = pick("m/place", "audience-other-places")
        return Message(text=Text("audience-which-place"), choices=(*shown, up, _back(KIND)))
    units = [pick(f"in/{each.id}", "audience-inside", place=wording.place_name(turn, each)) for each in own.units]
    return Message(text=Text("audience-which-place"), choices=(*_page(units, page, PLACES + "/"), _back(KIND)))


def _read(turn: Turn) -> bool:
    """True where the audience is right as it stands. Raises Again for anything else, with what was taken from it."""
    draft, own = _draft(turn), reach.of(turn)
    audience = audiences.of(draft)
    if turn.incoming.press is None:
        _heard(turn, own, audience)
    way, _, rest = turn.argument.partition("/")
    if way == "ok":
        if not audiences.allowed(turn, audience):
            raise Again("audience-nobody-yet")
        return True
    _pressed(turn, own, audience, way, rest)
    raise Again


def _pressed(turn: Turn, own: Reach, audience: Audience, way: str, rest: str) -> None:
    """What a button changes: where one looks, or what is chosen."""
    answers = turn.dialogue.answers
    if way == "m":
        answers[MENU] = rest if rest.partition("/")[0] in KINDS else KIND
    elif way in ("in", "keep", "saved", "whom"):
        answers[MENU] = {"in": f"{PLACES}/{rest}", "keep": SAVE, "saved": SAVED, "whom": WHOM}[way]
    elif way == "part":
        _keep(turn, own.only())
        answers[MENU] = KIND
    else:
        _choose(turn, own, audience, way, rest)


def _choose(turn: Turn, own: Reach, audience: Audience, way: str, rest: str) -> None:
    kind = str(turn.dialogue.answers[MENU]).partition("/")[0]
    if way == "u":
        fresh = Audience(places=(options.own_place(turn, own, rest).id,))
    elif way == "t" and rest.isdecimal() and own.team(turn, int(rest)):
        fresh = Audience(teams=(int(rest),))
    elif way == "f":
        fresh = options.flagged(audience, rest)
    elif way == "new":
        fresh = NOBODY
        turn.dialogue.answers[MENU] = WHOM
    elif way == "s":
        fresh = _taken_from(turn, rest)
        turn.dialogue.answers[MENU] = WHOM
    elif way == "x" and kind == PLACES:
        fresh = options.chosen_place(turn, own, audience, rest)
    elif way == "x" and kind in KINDS:
        fresh = options.toggled(turn, own, audience, kind, rest)
    else:
        raise Refused("choice-unknown")
    _keep(turn, fresh)


def _taken_from(turn: Turn, number: str) -> Audience:
    """A saved audience. Refused where it is not the person's; Again where they may not write to it any more."""
    saved = saved_audiences.read(turn.tx, int(number)) if number.isdecimal() else None
    if saved is None or saved.person_id != turn.person.id:
        raise Refused("choice-unknown")
    audience = audiences.decode(saved.audience)
    if not audiences.allowed(turn, audience):
        raise Again("audience-not-yours-now", name=saved.name)
    return audience


def _heard(turn: Turn, own: Reach, audience: Audience) -> NoReturn:
    """Words: a name to save it under, or whom it concerns. Always raises Again."""
    words = turn.incoming.text.strip()
    if turn.dialogue.answers[MENU] == SAVE:
        _save(turn, words, audience)
    if not words:
        raise Again("audience-words-please")
    heard = hearing.hear(turn, words, own, audience)
    turn.dialogue.answers[MENU] = WHOM
    if heard.several:
        raise Again("audience-several", building=heard.several)
    _keep(turn, heard.audience)
    if heard.outside:
        raise Again("audience-outside", names=heard.outside, own=_own_names(turn, own))
    if audiences.empty(heard.audience) or (heard.audience == audience and heard.unknown):
        raise Again("audience-not-understood", words=heard.unknown or [words])
    if heard.unknown:
        raise Again("audience-part-unknown", words=heard.unknown)
    raise Again


def _save(turn: Turn, words: str, audience: Audience) -> NoReturn:
    if not 0 < len(words) <= MOST_NAME:
        raise Again("audience-save-short", most=MOST_NAME)
    turn.dialogue.answers[MENU] = WHOM
    if saved_audiences.count(turn.tx, turn.person.id) >= MOST_SAVED:
        raise Again("audience-save-full", most=MOST_SAVED)
    saved_audiences.add(turn.tx, turn.person.id, words, audiences.encode(audience), turn.now)
    raise Again("audience-saved", name=words)


def _saved(turn: Turn) -> list[Choice]:
    return [named(f"s/{each.id}", each.name) for each in saved_audiences.of_person(turn.tx, turn.person.id, MOST_SAVED)]


def _own_names(turn: Turn, own: Reach) -> list[object]:
    names: list[object] = [wording.place_name(turn, each) for each in own.units]
    return names + [wording.team_name(turn, each.id) for each in own.led]


def _page(choices: list[Choice], page: str, menu: str) -> list[Choice]:
    """A part of a list that is shown at once, and the way to the next."""
    number = int(page) if page.isdecimal() and len(page) <= 3 else 0
    shown = choices[number * PAGE :][:PAGE]
    if len(choices) > (number + 1) * PAGE:
        shown.append(pick(f"m/{menu}/{number + 1}", "more"))
    elif number:
        shown.append(pick(f"m/{menu}", "page-first"))
    return shown


def _back(menu: str) -> Choice:
    return pick("whom" if menu == WHOM else "m", "audience-enough" if menu == KIND else "audience-back")
