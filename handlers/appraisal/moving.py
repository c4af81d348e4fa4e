"""Moving: the job that takes each round along its ladder, a slice of people at a time.

Whatever was missed while the service stood still is made up for once, with what holds now.
"""

from collections.abc import Callable
from datetime import timedelta

from handlers import staff
from handlers.appraisal import appraising, reports, results, schedule, stations
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Job
from handlers.turn import Speaker
from storage import appraisal_rounds, cards, representatives, yearly_reports
from storage.appraisal_rounds import APPRAISING, CLOSING, OPEN, PLANNED, Round
from storage.representatives import AGREED
from storage.yearly_reports import DRAFT, SUBMITTED

SLICE = 20  # people told in one go: each message is sealed, and a turn takes 50 ms at most
SECRETARY = ("secretary",)


def step(speaker: Speaker) -> bool:
    """Does a slice of what is due; whether there was anything."""
    number = appraisal_rounds.due(speaker.tx, speaker.now)
    at = None if number is None else appraisal_rounds.lock(speaker.tx, number)
    if at is None or at.step is None or at.next_at is None or at.next_at > speaker.now:
        return False
    name = at.step if at.after_id or at.step == schedule.MOVED else _newest(speaker, at)
    if not at.after_id and name in BEGIN:
        BEGIN[name](speaker, at)
        at = appraisal_rounds.lock(speaker.tx, at.id) or at
    last = SLICES[name](speaker, at)
    if last is not None:
        appraisal_rounds.set_step(speaker.tx, at.id, name, at.next_at, last)
    elif name == schedule.CLOSE:
        _closed(speaker, at)
    else:
        _go_on(speaker, at, name)
    return True


def _newest(speaker: Speaker, at: Round) -> str:
    """After a standstill reminders whose day is over are left out. An end that the secretary asked for comes now."""
    if at.step is None or at.state == CLOSING:
        return schedule.CLOSE
    return schedule.due(at.held_on, at.step, speaker.now, speaker.community.zone).name


def _go_on(speaker: Speaker, at: Round, name: str) -> None:
    found = schedule.following(at.held_on, name, speaker.now, speaker.community.zone)
    if found is not None:
        appraisal_rounds.set_step(speaker.tx, at.id, found[0].name, found[1])


def _open(speaker: Speaker, at: Round) -> None:
    """Reports are gathered from now on; the secretary hears it once."""
    if at.state != PLANNED:
        return
    appraisal_rounds.set_state(speaker.tx, at.id, OPEN)
    agreed = representatives.count(speaker.tx, at.place_id)
    values = {"day": stations.day(speaker, at.held_on), "n": agreed, "fewest": results.FEWEST}
    ways = (choice(f"delegate.list:{at.place_id}", "appraise-representatives", n=agreed),)
    _tell_secretary(speaker, at, Text("appraise-opened", values), *ways)


def _begin_asking(speaker: Speaker, at: Round) -> None:
    """What was handed in is appraised from now on, and changed no more."""
    appraisal_rounds.set_state(speaker.tx, at.id, APPRAISING)
    agreed = representatives.count(speaker.tx, at.place_id)
    values = {**results.numbers(speaker, at), "n": agreed, "last": stations.day(speaker, schedule.last_day(at.held_on))}
    ways = (choice(f"appraisal.list:{at.id}/0", "appraise-who"),)
    _tell_secretary(speaker, at, Text("appraise-meeting", values), *ways)


def _begin_closing(speaker: Speaker, at: Round) -> None:
    appraisal_rounds.set_state(speaker.tx, at.id, CLOSING)


def _draft(speaker: Speaker, at: Round) -> int | None:
    """Each member of the station gets what they did as a draft."""
    found = cards.of_place(speaker.tx, at.place_id, SLICE, at.after_id)
    for card in found:
        known = yearly_reports.in_round(speaker.tx, at.id, card.person_id)
        if card.about.member and known is None and stations.still(speaker, card.person_id, at):
            report = yearly_reports.create(speaker.tx, at.id, card.person_id)
            speaker.tell(card.person_id, reports.card(speaker, report, at, Lane.REMINDERS))
    return found[-1].id if len(found) == SLICE else None


