"""Who asks for a human being is heard, however politely; who asks for something else is not taken for them."""

import pytest

from handlers.understanding import wants_person


@pytest.mark.parametrize(
    "text",
    [
        *("human", "Human please!", "Please, a human.", "agent", "operator please", "real person", "A real person"),
        *("talk to a person", "Can I talk to a real person please?", "I want to speak with someone", "I need an agent"),
        *("somebody at the desk", "I'd like to talk to somebody at the desk, thanks", "person real"),
        *("转人工", "转人工，谢谢", "请帮我转人工", "我要找真人", "人工客服吗", "我想和真人说话"),
    ],
)
def test_they_are_heard(text: str) -> None:
    assert wants_person(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "please", "I need help", "talk to a doctor", "the person upstairs is loud", "I need a desk lamp"),
        *("人工湖的水臭了", "请人工降雨", "找人", "真人图书馆在哪", "a human " * 20),
    ],
)
def test_other_wishes_are_not(text: str) -> None:
    assert not wants_person(text)
