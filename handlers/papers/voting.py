"""Voting: somebody on the list of a poll votes, once; for themselves, or for their household.

Of a secret vote nothing is kept but the counts, and that this voter has voted: no button that was chosen is written
down, and what a ballot showed is emptied once it is cast. A vote by name may be changed until the end.
"""

from dataclasses import dataclass

from handlers.broadcasts import says
from handlers.broadcasts.reaching import answering
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice, encode
from handlers.papers import choices, homes, poll_results, standing
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcasts, forgetting, polls, recipients, votes
from storage.broadcasts import Broadcast
from storage.people import Person
from storage.polls import HOUSEHOLD, Poll
from storage.recipients import Recipient
from storage.votes import Vote

VOTED = "voted"  # the answer of whoever has voted; not what


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a press is about: the poll, the person's place on its list, and their earlier vote, if it bears a name."""

    broadcast: Broadcast
    poll: Poll
    mine: Recipient
    earlier: Vote | None

    @property
    def key(self) -> str:
        """The key of the ballot that the person was shown."""
        return f"ballot:{self.broadcast.id}:{self.mine.person_id}"


def open_ballot(turn: Turn) -> None:
    """Shows the ballot; one that is closed shows its result instead."""
    ballot = _open(turn)
    if ballot is None:
        return
    picks = ballot.earlier.picks if ballot.earlier is not None else ()
    turn.say_privately(_drawn(ballot, picks))


def vote(turn: Turn) -> None:
    """One tap on one option."""
    turn.argument, _, picked = turn.argument.partition("/")
    ballot = _open(turn)
    if ballot is not None:
        _count(turn, ballot, _picks(ballot, str(1 << int(picked)) if picked.isdecimal() and len(picked) < 3 else ""))


def tick(turn: Turn) -> None:
    """One option more, or one less, on a ballot that allows several."""
    turn.argument, _, rest = turn.argument.partition("/")
    chosen, _, picked = rest.partition("/")
    ballot = _open(turn)
    if ballot is None:
        return
    at = _picks(ballot, str(1 << int(picked)) if picked.isdecimal() and len(picked) < 3 else "")[0]
    before = _picks(ballot, chosen, least=0)
    picks = tuple(each for each in before if each != at) if at in before else tuple(sorted((*before, at)))
    if len(picks) > ballot.poll.rules.most:
        raise Refused("poll-too-many", n=ballot.poll.rules.most)
    turn.edit(ballot.key, _drawn(ballot, picks), only=turn.person.id)


def cast(turn: Turn) -> None:
    """The ballot is cast as it is ticked."""
    turn.argument, _, chosen = turn.argument.partition("/")
    ballot = _open(turn)
    if ballot is not None:
        _count(turn, ballot, _picks(ballot, chosen, least=0))


def whose(person: Person, poll: Poll) -> str | None:
    """Whose vote it would be: the person's own, or their household's; None where it is not known where they live."""
    return homes.key(person) if poll.rules.per == HOUSEHOLD else f"person:{person.id}"


def has_voted(speaker: Speaker, poll: Poll, person: Person) -> bool:
    """Whether the person, or somebody of their household, has voted."""
    voter = whose(person, poll)
    return voter is not None and votes.has_voted(speaker.tx, poll.id, votes.voter(speaker.tx, poll.id, voter))


def _open(turn: Turn) -> Ballot | None:
    """What the press is about, while one may vote; None where it is over, and was answered with the result.

    Raises Refused for who is not on the list, and for who has voted and cannot change it.
    """
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    found = None if broadcast is None else polls.of_broadcast(turn.tx, broadcast.id)
    mine = None if broadcast is None else recipients.of_person(turn.tx, broadcast.id, turn.person.id)
    if broadcast is None or found is None or mine is None:
        raise Refused("poll-not-yours")
    if not standing.holds(turn, broadcast):
        raise Refused("paper-taken-back")
    poll = polls.lock(turn.tx, found.id) or found
    if poll.closed_at is not None or poll.rules.closes_at <= turn.now:
        turn.say_privately(poll_results.message(turn, broadcast, poll))
        return None
    earlier = None if poll.rules.secret else votes.of_person_in(turn.tx, poll.id, turn.person.id)
    if earlier is None:
        _must_be_free(turn, poll, mine)
    return Ballot(broadcast, poll, mine, earlier)


