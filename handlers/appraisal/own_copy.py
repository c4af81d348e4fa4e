"""Own copy: what of reports, appraisal and board is one person's: to see, to take along, to delete."""

from typing import Any

from handlers import texts
from handlers.appraisal import duties, results
from handlers.message import Message, Text, encode
from handlers.turn import Speaker
from storage import appraisal_rounds, forgetting, people, places, pledges, representatives, reveals, yearly_reports
from storage.yearly_reports import Report

ALL = 100
LOOKS = 10_000  # in the log of who was shown what
SHOWN = ("name", "roles", "teams")

Data = dict[str, Any]


def summary(speaker: Speaker, person_id: int) -> list[Text]:
    """What is kept, in lines; none where there is nothing."""
    lines = []
    reports = yearly_reports.of_person(speaker.tx, person_id, ALL)
    if reports:
        lines.append(Text("own-line-yearly-reports", {"n": len(reports)}))
    pledge = pledges.of_person(speaker.tx, person_id)
    if pledge is not None:
        lines.append(Text("own-line-pledge", {"words": pledge.words}))
    if representatives.of_person(speaker.tx, person_id):
        lines.append(Text("own-line-representative"))
    return lines


def collect(speaker: Speaker, person_id: int) -> Data:
    """The same whole, as plain data. Which answers they gave as a representative nobody knows."""
    language = people.read(speaker.tx, person_id).language
    found = yearly_reports.of_person(speaker.tx, person_id, ALL)
    return {
        "reports": [_report(speaker, each, language) for each in found],
        "pledge": _pledge(speaker, person_id),
        "representative": [
            {"place": places.read(speaker.tx, each.place_id).name, "state": each.state, "since": each.named_at}
            for each in representatives.of_person(speaker.tx, person_id)
        ],
    }


def forget(speaker: Speaker, person_id: int) -> None:
    """Somebody leaves: reports, pledge and office are gone, and so is what readers were sent of them."""
    tx, gone = speaker.tx, Message(text=Text("own-forgotten"))
    seen = reveals.of_subject(tx, person_id, LOOKS)
    readers = {each.actor_id for each in seen if each.what in (results.READ, results.LISTED)}
    for report in yearly_reports.of_person(tx, person_id, ALL):
        for reader in sorted(readers):
            for key in (results.key_of(report.id, reader), results.list_key(report.round_id, reader)):
                speaker.edit(key, gone)
                forgetting.said_as(tx, key, encode(gone))
    yearly_reports.forget(tx, person_id)
    pledges.forget(tx, person_id)
    representatives.forget(tx, person_id)


def _report(speaker: Speaker, report: Report, language: str) -> Data:
    at = appraisal_rounds.read(speaker.tx, report.round_id)
    zone = speaker.community.zone
    lines = [texts.render(each, language, zone) for each in duties.lines(report.body)]
    graded = texts.render(results.graded(report), language, zone) if report.closed_at is not None else None
    return {
        "day": at.held_on.isoformat() if at is not None else None,
        "lines": lines,
        "submitted_at": report.submitted_at,
        "appraised": graded,
    }


def _pledge(speaker: Speaker, person_id: int) -> list[Data]:
    own = pledges.of_person(speaker.tx, person_id)
    if own is None:
        return []
    shown = (own.show_name, own.show_roles, own.show_teams)
    return [
        {
            "place": places.read(speaker.tx, own.place_id).name,
            "words": own.words,
            "shows": [name for name, agreed in zip(SHOWN, shown, strict=True) if agreed],
            "shown_at": own.shown_at,
        }
    ]
