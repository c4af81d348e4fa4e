"""Words that judge what was just said: none of these, it helped, it did not. Only the whole text counts."""

import unicodedata
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["none", "helped", "not"]

_AROUND = " !?.,~。，、…！？～\n"
_WORDS: dict[Verdict, frozenset[str]] = {
    "none": frozenset(
        (
            *("都不是", "都不对", "不是这些", "没有我要的", "没有我说的", "不是这个意思", "这些都不是", "没有一个对的"),
            *("none of these", "none of them", "none", "neither"),
        )
    ),
    "helped": frozenset(
        (
            *("有用", "有帮助", "帮到了", "帮上了", "解决了", "明白了", "懂了", "清楚了", "有用谢谢", "很有用"),
            *("that helped", "it helped", "this helped", "useful", "helpful", "very helpful", "got it"),
        )
    ),
    "not": frozenset(
        (
            *("没用", "没有用", "没帮上", "没帮到", "没解决", "不对", "答非所问", "不是我要的", "没看懂", "看不懂"),
            *("没明白", "答错了", "说的不是这个", "不是这个"),
            *("that didn't help", "that did not help", "it didn't help", "it did not help", "no help"),
            *("it didn't work", "that didn't work", "that did not work", "it did not work", "didn't work"),
            *("this didn't help", "not helpful", "didn't help", "did not help", "useless"),
            *("wrong", "wrong answer", "not what i asked"),
        )
    ),
}


def verdict_of(text: str) -> Verdict | None:
    """What a text says of the answer or the choices before it; None where it says anything else."""
    bare = unicodedata.normalize("NFKC", text).replace("’", "'").strip(_AROUND).lower()
    bare = bare.removesuffix("谢谢").strip(_AROUND) or bare
    return next((verdict for verdict, words in _WORDS.items() if bare in words), None)
