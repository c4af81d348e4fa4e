"""Wording: whom an audience means, as people say it: 青禾街道 · 志愿者 · 医护 · 没请假的."""

from handlers import cards
from handlers.audience.audience import OLDEST, Audience, known_places
from handlers.message import Named, Text
from handlers.turn import Speaker
from storage import broadcasts, teams
from storage.audience_terms import NO_ANSWER
from storage.errors import NotFound
from storage.places import Place

SUBJECTS = ("party", "education", "services", "security", "policy")  # topics to which people subscribe


def said(speaker: Speaker, audience: Audience) -> Text:
    """Whom it means, in words; words for nobody where nothing is chosen."""
    parts = [each for each in _parts(speaker, audience) if each is not None]
    if not parts:
        return Text("audience-none")
    whole = parts[-1]
    for part in reversed(parts[:-1]):
        whole = Text("audience-and", {"first": part, "second": whole})
    return whole


def place_name(speaker: Speaker, place: Place) -> Named | Text:
    """A place as one says it; a building with its estate."""
    return cards.area(speaker, place.id)


def skill_name(speaker: Speaker, code: str) -> Named:
    """What a skill is called."""
    known = next((each for each in speaker.community.pack.handlers if each.code == code), None)
    return Named(code, code) if known is None else Named(known.name, known.name_en)


def team_name(speaker: Speaker, team_id: int) -> Named | Text:
    """What a team is called."""
    try:
        return cards.team_name(teams.read(speaker.tx, team_id))
    except NotFound:
        return cards.NOTHING


def role_name(role: str) -> Text:
    """What those with a role are called."""
    return Text(f"role-{role}")


def age_name(span: tuple[int, int]) -> Text:
    """A span of years of age."""
    first, last = span
    if last >= OLDEST:
        return Text("audience-age-from", {"from": first})
    return Text("audience-age-to", {"to": last}) if first <= 0 else Text("audience-age", {"from": first, "to": last})


def language_name(code: str) -> Text:
    """A language of ours."""
    return Text(f"audience-language-{code}")


def subject_name(code: str) -> Text:
    """Those who subscribe to a topic."""
    return Text("audience-subject", {"subject": Text(f"audience-subject-{code}")})


def _parts(speaker: Speaker, audience: Audience) -> list[Text | None]:
    return [
        _of_list(speaker, audience),
        _listed([place_name(speaker, each) for each in known_places(speaker, audience.places)]),
        _listed([role_name(each) for each in audience.roles]),
        _listed([team_name(speaker, each) for each in audience.teams]),
        _listed([skill_name(speaker, each) for each in audience.skills]),
        _listed([subject_name(each) for each in audience.subjects]),
        _listed([age_name(each) for each in audience.ages]),
        Text("audience-alone") if audience.alone else None,
        _listed([language_name(each) for each in audience.languages]),
        Text("audience-not-away") if audience.not_away else None,
    ]


def _listed(names: list[Named | Text] | list[Named] | list[Text]) -> Text | None:
    return Text("plain", {"text": list(names)}) if names else None


def _of_list(speaker: Speaker, audience: Audience) -> Text | None:
    """Those on the list of another broadcast; who has not answered, or answered so."""
    if audience.list_of is None:
        return None
    if broadcasts.read(speaker.tx, audience.list_of) is None:
        return Text("audience-list-gone")
    return Text("audience-list-silent" if audience.answers == (NO_ANSWER,) else "audience-list")
