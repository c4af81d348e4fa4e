"""What may be a name leaves no house, even where nothing but a surname tells; what phrases know stays."""

import pytest

from handlers.understanding import without_suspects
from tests.bot.stage import demo_community


def shown(text: str) -> str:
    return without_suspects(text, demo_community().snapshot.matcher.vocabulary)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("昨天周杰伦在楼下唱歌", "昨天▇▇在楼下唱歌"),
        ("听说周杰伦来过", "听说▇▇来过"),
        ("我想问陳建國的狗", "我想问▇▇的狗"),
        ("王 秀 英摔了", "▇▇摔了"),
        ("任盈盈说她来", "▇▇说她来"),
        ("lunch for Mary Wang", "lunch for ▇▇"),
        ("my neighbour john smith has a dog", "my neighbour ▇▇ ▇▇ has a dog"),
        ("Zbigniew fell down", "▇▇ fell down"),
    ],
)
def test_suspects_go(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        *("那个吃饭的地方啥价钱", "高龄补贴怎么领", "单位不给交社保", "楼道灯坏了找谁"),
        *("how much is lunch on monday", "i'm looking for a pet license", "my wife is sick"),
    ],
)
def test_known_words_stay(text: str) -> None:
    assert shown(text) == text
    assert shown(text[:1].upper() + text[1:]) == text
