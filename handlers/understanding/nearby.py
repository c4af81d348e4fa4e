"""Whether words ask for what is nearest: 离我最近的, 附近哪里有, the nearest. 最近 alone means lately.

附近 and 最近的 ask for a place only in a question, or where nothing but its name follows; otherwise they tell where
something has happened.
"""

import re

from handlers.understanding.normal import fold

_NEAR = re.compile(
    r"离(?:我|咱|俺|这|家|\d)[^,。]{0,8}近|就近|哪[个家里儿]?.{0,6}(?:最|比较|更)近"
    r"|(?:附近|最近)的[^,。!了太很好坏吵脏乱停没不老总]{1,8}$"
    r"|\b(?:nearest|closest|near me|nearby|near here|close to (?:me|here|my))\b"
)
_HERE = re.compile(r"附近(?:有|哪|的|那)|最近的")
_ASKED = re.compile(r"哪|有没有|怎么走|怎么去|多远|有[^,。]{1,12}[吗么?]|在什么地方|几点")


def nearness(text: str) -> bool:
    """Whether a text asks for the nearest of something."""
    folded = fold(text)
    return _NEAR.search(folded) is not None or bool(_HERE.search(folded) and _ASKED.search(folded))
