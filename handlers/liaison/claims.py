"""Claims: two stations say that they look after the same person. The person decides; whoever is not reached by chat,
their station. Until then nothing changes, and nobody looks after them twice."""

from datetime import timedelta

from handlers import permissions
from handlers.errors import Refused
from handlers.liaison import caring, moving
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, cards, claims, places
from storage.cards import Card
from storage.claims import AGREED, OPEN, REFUSED, Claim

PERSON_FIRST = timedelta(days=7)  # so long only the person decides
SAID_NO = timedelta(days=365)  # so long nobody asks them the same again


def raise_claim(
    speaker: Speaker,
    card: Card,
    place_id: int,
    *,
    liaison_id: int | None = None,
    deputy_id: int | None = None,
    actor_id: int | None,
) -> Claim | None:
    """Another station claims somebody with a card: the person is asked, and their station told. None where that waits
    for an answer already, or the person has said no."""
    if said_no(speaker, card, place_id):
        return None
    claim = claims.create(
        speaker.tx,
        card_id=card.id,
        place_id=place_id,
        liaison_id=liaison_id,
        deputy_id=deputy_id,
        claimed_by=actor_id,
        now=speaker.now,
    )
    if claim is None:
        return None
    values = _values(speaker, card, claim)
    ask = Message(text=Text("claim-ask", values), choices=_ways(claim, "own"), lane=Lane.REMINDERS)
    asked = speaker.tell(card.person_id, ask)
    text = Text("claim-news-asked" if asked else "claim-news", values)
    message = Message(text=text, choices=_ways(claim, "station"), lane=Lane.REMINDERS)
    caring.tell_secretary(speaker, card.place_id, message, but=actor_id)
    return claim


def said_no(speaker: Speaker, card: Card, place_id: int) -> bool:
    """Whether the person has told this station, within a year, that they stay where they are."""
    return claims.refused_by_them(speaker.tx, card.id, place_id, card.person_id, speaker.now - SAID_NO)


def agree(turn: Turn) -> None:
    """Yes: the other station looks after them from now on."""
    card, claim = _open(turn)
    own = turn.person.id == card.person_id
    claims.end(turn.tx, claim.id, AGREED, turn.person.id, turn.now)
    moving.move(
        turn, card, claim.place_id, liaison_id=claim.liaison_id, deputy_id=claim.deputy_id, actor_id=turn.person.id
    )
    _tell_claimer(turn, card, claim, "claim-agreed")
    if not own:
        turn.say("claim-agreed-done", **_values(turn, card, claim))


def refuse(turn: Turn) -> None:
    """No: everything stays as it is, and whoever claimed hears it."""
    card, claim = _open(turn)
    claims.end(turn.tx, claim.id, REFUSED, turn.person.id, turn.now)
    _tell_claimer(turn, card, claim, "claim-refused")
    own = turn.person.id == card.person_id
    turn.say("claim-stays-own" if own else "claim-stays", **_values(turn, card, claim))


def _open(turn: Turn) -> tuple[Card, Claim]:
    """The claim that is pressed, and its card, locked. Refused to all but the person, and their station's secretary
    after them."""
    claim = claims.read(turn.tx, turn.argument_id())
    card = None if claim is None else cards.lock(turn.tx, claim.card_id)
    if claim is None or card is None:
        raise Refused("not-allowed")
    if turn.person.id != card.person_id:
        permissions.require(turn, "assign visits", path=places.read(turn.tx, card.place_id).path)
    again = claims.read(turn.tx, claim.id)
    if again is None or again.state != OPEN or card.state != cards.OPEN:
        raise Refused("claim-over")
    waits = turn.now < again.raised_at + PERSON_FIRST
    if turn.person.id != card.person_id and waits and addresses.reachable(turn.tx, card.person_id) is not None:
        raise Refused("claim-person-first", name=caring.name_of(turn, card.person_id))
    return card, again


def _tell_claimer(speaker: Speaker, card: Card, claim: Claim, key: str) -> None:
    if claim.claimed_by is not None:
        ways = (caring.way_to(card),) if key == "claim-agreed" else ()
        text = Text(key, _values(speaker, card, claim))
        speaker.tell(claim.claimed_by, Message(text=text, choices=ways, lane=Lane.REMINDERS))


def _values(speaker: Speaker, card: Card, claim: Claim) -> dict[str, object]:
    return {
        "name": caring.name_of(speaker, card.person_id),
        "from": moving.name_of(speaker, card.place_id),
        "to": moving.name_of(speaker, claim.place_id),
        "phone": speaker.community.pack.desk.phone,
    }


def _ways(claim: Claim, who: str) -> tuple[Choice, ...]:
    return (
        choice(f"claim.yes:{claim.id}", f"claim-yes-{who}"),
        choice(f"claim.no:{claim.id}", f"claim-no-{who}"),
    )


ROUTES = (
    Route("press", "claim.yes", agree),
    Route("press", "claim.no", refuse),
)
