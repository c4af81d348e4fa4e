"""Words that ask for no service: greetings, thanks, a nod; and those that ask for a human being."""

import unicodedata
from typing import Literal, TypeAlias

Courtesy: TypeAlias = Literal["greeting", "thanks", "bye"]

GREETINGS = frozenset(
    (
        *("你好", "您好", "你好啊", "您好啊", "你们好", "大家好", "嗨", "哈喽", "早", "早上好", "上午好", "中午好"),
        *(
            "下午好",
            "晚上好",
            "在吗",
            "在不在",
            "在么",
            "有人吗",
            "有人在吗",
            "谢谢",
            "谢谢您",
            "谢谢你",
            "多谢",
            "辛苦了",
        ),
        *("多谢", "辛苦了", "好的", "好", "嗯", "嗯嗯", "知道了", "收到", "帮助", "开始", "菜单", "再见"),
        *("hi", "hello", "hey", "good morning", "good evening", "thanks", "thank you", "ok", "okay", "help", "start"),
    )
)
THANKS = frozenset(("谢谢", "谢谢您", "谢谢你", "多谢", "辛苦了", "thanks", "thank you"))
BYE = frozenset(("再见",))
PERSON = frozenset(
    (
        *("转人工", "人工", "找人工", "人工服务", "转人工服务", "我要人工", "找真人", "转接人工", "人工客服"),
        *("human", "a human", "agent", "operator", "real person", "talk to a human", "talk to a person"),
    )
)
AROUND = " !?.,~。，、…\n"


def is_greeting(text: str) -> bool:
    """Whether a text is nothing but a greeting, thanks or a nod."""
    return _bare(text) in GREETINGS


def courtesy_of(text: str) -> Courtesy:
    """Which courtesy a greeting is: thanks and goodbyes are answered as such, a nod as a greeting."""
    bare = _bare(text)
    return "thanks" if bare in THANKS else "bye" if bare in BYE else "greeting"


def wants_person(text: str) -> bool:
    """Whether a text is nothing but the wish to talk to a human being."""
    return _bare(text) in PERSON


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(AROUND).lower()
