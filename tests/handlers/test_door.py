"""A stranger at the door: which words say so, and which do not."""

import pytest

from handlers.helping import door


@pytest.mark.parametrize(
    "words",
    [
        "门口有陌生人",
        "我家门口有陌生人！",
        "有陌生人敲门",
        "有个陌生人一直敲门",
        "门外有不认识的人",
        "不认识的人在门口",
        "There is a stranger at my door",
        "stranger at my door",
        "a stranger is knocking at the door",
    ],
)
def test_words_that_say_it(words: str) -> None:
    assert door.is_stranger(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "门口没有陌生人",
        "门口的灯坏了",
        "要是有陌生人敲门怎么办",
        "小区门口有陌生人贴小广告，楼道里到处都是，请来清理一下",
        "昨天下午我家门口有陌生人转悠，后来走了，想请社区加强巡逻，大家都很担心安全问题",
        "what if a stranger is at my door",
        "my door is broken",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not door.is_stranger(words)
