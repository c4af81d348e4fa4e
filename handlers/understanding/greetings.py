"""Words that ask for no service: greetings, thanks, a nod; and those that ask for a human being."""

import re
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
_LONGEST = 60  # characters; whoever writes more says more than that
_PERSON = re.compile(
    r"(?:(?:hi|hello|hey|please|pls|sorry|excuse me)[ ,.!]+)*"
    r"(?:(?:can|could|may) (?:i|you) |(?:i|we)(?:'d| would)? (?:like|want|need)(?: to)? |let me |i wanna )?(?:please )?"
    r"(?:(?:talk|speak|chat)(?: to| with)? |(?:connect|transfer|put|get|give)(?: me)?(?: through)?(?: to| with)? )?"
    r"(?:have )?(?:an? |the |some |your )?(?:(?:real|live|actual) )?"
    r"(?:human(?: being| agent)?|person|agent|operator|somebody|someone|staff member|(?:duty )?desk)"
    r"(?: (?:at|from) the (?:duty )?desk| on duty| real)?"
    r"(?:[ ,]+(?:please|pls|now|thanks|thank you))*"
    r"|(?:你好|您好|请|麻烦|帮我|给我|我要|我想|想|要|能不能|可不可以|可以|能|[ ,，])*"
    r"(?:(?:转接|转到|转|找|接)(?:一下)?)?(?:(?:人工|真人)(?:服务|客服|坐席)?|(?:和|跟)真?人(?:说话|聊聊|说|聊|谈))"
    r"(?:一下|好吗|行吗|可以吗|吧|吗|呢|谢谢您?|[ ,，])*"
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
    bare = _bare(text)
    return len(bare) <= _LONGEST and _PERSON.fullmatch(bare) is not None


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip(AROUND).lower()