def _remind(speaker: Speaker, at: Round) -> int | None:
    """Who has not handed in hears it once a week, three times at most; then nobody says anything more."""
    found = yearly_reports.of_round(speaker.tx, at.id, SLICE, at.after_id)
    for report in found:
        waits = report.state == DRAFT and stations.still(speaker, report.person_id, at)
        if waits and yearly_reports.remind(speaker.tx, report.id, schedule.MOST_REMINDERS):
            text = Text("report-reminder", {"day": stations.day(speaker, at.held_on)})
            ways = (choice(f"report.show:{report.id}", "report-see"), choice(f"report.skip:{report.id}", "report-skip"))
            _tell(speaker, report.person_id, text, *ways)
    return found[-1].id if len(found) == SLICE else None


def _moved(speaker: Speaker, at: Round) -> int | None:
    """The meeting is on another day."""
    found = yearly_reports.of_round(speaker.tx, at.id, SLICE, at.after_id)
    for report in found:
        if report.state in (DRAFT, SUBMITTED) and stations.still(speaker, report.person_id, at):
            text = Text("report-moved", {"day": stations.day(speaker, at.held_on)})
            _tell(speaker, report.person_id, text, choice(f"report.show:{report.id}", "report-see"))
    return found[-1].id if len(found) == SLICE else None


def _ask(speaker: Speaker, at: Round) -> int | None:
    """Representatives hear what there is to appraise: on the first day, and once more where something is left."""
    found = representatives.of_place(speaker.tx, at.place_id, SLICE, at.after_id)
    for named in found:
        left = appraising.waiting(speaker, at, named.person_id) if named.state == AGREED else []
        if left:
            values = {"n": len(left), "last": stations.day(speaker, schedule.last_day(at.held_on))}
            _tell(speaker, named.person_id, Text("appraise-please", values), appraising.way(at))
    return found[-1].person_id if len(found) == SLICE else None


def _close(speaker: Speaker, at: Round) -> int | None:
    """Each author hears how it went; who answered is forgotten, and so is what was never handed in."""
    found = yearly_reports.of_round(speaker.tx, at.id, SLICE, at.after_id)
    for report in found:
        here = stations.still(speaker, report.person_id, at)
        if not here or not yearly_reports.close(speaker.tx, report.id, results.FEWEST, speaker.now):
            yearly_reports.drop(speaker.tx, report.id)
            continue
        done = yearly_reports.read(speaker.tx, report.id)
        if done is not None:
            _tell(speaker, report.person_id, Text("report-appraised", {"what": results.graded(done)}))
    return found[-1].id if len(found) == SLICE else None


def _closed(speaker: Speaker, at: Round) -> None:
    appraisal_rounds.close(speaker.tx, at.id, speaker.now)
    values = {"day": stations.day(speaker, at.held_on)}
    _tell_secretary(speaker, at, Text("appraise-closed", values), choice(f"appraisal.list:{at.id}/0", "appraise-last"))


def _tell(speaker: Speaker, person_id: int, text: Text, *ways: Choice) -> None:
    speaker.tell(person_id, Message(text=text, choices=ways, lane=Lane.REMINDERS))


def _tell_secretary(speaker: Speaker, at: Round, text: Text, *ways: Choice) -> None:
    message = Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True)
    staff.tell(speaker, at.place_id, message, of_roles=SECRETARY)


BEGIN: dict[str, Callable[[Speaker, Round], None]] = {
    schedule.DRAFT: _open,
    schedule.ASK: _begin_asking,
    schedule.CLOSE: _begin_closing,
}
SLICES: dict[str, Callable[[Speaker, Round], int | None]] = {
    schedule.DRAFT: _draft,
    **dict.fromkeys(schedule.WEEKS, _remind),
    schedule.MOVED: _moved,
    schedule.ASK: _ask,
    schedule.NUDGE: _ask,
    schedule.CLOSE: _close,
}
JOBS = (Job("take yearly reports along", timedelta(minutes=5), step, next_due=appraisal_rounds.next_due),)
