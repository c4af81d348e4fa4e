"""Words of a neighbour: 隔壁张奶奶住院了. Pure: a text in, of whom and of what it tells out."""

import re
from dataclasses import dataclass

from handlers.understanding import for_whom
from handlers.understanding.normal import fold
from storage.occasions import BEREAVEMENT, CONFLICT, HARDSHIP, HOSPITAL

LONGEST = 40  # characters: who tells more than that wants something done
_KINDS = (
    (BEREAVEMENT, re.compile(r"去世|过世|病故|办丧事|办白事|家里有丧|passed away|\bdied\b|funeral")),
    (HOSPITAL, re.compile(r"住院|[住送][去到进](?:了)?医院|进了医院|做(?:了)?手术|in (?:the )?hospital|hospitalised")),
    (CONFLICT, re.compile(r"吵架|吵得|闹矛盾|闹翻|闹离婚|天天吵|quarrel|fight(?:s|ing) a lot")),
    (HARDSHIP, re.compile(r"揭不开锅|吃不上饭|下岗|失业|没钱(?:吃饭|看病|交)|日子(?:很|好|过得)?难|lost their job")),
)  # fmt: skip
_QUARREL = re.compile(r"吵架|打架|矛盾|闹翻|离婚|夫妻|两口子|家里|父[子女母]|母[子女]|婆媳|quarrel|fight")
# Who tells of what keeps them awake wants quiet, and no visit at the neighbour's.
_NOISE = re.compile(
    r"我(?!们?家?的?(?:邻居|隔壁|对门|楼)|听|看|见|担心|觉得)|睡|休息|噪|装修|音响|音乐|电视"
    r"|\bsleep\b|\bnois[ey]\b|\bmusic\b"
)
_DIED = re.compile(r"去世|过世|病故|passed away|\bdied\b")
_FAMILY = re.compile(r"(?<!在)家|的|老伴|爱人|[妻夫婿媳公婆爷奶爸妈父母哥弟姐妹儿女孙叔伯姑舅姨]|'s\b")
# Who asks for something to be done, or asks a question, only mentions the neighbour.
_WANTS = re.compile(
    r"[帮陪替借修找约报订换送交办问]|需要|能不能|可不可以|可以|想要|想请|请人|谁|怎么|哪|吗|多少|什么|[?？]"
    r"|\b(?:help|need|want|how|where|who|when|what|can|could|would|please)\b"
)


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody tells of a neighbour: what they are called (may be empty), and which of the four it is.

    `dead`: what the one is called who has died; of the family nobody is named then.
    """

    name: str
    kind: str
    dead: str = ""


def of_neighbour(text: str) -> Word | None:
    """What a short statement tells of a neighbour; None where it asks for something, or tells of nothing like that."""
    folded = fold(text)
    whom = for_whom(text) if len(text) <= LONGEST else None
    kind = kind_of(text)
    if whom is None or whom.whom != "neighbour" or whom.clear or kind is None or _WANTS.search(_without(folded, kind)):
        return None
    if kind == CONFLICT and (_NOISE.search(folded) or not _QUARREL.search(folded)):
        return None
    if kind == BEREAVEMENT and _has_died(folded, whom.name):
        return Word("", kind, whom.name)
    return Word(whom.name, kind)


def kind_of(text: str) -> str | None:
    """Which of the four occasions a text tells of."""
    folded = fold(text)
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), None)


def _has_died(folded: str, name: str) -> bool:
    """Whether it is the neighbour named who has died, and nobody of their family."""
    died, start = _DIED.search(folded), folded.find(name.lower()) if name else -1
    if died is None or start < 0:
        return False
    return not _FAMILY.search(folded[start + len(name) : max(died.start(), start + len(name))])


def _without(folded: str, kind: str) -> str:
    """The rest of the words: 办丧事 and 送医院 are no wish that somebody does it."""
    pattern = next(pattern for each, pattern in _KINDS if each == kind)
    return pattern.sub("", folded)
