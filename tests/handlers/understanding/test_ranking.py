"""Items for what neighbours say."""

import pytest

from handlers.packs import Pack
from handlers.understanding import Reading, Snapshot, understand
from handlers.understanding.matches import MOST
from tests.handlers.understanding.sentences import SENTENCES


def read(text: str, snapshot: Snapshot) -> Reading:
    return understand(text, snapshot)


def test_most_sentences_find_their_item(snapshot: Snapshot) -> None:
    first = third = 0
    for text, codes in SENTENCES:
        ranked = [match.code for match in read(text, snapshot).items]
        first += any(code in codes for code in ranked[:1])
        third += any(code in codes for code in ranked[:3])
    assert first / len(SENTENCES) >= 0.7
    assert third / len(SENTENCES) >= 0.85


def test_matches_are_ranked_limited_and_explained(snapshot: Snapshot) -> None:
    items = read("楼道灯坏了，三楼，好几天了", snapshot).items
    assert items[0].code == "pub.light"
    assert items[0].because in "楼道灯坏了"
    assert 1 < len(items) <= MOST
    scores = [match.score for match in items]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_questions_are_ranked_beside_items(snapshot: Snapshot) -> None:
    assert read("低保要怎么申请", snapshot).questions[0].code == "dibao_apply"


def test_what_shares_nothing_matches_nothing(snapshot: Snapshot) -> None:
    for text in ("", "   ", "???", "🙂🙂", "qwxz", "123"):
        reading = read(text, snapshot)
        assert (reading.items, reading.questions, reading.emergency) == ((), (), None)


def test_it_says_which_of_the_own_words_told(snapshot: Snapshot) -> None:
    said = "大姐您好，我家老头早上遛弯回来说咱三单元那个楼道灯不亮了"
    match = read(said, snapshot).ranked[0]
    assert match.label == "request:pub.light"
    assert match.because and match.because in said and "灯" in match.because


def test_one_list_of_items_and_questions(snapshot: Snapshot) -> None:
    reading = read("低保要怎么申请", snapshot)
    assert [match.label for match in reading.ranked[:1]] == ["faq:dibao_apply"]
    assert reading.sure == reading.ranked[0]
    assert {match.kind for match in reading.ranked} == {"request", "faq"}
    assert [match for match in reading.ranked if match.kind == "faq"] == list(reading.questions[: len(reading.ranked)])[
        : sum(match.kind == "faq" for match in reading.ranked)
    ]


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("楼道灯坏了", "楼到灯坏了"),  # homophones
        ("楼道灯坏了", "漏道灯坏啦"),
        ("电梯停了", "癫梯停了"),
        ("下水道堵了", "下水道赌了"),
        ("养老金认证怎么弄", "养脑金认挣怎么弄"),  # near sounds: n/l, z/zh, in/ing
        ("残疾证怎么办", "惨疾挣怎么拌"),
        ("燃气灶打不着火", "燃氣灶打不著火"),  # traditional
        ("身份证丢了怎么补", "身份證丟了怎麼補"),
        ("楼道灯坏了", "楼 道 灯 坏 了"),
        ("WIFI连不上", "ＷＩＦＩ连不上"),  # full width
    ],
)
def test_however_it_is_typed_it_means_the_same(plain: str, other: str, snapshot: Snapshot) -> None:
    meant = read(plain, snapshot).ranked[0].label
    assert meant in [match.label for match in read(other, snapshot).ranked[:3]]


def test_unsure_is_said_and_small_talk_is_no_request(snapshot: Snapshot) -> None:
    assert read("帮忙", snapshot).sure is None
    for said, kind in (("谢谢啊", "thanks"), ("哈哈哈哈哈", "laughing"), ("您好", "greeting")):
        reading = read(said, snapshot)
        assert (reading.sure, reading.small_talk) == (None, kind)
    assert read("呃", snapshot).small_talk is not None


def test_the_same_phrases_make_the_same_model(pack: Pack) -> None:
    items = pack.items[:20]
    first, second = (Snapshot.build(items, pack.emergency) for _ in range(2))
    said = "想找人陪我去医院"
    assert read(said, first).ranked == read(said, second).ranked


def test_places_are_found_narrowest_first(snapshot: Snapshot) -> None:
    assert read("我住和顺里小区3号楼", snapshot).places[0] == "heshun-3"
    assert read("青禾苑二栋楼下", snapshot).places[0] == "qingheyuan-2"
    assert read("Qinghe Garden, building 2", snapshot).places[0] == "qingheyuan-2"
    assert read("江畔雅居", snapshot).places == ("jiangpan",)
    assert set(read("7号楼", snapshot).places) == {"heshun-7", "liudixincun-7"}
    assert read("柳堤99号楼", snapshot).places[0] in ("liudixincun", "liudi")
