"""Spoken: what words of the language itself tell of an audience: roles, ages, languages, topics, who is there."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.audience.audience import OLDEST, ROLES, Audience

NOT_AWAY = re.compile(r"(?:没有?|不|未)(?:在)?(?:请假|休假|外出)的?|在岗的?|not (?:on leave|away)")
ALONE = re.compile(r"独居的?|(?:独自|一个人|自己)(?:居?住|过)的?|(?:who )?liv(?:e|es|ing) alone")
LANGUAGES = {
    "en": re.compile(r"(?:说|讲|用|看)?英[语文]的?|(?:in |speak(?:s|ing)? |read(?:s|ing)? )?english"),
    "zh-CN": re.compile(r"(?:说|讲|用|看)?中文的?|(?:in |speak(?:s|ing)? |read(?:s|ing)? )?chinese"),
}
BETWEEN = re.compile(r"([0-9]{1,3})\s*岁?\s*(?:到|至|-|~|–|to)\s*([0-9]{1,3})\s*(?:岁|years?(?: old)?)?的?")
FROM = re.compile(r"([0-9]{1,3})\s*岁(?:以上|及以上|往上|起)的?|(?:over|from|above)\s*([0-9]{1,3})|([0-9]{1,3})\s*\+")
TO = re.compile(r"([0-9]{1,3})\s*岁(?:以下|及以下|以内)的?|(?:under|below)\s*([0-9]{1,3})")
NAMED_AGES = (
    (re.compile(r"老年?人(?:家)?|老人|seniors?|elderly"), (60, OLDEST)),
    (re.compile(r"未成年人?|孩子|minors?"), (0, 17)),
)
SAID_FOR_ROLES = {
    "volunteer": re.compile(r"志愿(?:者|人员|服务者)|义工|volunteers?"),
    "leader": re.compile(r"队长|领队|team leaders?|leaders?"),
    "liaison": re.compile(r"联络员|liaisons?"),
    "grid": re.compile(r"网格员|grid workers?"),
    "desk": re.compile(r"值班(?:员|人员)?|服务台|desk"),
    "coordinator": re.compile(r"协调员|主任|coordinators?"),
    "secretary": re.compile(r"书记|secretar(?:y|ies)"),
}
SUBSCRIBED = r"(?:订阅了?|关心|subscrib(?:ed|ers|ing) (?:to|of) )(?:「|“)?"
SAID_FOR_SUBJECTS = {
    "party": re.compile(SUBSCRIBED + r"(?:党建|党的建设|party(?: building)?)(?:」|”)?的?"),
    "education": re.compile(SUBSCRIBED + r"(?:教育|education)(?:」|”)?的?"),
    "services": re.compile(SUBSCRIBED + r"(?:便民(?:服务)?|services?)(?:」|”)?的?"),
    "security": re.compile(SUBSCRIBED + r"(?:平安|安全|治安|security)(?:」|”)?的?"),
    "policy": re.compile(SUBSCRIBED + r"(?:政策|polic(?:y|ies))(?:」|”)?的?"),
}
FILLING = re.compile(
    r"(?:只)?(?:发|通知|告诉|写)?给|全体|全部|所有|整个|居民(?:们)?|住户|大家|的人|人们?|有|会|能|懂|修|做|本领|技能|队员|以及|并且|还有|[的和与或跟里住在都是]"
    r"|\b(?:all|everybody|everyone|residents?|people|the|and|or|of|in|at|with|who|are|can|skills?|aged?|years?|old|to)\b"
)
EVERYBODY = re.compile(r"全体|全部|所有|整个|大家|\b(?:all|everybody|everyone)\b")
MARKS = re.compile(r"[\s,.;:!?、，。；：！？·「」“”\"'()（）/+-]+")


@dataclass(slots=True)
class Heard:
    """What was understood. `unknown`: words that mean nothing here; `outside`: names of places and teams that are not
    the sender's; `several`: a building's number that stands in several estates."""

    audience: Audience
    unknown: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    several: str = ""
    left: str = ""

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All places where a pattern stands in what is left; they are not read again."""
        found = list(pattern.finditer(self.left))
        self.left = pattern.sub(" ", self.left)
        return found

    def add(self, **kinds: tuple[object, ...]) -> None:
        """Adds to kinds of the audience."""
        more: dict[str, Any] = {
            name: tuple(dict.fromkeys((*getattr(self.audience, name), *values))) for name, values in kinds.items()
        }
        self.audience = replace(self.audience, **more)


def take_spoken(heard: Heard) -> None:
    """Takes who is there, who lives alone, topics and ages out of what is said."""
    _away_and_alone(heard)
    _subjects(heard)
    _ages(heard)


def take_roles(heard: Heard) -> None:
    """Takes roles and languages; after the names of teams and skills, in which words for roles stand, too."""
    _roles(heard)
    _languages(heard)


def _away_and_alone(heard: Heard) -> None:
    away, alone = heard.take(NOT_AWAY), heard.take(ALONE)
    heard.audience = replace(heard.audience, not_away=bool(away), alone=bool(alone))


def _subjects(heard: Heard) -> None:
    for code, pattern in SAID_FOR_SUBJECTS.items():
        if heard.take(pattern):
            heard.add(subjects=(code,))


def _ages(heard: Heard) -> None:
    for match in heard.take(BETWEEN):
        first, last = sorted((int(match[1]), int(match[2])))
        heard.add(ages=((first, last),))
    for match in heard.take(FROM):
        heard.add(ages=((int(match[1] or match[2] or match[3]), OLDEST),))
    for match in heard.take(TO):
        heard.add(ages=((0, int(match[1] or match[2])),))
    for pattern, span in NAMED_AGES:
        if heard.take(pattern):
            heard.add(ages=(span,))


def _roles(heard: Heard) -> None:
    for role in ROLES:
        if heard.take(SAID_FOR_ROLES[role]):
            heard.add(roles=(role,))


def _languages(heard: Heard) -> None:
    for code, pattern in LANGUAGES.items():
        if heard.take(pattern):
            heard.add(languages=(code,))
