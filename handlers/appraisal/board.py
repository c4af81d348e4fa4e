"""Board: what members pledge in public, for everybody of the community: only what each of them agreed to show.

Name, roles and teams are agreed to one by one, the whole as it will look at the end; one tap takes it down. Roles and
teams are looked up when the board is read, so that nothing stands there that is not so any more; and nothing that came
after the consent.
"""

from handlers import cards as words_of
from handlers import forms
from handlers.appraisal import stations
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.known import unwritten
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import MOST_DIGITS, Speaker, Turn
from storage import cards, consents, people, pledges, roles, teams, yearly_reports
from storage.consents import BOARD
from storage.places import Place
from storage.pledges import Pledge
from storage.roles import RoleHeld

FORM = "pledging"
PAGE = 5
MOST_WORDS = 60  # characters: a board is read in passing
YES, NO = "yes", "no"
UNSAID = frozenset({"resident", "proxy", "admin"})  # roles that say nothing on a board


def show(turn: Turn) -> None:
    """/pledges: the board of the person's community, five at a time."""
    place = stations.of_turn(turn)
    if place is None:
        raise Refused("pledge-no-place")
    after = int(turn.argument) if turn.argument.isascii() and turn.argument.isdigit() else 0
    if len(turn.argument) > MOST_DIGITS:
        raise Refused("choice-unknown")
    found = pledges.of_place(turn.tx, place.id, PAGE + 1, after)
    head = Text("pledge-board" if found else "pledge-board-empty", {"place": stations.named(place)})
    lines = [head, *(_standing(turn, each) for each in found[:PAGE])]
    more = (choice(f"pledge.board:{found[PAGE - 1].id}", "more"),) if len(found) > PAGE else ()
    mine = (choice("pledge.mine", "pledge-mine"),) if _may_pledge(turn) else ()
    turn.send(Message(text=words_of.joined(lines), choices=(*mine, *more)))


def mine(turn: Turn) -> None:
    """One's own pledge: as it stands on the board, or the way to one."""
    _must_be_member(turn)
    own = pledges.of_person(turn.tx, turn.person.id)
    if own is None:
        forms.start(turn, PLEDGE)
        return
    entry = _standing(turn, own)
    ways = (choice("pledge.down", "pledge-down"), choice("pledge.anew", "pledge-anew"))
    turn.send(Message(text=words_of.joined([Text("pledge-yours"), entry]), choices=ways))


def anew(turn: Turn) -> None:
    """Another pledge; the one that stands there stays until the new one is agreed to."""
    _must_be_member(turn)
    forms.start(turn, PLEDGE)


def take_down(turn: Turn) -> None:
    """One tap: it is gone from the board, and so is the consent."""
    if not forget(turn, turn.person.id):
        raise Refused("form-stale")
    turn.say("consent-board-withdrawn")


def forget(speaker: Speaker, person_id: int) -> bool:
    """Takes somebody's pledge down with the consent to it, as when they moved or died; False where there was none."""
    given = consents.latest(speaker.tx, person_id, BOARD)
    if given is not None and given.holds:
        consents.withdraw(speaker.tx, given.id, person_id, speaker.now)
    return pledges.forget(speaker.tx, person_id)


def _must_be_member(turn: Turn) -> None:
    if not _may_pledge(turn):
        raise Refused("pledge-for-members")


def _may_pledge(turn: Turn) -> bool:
    """A member by their card, or who gives a yearly report."""
    card = cards.of_person(turn.tx, turn.person.id)
    member = card is not None and card.state == cards.OPEN and card.about.member
    return member or bool(yearly_reports.of_person(turn.tx, turn.person.id, limit=1))


def _standing(turn: Turn, pledge: Pledge) -> Text:
    """A pledge as it stands on the board."""
    shown = (pledge.show_name, pledge.show_roles, pledge.show_teams)
    held = roles.held_since(turn.tx, pledge.person_id, pledge.shown_at)
    return _entry(people.read(turn.tx, pledge.person_id).name, pledge.words, shown, _roles(held), _teams(turn, held))


def _entry(name: str, words: str, shown: tuple[bool, bool, bool], held: list[Text], named: list[object]) -> Text:
    """A pledge as everybody reads it. `shown`: whether name, roles and teams are."""
    with_name, with_roles, with_teams = shown
    who: list[object] = [name if with_name else Text("pledge-somebody")]
    who += held if with_roles else []
    who += named if with_teams else []
    return Text("pledge-entry", {"who": [each for each in who if each], "words": words})


