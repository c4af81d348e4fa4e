"""Audience terms: what makes somebody one of those whom a message concerns, as conditions of SQL with their values.

A statement about people names them `p`, and their home `h`. Kinds stand beside one another with AND, the values of one
kind with OR.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from storage.times import to_ms

REACHED, BY_PHONE = "joined", "known"  # states of people: who has a chat with us, and who can only be phoned
ALONE = "alone"  # a group of cards
NO_ANSWER = ""  # among answers: whoever has not answered yet
TEAM_ROLES = ("volunteer", "leader")
EVERYBODY = -1  # in place of a place: all people are looked at, in the order of their ids


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a message concerns. `grounds`: paths of places, in order, none below another; whoever lives there, or holds
    a role there where roles, teams or skills are asked for. `homeless`: also those who have told us no home. `born`:
    spans of years, both ends included. `list_of`: those on the list of this broadcast, with one of `answers` (all,
    where there are none) and, with `got`, only whom it reached. `by_phone`: also those who have no chat with us.
    """

    now: datetime
    grounds: tuple[str, ...] = ()
    homeless: bool = False
    roles: tuple[str, ...] = ()
    team_ids: tuple[int, ...] = ()
    skills: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    born: tuple[tuple[int, int], ...] = ()
    alone: bool = False
    languages: tuple[str, ...] = ()
    not_away: bool = False
    list_of: int | None = None
    answers: tuple[str, ...] = ()
    got: bool = False
    by_phone: bool = False

    @property
    def by_ties(self) -> bool:
        """Whether what people do for the community decides, and not only where they live."""
        return bool(self.roles or self.team_ids or self.skills)

    @property
    def at_home(self) -> bool:
        """Whether people are looked for where they live."""
        return self.list_of is None and not self.alone and not self.by_ties

    @property
    def sealed(self) -> bool:
        """Whether only an opened card tells, so that the database alone cannot say who it is."""
        return self.alone or bool(self.born)

    @property
    def nobody(self) -> bool:
        """Whether it names neither a place, nor a team, nor a list: then nobody is meant."""
        return not (self.grounds or self.team_ids or self.list_of is not None)


@dataclass(frozen=True, slots=True)
class Window:
    """Rows of one source: keys above `after` up to `last`. `place_id`: where they live; None: they have no home."""

    place_id: int | None
    after: int
    last: int
    rows: int


@dataclass(slots=True)
class Terms:
    """Conditions that are put together; the values that they name."""

    values: dict[str, Any] = field(default_factory=dict)

    def one_of(self, column: str, name: str, wanted: Sequence[object]) -> str:
        """The column has one of these values."""
        names = {f"{name}_{place}": value for place, value in enumerate(wanted)}
        self.values.update(names)
        return f"{column} IN ({', '.join(f':{each}' for each in names)})"

    def below(self, path: str, grounds: Sequence[str]) -> str:
        """The column with a path lies in one of these places."""
        spans = []
        for place, ground in enumerate(grounds):
            self.values |= {f"from_{place}": ground, f"until_{place}": until(ground)}
            spans.append(f"({path} >= :from_{place} AND {path} < :until_{place})")
        return f"({' OR '.join(spans)})"


def until(path: str) -> str:
    """The first path after all those below this one."""
    return path[:-1] + "0"  # the character that follows the slash


def of_person(wanted: Wanted, terms: Terms) -> str:
    """What must be so of the person, wherever they were found."""
    states = (REACHED, BY_PHONE) if wanted.by_phone else (REACHED,)
    found = [terms.one_of("p.state", "state", states)]
    if wanted.languages:
        found.append(terms.one_of("p.language", "language", wanted.languages))
    if wanted.subjects:
        subject = terms.one_of("s.subject", "subject", wanted.subjects)
        found.append(f"EXISTS (SELECT 1 FROM subscriptions s WHERE s.person_id = p.id AND {subject})")
    if wanted.born:
        found.append(_born(wanted, terms))
    if wanted.not_away:
        terms.values["now"] = to_ms(wanted.now)
        found.append("""NOT EXISTS (SELECT 1 FROM absences b WHERE b.person_id = p.id AND b.ended_at IS NULL
            AND b.until_at > :now)""")
    return " AND ".join(found)


def in_grounds(wanted: Wanted, terms: Terms, *columns: str) -> str:
    """The home, or one of these columns with ids of places, lies in the grounds; always so where there are none."""
    if not wanted.grounds:
        return "1 = 1"
    found = [terms.below("h.path", wanted.grounds)]
    below = terms.below("g.path", wanted.grounds)
    found += [f"EXISTS (SELECT 1 FROM places g WHERE g.id = {column} AND {below})" for column in columns]
    found += ["p.place_id IS NULL"] if wanted.homeless else []
    return f"({' OR '.join(found)})"


def tie(wanted: Wanted, terms: Terms, name: str) -> str:
    """A row of roles (by this name) is one for which the person `p` is meant."""
    found = [f"{name}.ended_at IS NULL", in_grounds(wanted, terms, f"{name}.place_id")]
    if wanted.roles:
        found.append(terms.one_of(f"{name}.role", "role", wanted.roles))
    if wanted.team_ids:
        found.append(terms.one_of(f"{name}.team_id", "team", wanted.team_ids))
    if wanted.skills:
        found.append(_member(name, f"EXISTS ({_skill(wanted, terms)})", roles_too=bool(wanted.roles)))
    if not wanted.roles:
        found.append(terms.one_of(f"{name}.role", "role", TEAM_ROLES))
    if wanted.not_away:
        found.append("NOT " + _member(name, "v.duty = 'leave'", roles_too=False))
    return " AND ".join(found)


def tied(wanted: Wanted, terms: Terms) -> str:
    """Some row of roles makes the person one of those who are meant; always so where no role is asked for."""
    if not wanted.by_ties:
        return "1 = 1"
    return f"EXISTS (SELECT 1 FROM roles e WHERE e.person_id = p.id AND {tie(wanted, terms, 'e')})"


def _born(wanted: Wanted, terms: Terms) -> str:
    """Born in one of the spans; or the year stands on a card, which must be opened to see it."""
    spans = []
    for place, (first, last) in enumerate(wanted.born):
        terms.values |= {f"born_{place}": first, f"till_{place}": last}
        spans.append(f"p.born_year BETWEEN :born_{place} AND :till_{place}")
    card = "SELECT 1 FROM cards d WHERE d.person_id = p.id AND d.state = 'open'"
    return f"({' OR '.join(spans)} OR (p.born_year IS NULL AND EXISTS ({card})))"


def _skill(wanted: Wanted, terms: Terms) -> str:
    skill = terms.one_of("k.skill", "skill", wanted.skills)
    return f"SELECT 1 FROM volunteer_skills k WHERE k.volunteer_id = v.id AND {skill}"


def _member(name: str, such: str, roles_too: bool) -> str:
    """The membership in the role's team is such a one; with `roles_too` any of theirs, where the role has no team."""
    team = f"(v.team_id = {name}.team_id OR {name}.team_id IS NULL)" if roles_too else f"v.team_id = {name}.team_id"
    return f"""EXISTS (SELECT 1 FROM volunteers v
        WHERE v.person_id = {name}.person_id AND v.ended_at IS NULL AND {team} AND {such})"""
