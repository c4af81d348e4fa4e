"""Hearing: whom somebody means by their words: 「青禾街道 志愿者 医护 没请假的」, "Heshunli volunteers over 60"."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.audience.audience import Audience
from handlers.audience.reach import Reach
from handlers.audience.spoken import EVERYBODY, FILLING, MARKS, Heard, take_roles, take_spoken
from handlers.packs.model import Place as PackPlace
from handlers.turn import Turn
from handlers.understanding.normal import fold
from storage import places, teams
from storage.places import Place

BUILDING = re.compile(r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:号楼|号院|栋|幢|座|#)|building [0-9]{1,3}")
SHORT = 2  # characters by which a skill of four is known: 水电 for 水电小修


def hear(turn: Turn, text: str, reach: Reach, now: Audience) -> Heard:
    """Whom the words mean. Where they name a place or a team they begin anew; otherwise they narrow what is chosen."""
    heard = Heard(Audience(), left=fold(text))
    everybody = EVERYBODY.search(heard.left) is not None
    for read in (take_spoken, _teams(turn, reach), _places(turn, reach), _skills(turn), take_roles):
        read(heard)
    heard.take(FILLING)
    heard.unknown = [word for word in MARKS.split(heard.left) if word]
    grounded = bool(heard.audience.places or heard.audience.teams)
    if not grounded and (heard.outside or heard.several):
        heard.audience = now  # a place was named that cannot be meant: no other is put in its stead
    elif not grounded:
        ground = replace(now, roles=(), skills=()) if everybody else now
        heard.audience = _narrowed(ground if now.places or now.teams else reach.only(), heard.audience)
    return heard


def _narrowed(now: Audience, said: Audience) -> Audience:
    """What was said takes the place of what was chosen of the same kind."""
    kinds = ("roles", "skills", "subjects", "ages", "alone", "languages", "not_away")
    return replace(now, **{name: getattr(said, name) for name in kinds if getattr(said, name)})


def _teams(turn: Turn, reach: Reach) -> Callable[[Heard], None]:
    def read(heard: Heard) -> None:
        names = {name: team.code for team in turn.community.pack.teams for name in (team.name, team.name_en)}
        for name, code in _in_text(heard, names.items()):
            team = teams.read_by_code(turn.tx, code)
            if team is not None and reach.team(turn, team.id):
                heard.add(teams=(team.id,))
            else:
                heard.outside.append(name)

    return read


def _skills(turn: Turn) -> Callable[[Heard], None]:
    known = [each for each in turn.community.pack.handlers if each.kind == "volunteer_skill"]
    names = [(name, each.code) for each in known for name in (each.name, each.name_en)]
    short = [(part, each.code) for each in known for part in _parts(each.name)]
    brief = list(_halves([(each.name, each.code) for each in known]))

    def read(heard: Heard) -> None:
        for list_of_names in (names, short, brief):
            for _, code in _in_text(heard, list_of_names):
                heard.add(skills=(code,))

    return read


def _parts(name: str) -> Iterable[str]:
    """A skill as people say it: 医护 for 医护志愿者, 读写 for 手语与读写."""
    return [part for part in re.split(r"[与和/、(（)）]", name.removesuffix("志愿者")) if len(part) >= SHORT]


def _halves(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The halves of names of four characters, as far as each stands for one skill alone."""
    halves = [(half, code) for name, code in names if len(name) == 2 * SHORT for half in (name[:SHORT], name[SHORT:])]
    often = Counter(half for half, _ in halves)
    return ((half, code) for half, code in halves if often[half] == 1)


def _places(turn: Turn, reach: Reach) -> Callable[[Heard], None]:
    """Areas by their names; buildings by their number, in the area that is named before, or after, or in the unit."""

    def read(heard: Heard) -> None:
        numbers = [(match.start(), match[0]) for match in BUILDING.finditer(heard.left)]
        areas = _areas(turn, heard)
        heard.take(BUILDING)
        used = set()
        for at, number in numbers:
            before = [area for area in areas if area[0] < at]
            area = before[-1] if before else (areas[0] if areas else None)
            used.add(area)
            _building(turn, heard, reach, area[1] if area else "", number)
        for area in areas:
            if area not in used:
                _area(turn, heard, reach, area[1])

    return read


def _areas(turn: Turn, heard: Heard) -> list[tuple[int, str]]:
    """(where it stands, name) of the areas that are named, the longest names first; the rest keeps its places."""
    found = []
    for name in sorted(turn.community.snapshot.places.areas, key=len, reverse=True):
        at = heard.left.find(name)
        while at >= 0:
            found.append((at, name))
            heard.left = heard.left[:at] + " " * len(name) + heard.left[at + len(name) :]
            at = heard.left.find(name)
    return sorted(found)


def _area(turn: Turn, heard: Heard, reach: Reach, name: str) -> None:
    """Of several places of one name the widest that is the sender's."""
    found = _stored(turn, turn.community.snapshot.places.find(name), name)
    own = sorted((each for each in found if reach.place(each)), key=lambda each: len(each.path))
    exact = [each for each in own if name in (each.name.lower(), each.name_en.lower())]
    if own:
        heard.add(places=((exact or own)[0].id,))
    elif name not in heard.outside:
        heard.outside.append(name)


def _building(turn: Turn, heard: Heard, reach: Reach, area: str, number: str) -> None:
    found = _stored(turn, turn.community.snapshot.places.find(f"{area} {number}"), None, only="building")
    own = [each for each in found if reach.place(each)]
    if len(own) == 1:
        heard.add(places=(own[0].id,))
    elif own:
        heard.several = number
    else:
        heard.outside.append(f"{area}{number}")


def _stored(turn: Turn, codes: Sequence[str], name: str | None, only: str | None = None) -> list[Place]:
    """The places of the tree with these codes; with a name only those that are called so, in full or in short."""
    by_code = {each.code: each for each in turn.community.pack.places}
    wanted = [by_code[code] for code in codes if only is None or by_code[code].kind == only]
    named = [each for each in wanted if name is None or _called(each, name)]
    found = (places.read_by_code(turn.tx, each.code) for each in named)
    return [each for each in found if each is not None]


def _called(place: PackPlace, name: str) -> bool:
    return place.name.lower().startswith(name) or place.name_en.lower() == name


def _in_text(heard: Heard, names: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The (name, code) pairs whose name stands in what is left, the longest first; they are not read again."""
    found = []
    for name, code in sorted(names, key=lambda pair: len(pair[0]), reverse=True):
        folded = name.lower()
        if folded and folded in heard.left:
            heard.left = heard.left.replace(folded, " ")
            found.append((name, code))
    return found
