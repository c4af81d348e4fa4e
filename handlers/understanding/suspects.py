"""Suspects: what may be somebody's name is taken out of words that leave the house. Rather too much than too little.

A surname with what follows it is no name where the community's own phrases know the two together (方便, 马上), or the
surname as the end of another word (地方). A capital letter makes a name of an English word, unless it only begins a
sentence; after those of whom one speaks (my neighbour …) every word that no phrase knows is one.
"""

import math
import re

from handlers.understanding.features import units
from handlers.understanding.names import SURNAME
from handlers.understanding.normal import fold
from handlers.understanding.redaction import HIDDEN
from handlers.understanding.vocabulary import Vocabulary

OFTEN = 0.001  # of the phrases: what stands side by side more seldom may do so by chance
_HAN = "[\u3400-\u9fff]"
_SUSPECT = re.compile(rf"(?P<surname>{SURNAME})(?P<next>{_HAN}){_HAN}?")
# What stands before a name, and so never makes a word with it.
_BEFORE_NAMES = frozenset(
    "的了和跟与同给找叫让被把帮替问是有在到我你他她您这那个位妈爸爹娘爷奶公婆姐哥弟妹嫂叔伯姨姑舅伴壁居门"
)
_CAPITAL = r"[A-Z](?!'(?:m|ve|ll|d)\b)[A-Za-z'-]+"
_CAPITALS = re.compile(rf"\b{_CAPITAL}(?:[ ]{_CAPITAL})*")
_BEGINS = re.compile(r"(?:^|[.!?\n])[\s\"'(]*$")
_CALENDAR = re.compile(
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november"
    "|december|chinese|english"
)
_OF_WHOM = re.compile(
    r"\b(?P<kin>neighbou?r|mother|mum|mom|father|dad|wife|husband|son|daughter|brother|sister|friend|aunt|uncle|grandma|grandpa"
    r"|called|named)(?P<words>(?: [a-z]{2,}){1,2})"
)


def without_suspects(text: str, known: Vocabulary) -> str:
    """The text, folded, with all that may be a name hidden. `known`: what the community's phrases are made of."""
    shown = _CAPITALS.sub(lambda match: _capitals(match, known), text)
    folded = fold(shown)
    return _OF_WHOM.sub(lambda match: _of_whom(match, known), _without_chinese(folded, known))


def _without_chinese(folded: str, known: Vocabulary) -> str:
    parts, done = [], 0
    for start in range(len(folded)):
        match = _SUSPECT.match(folded, start) if start >= done else None
        if match is not None and _is_suspect(match, known):
            parts += [folded[done:start], HIDDEN]
            done = match.end()
    return "".join([*parts, folded[done:]])


def _is_suspect(match: re.Match[str], known: Vocabulary) -> bool:
    surname, following = match.group("surname", "next")
    if len(surname) > 1:
        return True
    before = match.string[match.start() - 1 : match.start()]
    ends_a_word = before not in _BEFORE_NAMES and _share(before + surname, known) >= OFTEN
    return not (ends_a_word or _share(surname + following, known))


def _share(two: str, known: Vocabulary) -> float:
    """In which share of the phrases two characters stand side by side."""
    column = known.columns.get(" ".join(unit.value for unit in units(two)))
    return math.exp(1 - float(known.rarity[column])) if column is not None and len(two) > 1 else 0.0


def _capitals(match: re.Match[str], known: Vocabulary) -> str:
    words = match.group().split(" ")
    first = _BEGINS.search(match.string[: match.start()]) is not None
    if len(words) == 1 and (_CALENDAR.fullmatch(words[0].lower()) or (first and _is_word(words[0].lower(), known))):
        return words[0]
    return HIDDEN


def _of_whom(match: re.Match[str], known: Vocabulary) -> str:
    words = match.group("words").split()
    shown = [word if _is_word(word, known) else HIDDEN for word in words]
    return " ".join([match.group("kin"), *shown])


def _is_word(word: str, known: Vocabulary) -> bool:
    return all(unit.value in known.columns for unit in units(word))