def _must_be_free(turn: Turn, poll: Poll, mine: Recipient) -> None:
    if mine.answer == VOTED:
        raise Refused("poll-voted" if poll.rules.secret else "poll-voted-by-name")
    if whose(turn.person, poll) is None:
        raise Refused("poll-no-home", choice("own.fix:home", "poll-tell-home"))
    if has_voted(turn, poll, turn.person):
        raise Refused("poll-home-voted" if poll.rules.per == HOUSEHOLD else "poll-voted")


def _picks(ballot: Ballot, chosen: str, least: int = 1) -> tuple[int, ...]:
    """The options that a number names by its bits. Raises Refused for what was never on the ballot."""
    if not chosen.isdecimal() or len(chosen) > 4:
        raise Refused("choice-unknown")
    bits, several = int(chosen), len(ballot.poll.rules.options)
    if bits >> several or bits.bit_count() < least:
        raise Refused("choice-unknown")
    return tuple(at for at in range(several) if bits >> at & 1)


def _drawn(ballot: Ballot, picks: tuple[int, ...]) -> Message:
    """The ballot, with the ticks that are set. It lasts, so that no chosen button is written down with it."""
    number, bits = ballot.broadcast.id, sum(1 << at for at in picks)
    named = enumerate(ballot.poll.rules.options)
    if ballot.poll.rules.most == 1:
        ways = [Choice(f"poll.vote:{number}/{at}", Text("plain", {"text": name})) for at, name in named]
        key = "poll-ballot"
    else:
        labels = (Text("poll-ticked" if at in picks else "plain", {"text": name}) for at, name in named)
        ways = [Choice(f"poll.tick:{number}/{bits}/{at}", label) for at, label in enumerate(labels)]
        ways.append(choice(f"poll.cast:{number}/{bits}", "poll-cast", n=len(picks)))
        key = "poll-ballot-several"
    values = {"title": says.title(ballot.broadcast), "rules": choices.poll_foot(ballot.poll)}
    return Message(text=Text(key, values), choices=tuple(ways), lasting=True, key=ballot.key)


def _count(turn: Turn, ballot: Ballot, picks: tuple[int, ...]) -> None:
    poll, earlier = ballot.poll, ballot.earlier
    if not picks:
        raise Refused("poll-nothing-ticked")
    if len(picks) > poll.rules.most:
        raise Refused("poll-too-many", n=poll.rules.most)
    if earlier is None:
        voter = whose(turn.person, poll)
        if voter is None or not votes.admit(turn.tx, poll.id, votes.voter(turn.tx, poll.id, voter)):
            raise Refused("poll-voted")
    polls.count(turn.tx, poll, picks, instead_of=None if earlier is None else earlier.picks)
    if not poll.rules.secret:
        votes.write(turn.tx, poll.id, turn.person.id, picks, turn.now)
    answering.note(turn, ballot.broadcast, ballot.mine, VOTED)
    _thank(turn, ballot, picks)


def _thank(turn: Turn, ballot: Ballot, picks: tuple[int, ...]) -> None:
    done = Message(text=Text("poll-cast-done", {"title": says.title(ballot.broadcast)}))
    turn.edit(ballot.key, done, only=turn.person.id)
    at = ballot.poll.rules.closes_at
    if ballot.poll.rules.secret:
        forgetting.said_as(turn.tx, ballot.key, encode(done))  # the ticks that it showed
        turn.say("poll-thanks-secret", at=at)
        return
    chosen = [ballot.poll.rules.options[each] for each in picks]
    again = choice(f"poll.open:{ballot.broadcast.id}", "poll-change")
    turn.send(Message(text=Text("poll-thanks-named", {"chosen": chosen, "at": at}), choices=(again,), lasting=True))


ROUTES = (
    Route("press", "poll.open", open_ballot),
    Route("press", "poll.vote", vote),
    Route("press", "poll.tick", tick),
    Route("press", "poll.cast", cast),
)
