"""Words that steer a form instead of answering it: yes or no to a card, skip, back, cancel."""

import re
import unicodedata

WAYS = {
    "skip": frozenset(("跳过", "略过", "先跳过", "skip", "skipthis")),
    "back": frozenset(("上一步", "返回", "退回", "回到上一步", "back", "goback")),
    "cancel": frozenset(
        (
            *("取消", "取消吧", "我要取消", "算了", "算了吧", "算了不要了", "算了不用了", "算了不办了", "不要了"),
            *("不用了", "不办了", "不报了", "先不办了", "cancel", "nevermind", "forgetit", "nothanks", "stop"),
        )
    ),
}
YES = frozenset(
    (
        *("对", "对的", "对了", "是", "是的", "好", "好的", "好了", "行", "可以", "嗯", "嗯嗯", "确认", "确定", "没错"),
        *("没问题", "就这样", "yes", "y", "ok", "okay", "right", "correct", "confirm", "sure"),
    )
)
NO = frozenset(
    (
        *("不", "不是", "不是的", "不对", "不对的", "错了", "写错了", "有错", "没写对"),
        *("no", "nope", "n", "notright", "thatsnotright", "notcorrect", "incorrect", "thatswrong", "itswrong"),
    )
)
NO_LETTERS = re.compile(r"[\W_]+")


def way_of(text: str) -> str | None:
    """`skip`, `back` or `cancel` where a text says nothing but that; otherwise None."""
    said = _letters(text)
    return next((way for way, words in WAYS.items() if said in words), None)


def agrees(text: str) -> bool:
    """Whether a text is nothing but a yes."""
    return _letters(text) in YES


def disagrees(text: str) -> bool:
    """Whether a text is nothing but a no."""
    return _letters(text) in NO


def _letters(text: str) -> str:
    """Only letters and digits, small: marks and blanks make no difference. Long texts are more than one word."""
    return NO_LETTERS.sub("", unicodedata.normalize("NFKC", text)).lower() if len(text) <= 40 else ""