def _roles(held: list[RoleHeld]) -> list[Text]:
    found = dict.fromkeys(each.role for each in held)
    return [Text(f"role-{role}") for role in found if role not in UNSAID]


def _teams(turn: Turn, held: list[RoleHeld]) -> list[object]:
    found = dict.fromkeys(each.team_id for each in held if each.team_id is not None)
    return [words_of.team_name(teams.read(turn.tx, team_id)) for team_id in found]


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("pledge-ask-words"))


def _read_words(turn: Turn) -> str:
    words = " ".join(turn.incoming.text.split())
    if not words:
        raise Again("pledge-words-please")
    if len(words) > MOST_WORDS:
        raise Again("pledge-words-short", most=MOST_WORDS)
    if turn.reading.phones or unwritten.kind(words) is not None:
        raise Again("pledge-words-public")
    return words


def _ask_name(turn: Turn) -> Message:
    return _asked("name", Text("pledge-ask-name", {"name": turn.person.name}))


def _ask_roles(turn: Turn) -> Message:
    return _asked("roles", Text("pledge-ask-roles", {"roles": _roles(turn.roles)}))


def _ask_teams(turn: Turn) -> Message:
    return _asked("teams", Text("pledge-ask-teams", {"teams": _teams(turn, turn.roles)}))


def _asked(question: str, text: Text) -> Message:
    ways = (forms.pick(FORM, question, YES, "pledge-show"), forms.pick(FORM, question, NO, "pledge-show-not"))
    return Message(text=text, choices=ways)


def _read_choice(turn: Turn) -> str:
    if turn.argument not in (YES, NO):
        raise Again("pledge-tap-please")
    return turn.argument


def _ask_whole(turn: Turn) -> Message:
    """Exactly what everybody will read; only this yes puts it up."""
    words, held = str(turn.dialogue.answers["words"]), turn.roles
    entry = _entry(turn.person.name, words, _wished(turn), _roles(held), _teams(turn, held))
    ways = (forms.pick(FORM, "agree", YES, "pledge-agree"), forms.pick(FORM, "agree", NO, "pledge-agree-not"))
    return Message(text=words_of.joined([Text("pledge-ask-whole"), entry, Text("pledge-right")]), choices=ways)


def _wished(turn: Turn) -> tuple[bool, bool, bool]:
    name, with_roles, with_teams = (turn.dialogue.answers.get(each) == YES for each in ("name", "roles", "teams"))
    return name, with_roles, with_teams


def _done(turn: Turn) -> None:
    _must_be_member(turn)
    place = stations.of_turn(turn)
    if turn.dialogue.answers["agree"] != YES or place is None:
        turn.say("pledge-not")
        return
    _put_up(turn, place)
    turn.say("pledge-up", *_after(), place=stations.named(place))


def _put_up(turn: Turn, place: Place) -> None:
    name, with_roles, with_teams = _wished(turn)
    consents.give(turn.tx, turn.person.id, BOARD, turn.now)
    pledges.put_up(
        turn.tx,
        place_id=place.id,
        person_id=turn.person.id,
        words=str(turn.dialogue.answers["words"]),
        name=name,
        roles=with_roles,
        teams=with_teams,
        now=turn.now,
    )


def _after() -> tuple[Choice, ...]:
    return choice("pledge.board", "pledge-see-board"), choice("pledge.down", "pledge-down")


PLEDGE = Form(
    FORM,
    (
        Question("words", _ask_words, _read_words),
        Question("name", _ask_name, _read_choice, wanted=lambda turn: bool(turn.person.name)),
        Question("roles", _ask_roles, _read_choice, wanted=lambda turn: bool(_roles(turn.roles))),
        Question("teams", _ask_teams, _read_choice, wanted=lambda turn: bool(_teams(turn, turn.roles))),
        Question("agree", _ask_whole, _read_choice),
    ),
    _done,
    cancelled="pledge-not",
)
FORMS = (PLEDGE,)
ROUTES = (
    Route("command", "pledges", show, menu="resident"),
    Route("press", "pledge.board", show),
    Route("press", "pledge.mine", mine),
    Route("press", "pledge.anew", anew),
    Route("press", "pledge.down", take_down),
)
