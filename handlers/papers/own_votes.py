"""Own votes: what somebody chose in votes by name: to see, to take along; of secret ones nobody knows it."""

from typing import Any

from handlers.broadcasts import content
from handlers.message import Text
from handlers.turn import Speaker
from storage import broadcasts, polls, votes
from storage.votes import Vote

ALL = 1_000


def summary(speaker: Speaker, person_id: int) -> list[Text]:
    """How many there are, in a line; none where there are none."""
    found = votes.of_person(speaker.tx, person_id, ALL)
    return [Text("own-line-votes", {"n": len(found)})] if found else []


def collect(speaker: Speaker, person_id: int) -> dict[str, Any]:
    """All of them, as plain data."""
    return {"votes": [_vote(speaker, each) for each in votes.of_person(speaker.tx, person_id, ALL)]}


def _vote(speaker: Speaker, vote: Vote) -> dict[str, Any]:
    poll = polls.read(speaker.tx, vote.poll_id)
    broadcast = None if poll is None else broadcasts.read(speaker.tx, poll.broadcast_id)
    names = () if poll is None else poll.rules.options
    return {
        "title": "" if broadcast is None else content.of(broadcast).title,
        "chosen": [names[each] for each in vote.picks if each < len(names)],
        "at": vote.at,
    }
