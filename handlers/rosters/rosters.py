"""Lists: a secretary sends one as a spreadsheet, sees what it would do, and takes it over with one tap; or gets one.

A worker reads the files (see bot/tasks/rostering.py). Nothing is half taken: a list with a fault changes nothing.
"""

import json

from handlers import attachments, forms, permissions
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import people_lists
from handlers.message import Choice, Message, Named, Text
from handlers.privacy import forgetting
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import addresses, media, places, roles, rosters, tasks
from storage.places import Place
from storage.rosters import Roster

READ, TAKE, WRITE = "read roster", "take roster", "write roster"  # what workers do
MAY = "assign visits"
XLSX, CSV, BLANK = "xlsx", "csv", "blank"
WANTED = (XLSX, CSV, BLANK)
MOST_STATIONS = 20
SPREADSHEETS = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv", ".xls", ".et", ".ods")


def begin(turn: Turn) -> None:
    """Asks for the list, or takes the one that came along. Of several stations it asks first which."""
    stations = [steering.place(turn, turn.argument_id())] if turn.argument else people_lists.own_stations(turn)
    if not stations:
        raise Refused("not-allowed")
    if len(stations) > 1:
        ways = [Choice(f"roster.open:{each.id}", _named(each)) for each in stations[:MOST_STATIONS]]
        turn.send(Message(text=Text("roster-which"), choices=tuple(ways)))
        return
    permissions.require(turn, MAY, path=stations[0].path)
    sent = _spreadsheet(turn)
    if sent is not None:
        _take_in(turn, stations[0].id, sent)
        return
    forms.start(turn, SENDING, community=str(stations[0].id))


def take(turn: Turn) -> None:
    """The yes: a worker takes the list over as it was shown."""
    turn.argument, _, mark = turn.argument.partition("/")
    roster = _own(turn)
    if not rosters.step(turn.tx, roster.id, rosters.READY, rosters.TAKING):
        raise Refused("roster-over")
    payload = {"roster": str(roster.id), "person": str(turn.person.id), "mark": mark}
    tasks.add(turn.tx, TAKE, json.dumps(payload), turn.now)
    turn.say("roster-taking")


def decline(turn: Turn) -> None:
    """The no: nothing changes, and the file is kept no longer."""
    roster = _own(turn)
    if not rosters.step(turn.tx, roster.id, rosters.READY, rosters.DECLINED):
        raise Refused("roster-over")
    let_go(turn, roster)
    turn.say("roster-declined")


def arrived(speaker: Speaker, media_id: int) -> None:
    """The bytes of a list have come: it is read now."""
    for roster in rosters.of_medium(speaker.tx, media_id):
        if rosters.step(speaker.tx, roster.id, rosters.COMING, rosters.READ_IN):
            tasks.add(speaker.tx, READ, json.dumps({"roster": str(roster.id)}), speaker.now)


def lost(speaker: Speaker, media_id: int) -> None:
    """The file of a list could not be fetched; who sent it has been told."""
    for roster in rosters.of_medium(speaker.tx, media_id):
        if rosters.step(speaker.tx, roster.id, rosters.COMING, rosters.LOST):
            let_go(speaker, roster)


def failed(speaker: Speaker, roster_id: int) -> None:
    """A list could not be read or taken over, however often it was tried: nothing has changed, and it is said."""
    roster = rosters.read(speaker.tx, roster_id)
    if roster is None:
        return
    for state in (rosters.READ_IN, rosters.TAKING):
        if rosters.step(speaker.tx, roster.id, state, rosters.LOST):
            let_go(speaker, roster)
            say(speaker, roster, Message(text=Text("roster-failed")))


def let_go(speaker: Speaker, roster: Roster) -> None:
    """A list's file is kept no longer."""
    if roster.media_id is not None:
        rosters.drop_file(speaker.tx, roster.id)
        forgetting.media(speaker, [roster.media_id])


def say(speaker: Speaker, roster: Roster, message: Message) -> None:
    """Says something about a list where it was sent."""
    speaker.put(addresses.read(speaker.tx, roster.address_id), message)


def still_allowed(speaker: Speaker, person_id: int, place: Place) -> bool:
    """Whether somebody may still do this: a worker asks again when it is done."""
    return permissions.may(roles.of_person(speaker.tx, person_id), MAY, path=place.path)


def _own(turn: Turn) -> Roster:
    roster = rosters.read(turn.tx, turn.argument_id())
    if roster is None:
        raise Refused("roster-over")
    permissions.require(turn, MAY, path=places.read(turn.tx, roster.place_id).path)
    return roster


def _ask_file(turn: Turn) -> Message:
    place = places.read(turn.tx, int(turn.dialogue.answers["community"]))
    ways = tuple(forms.pick("roster", "file", each, f"roster-get-{each}") for each in WANTED)
    return Message(text=Text("roster-ask", {"place": Named(place.name, place.name_en)}), choices=ways)


def _read_file(turn: Turn) -> str:
    if turn.argument in WANTED:
        return turn.argument
    sent = _spreadsheet(turn)
    if sent is None:
        raise Again("roster-no-spreadsheet" if turn.incoming.media else "roster-file-please")
    return str(sent)


def _spreadsheet(turn: Turn) -> int | None:
    """The spreadsheet that came along; None where none did, or one that is too large (which was said)."""
    if any(each.kind == "file" and _may_be_one(each.name) for each in turn.incoming.media):
        return next(iter(attachments.keep(turn)), None)
    return None


def _may_be_one(name: str) -> bool:
    return not name or name.lower().endswith(SPREADSHEETS)


def _done(turn: Turn) -> None:
    place_id, wanted = int(turn.dialogue.answers["community"]), str(turn.dialogue.answers["file"])
    permissions.require(turn, MAY, path=places.read(turn.tx, place_id).path)
    if wanted not in WANTED:
        _take_in(turn, place_id, int(wanted))
        return
    payload = {"place": str(place_id), "person": str(turn.person.id), "address": str(turn.address.id), "as": wanted}
    tasks.add(turn.tx, WRITE, json.dumps(payload), turn.now)
    turn.say("roster-writing")


def _take_in(turn: Turn, place_id: int, media_id: int) -> None:
    rosters.create(turn.tx, place_id, turn.person.id, turn.address.id, media_id, rosters.IN, rosters.COMING, turn.now)
    if media.read(turn.tx, media_id).digest is not None:
        arrived(turn, media_id)
    turn.say("roster-reading")


def _named(place: Place) -> Text:
    return Text("plain", {"text": Named(place.name, place.name_en)})


SENDING = Form("roster", (Question("file", _ask_file, _read_file),), _done, cancelled="roster-not-now")
FORMS = (SENDING,)
ROUTES = (
    Route("command", "roster", begin, menu="secretary"),
    Route("press", "roster.open", begin),
    Route("press", "roster.take", take),
    Route("press", "roster.no", decline),
)
