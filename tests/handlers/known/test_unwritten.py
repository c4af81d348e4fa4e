"""What is not written down about people: obvious words are seen, what merely sounds alike is not."""

import pytest

from handlers.known import unwritten
from handlers.texts import keys

REFUSED = {
    "diagnosis": ("去年查出肺癌", "有高血压，天天吃药", "确诊抑郁症", "She has diabetes", "early dementia", "是糖尿病"),
    "quarrel": ("和儿媳妇天天吵架", "儿子骂了他", "丈夫有外遇", "兄弟争房产", "They quarrelled about money"),
    "opinion": ("这人脾气不好", "有点懒", "爱占小便宜", "他很难缠", "不讲道理", "a stubborn man", "She is very rude"),
    "thinking": ("对政府有意见", "信基督教", "思想有点落后", "He is religious", "总发牢骚"),
    "violence": ("老公经常家暴", "孩子被打", "她被虐待", "he beats his wife", "domestic violence"),
    "number": ("身份证 42010619480101123X", "卡号6222020200112233445", "密码是八个八"),
}
WRITTEN = (
    "一个人住，女儿周末来看她",
    "儿子在肿瘤医院上班，常值夜班",
    "走路要人扶，要人陪着看病",
    "上个月动手术，刚出院，要人买菜",
    "孙女在上大学，学思想政治专业",
    "退休前是政治老师",
    "电梯坏了下不了楼，盼着有人搭把手",
    "每年体检都去",
    "女儿电话 138 0000 1111",
    "1948 年生，住了三十年",
    "低保，冬天取暖费有困难",
    "离婚，独自带孩子",
    "wears hearing aids, please speak up",
    "The son works at the cancer hospital",
    "Lives alone; the daughter comes on Sundays",
    "骂名",
)


@pytest.mark.parametrize(("kind", "words"), [(kind, each) for kind, of in REFUSED.items() for each in of])
def test_obvious_words_are_seen(kind: str, words: str) -> None:
    assert unwritten.kind(words) == kind


@pytest.mark.parametrize("words", WRITTEN)
def test_what_helps_is_written(words: str) -> None:
    assert unwritten.hint(words) is None


def test_traditional_characters_and_gaps_hide_nothing() -> None:
    assert unwritten.kind("有 高 血 壓") == "diagnosis"
    assert unwritten.kind("ＨＩＶ") == "diagnosis"


@pytest.mark.parametrize("kind", REFUSED)
def test_each_kind_has_its_kind_words(kind: str) -> None:
    hint = unwritten.hint(REFUSED[kind][0])
    assert hint in keys("zh-CN") and hint in keys("en")
