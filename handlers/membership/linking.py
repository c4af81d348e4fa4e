"""Linking: one person on two channels. A code shown on one, typed on the other, confirmed on both."""

from datetime import timedelta

from handlers import cards, permissions
from handlers.errors import Refused
from handlers.liaison import uniting
from handlers.message import Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import addresses, dialogues, links, people, places, sending, teams
from storage.dialogues import Dialogue
from storage.links import LinkCode

LASTS = timedelta(minutes=30)  # nothing asks for haste (domain.md §9)
DIGITS = 8
CHANNELS = ("telegram", "web", "wechat", "wecom")


def link(turn: Turn) -> None:
    """Without a code: shows one. With the code of the other channel: asks whether it is the same person."""
    typed = turn.incoming.args.replace(" ", "")
    if not typed:
        code = f"{turn.community.rng.randrange(10**DIGITS):0{DIGITS}d}"
        links.create(turn.tx, code, turn.address.id, turn.now + LASTS)
        turn.say("link-code", code=code, minutes=int(LASTS.total_seconds()) // 60)
        return
    found = links.find(turn.tx, typed, turn.now)
    if found is None:
        raise Refused("link-unknown")
    if _owner(turn, found.address_id) == turn.person.id:
        raise Refused("link-same")
    other = people.read(turn.tx, _owner(turn, found.address_id))
    turn.say(
        "link-ask-here",
        choice(f"link.here:{found.id}", "link-yes"),
        choice("link.no", "link-no"),
        name=other.name or cards.NOTHING,
    )


def confirmed_here(turn: Turn) -> None:
    """Yes on the channel where the code was typed: now the other one is asked."""
    code = _code(turn, "shown")
    if not links.step(turn.tx, code, "typed", turn.address.id, turn.now):
        raise Refused("link-unknown")
    first = addresses.read(turn.tx, code.address_id)
    turn.put(
        first,
        Message(
            text=Text("link-ask-there", {"name": turn.person.name or cards.NOTHING, "channel": channel(turn.address)}),
            choices=(choice(f"link.there:{code.id}", "link-yes"), choice("link.no", "link-no")),
        ),
    )
    turn.say("link-wait")


def confirmed_there(turn: Turn) -> None:
    """Yes on the channel that showed the code: both are one person from now on."""
    code = _code(turn, "typed")
    if turn.address.id != code.address_id or code.other_address_id is None:
        raise Refused("not-allowed")
    if not links.step(turn.tx, code, "joined", code.other_address_id, turn.now):
        raise Refused("link-unknown")
    gone = _owner(turn, code.other_address_id)
    if gone == turn.person.id:
        raise Refused("link-same")
    _go_on_with_form(turn, gone)
    uniting.unite(turn, turn.person, people.read(turn.tx, gone))
    turn.forget_roles()
    for address_id in (code.address_id, code.other_address_id):
        turn.put(addresses.read(turn.tx, address_id), Message(text=Text("link-done")))


def refused(turn: Turn) -> None:
    """No: nothing is linked."""
    turn.say("link-not")


def unbind_group(turn: Turn) -> None:
    """Whoever may bring a group into the team takes it out again; what waited to be said there is dropped."""
    if turn.chat.team_id is None:
        raise Refused("group-not-bound")
    team = teams.read(turn.tx, turn.chat.team_id)
    path = places.read(turn.tx, team.place_id).path
    permissions.require(turn, "invite group", path=path, team_id=team.id)
    sending.drop_line(turn.tx, turn.chat.id, "unbound", turn.now)
    addresses.bind(turn.tx, turn.chat.id, None)
    turn.say("group-unbound", team=Named(team.name, team.name_en))


def channel(address: addresses.Address) -> Text:
    """A channel's name in words."""
    kind = address.account.partition(":")[0]
    return Text(f"channel-{kind}" if kind in CHANNELS else "channel-other")


def _go_on_with_form(turn: Turn, gone: int) -> None:
    """A form that was open on the other channel goes on, unless one is open here."""
    other = dialogues.lock_of(turn.tx, gone)
    if other is None or other.form is None:
        return
    mine = turn.dialogue
    if mine.form is None:
        mine.form, mine.step, mine.answers = other.form, other.step, other.answers
    dialogues.save(turn.tx, Dialogue(gone), turn.now)


def _owner(turn: Turn, address_id: int) -> int:
    owner = addresses.read(turn.tx, address_id).person_id
    if owner is None:
        raise Refused("link-unknown")
    return owner


def _code(turn: Turn, state: str) -> LinkCode:
    code = links.read(turn.tx, turn.argument_id(), turn.now)
    if code is None or code.state != state:
        raise Refused("link-unknown")
    return code


ROUTES = (
    Route("command", "link", link, menu="resident"),
    Route("press", "link.here", confirmed_here),
    Route("press", "link.there", confirmed_there),
    Route("press", "link.no", refused),
    Route("command", "leave", unbind_group, where="group"),
)
