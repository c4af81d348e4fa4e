"""A file of texts and expectations: read whole, or refused with the line of each fault."""

from pathlib import Path

import pytest

from bot.samples import SamplesInvalid, read_samples

GOOD = """\
# texts
- {text: 楼道灯坏了, expect: [request:pub.light, faq:repair_report], kind: request}
- text: 13800000000
  expect: [none]
- {text: "", expect: [emergency], kind: label}
"""


def test_rows_come_as_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "texts.yaml"
    file.write_text(GOOD, "utf-8")
    lamp, number, empty = read_samples(file)
    assert (lamp.text, lamp.expect, lamp.kind) == ("楼道灯坏了", ("request:pub.light", "faq:repair_report"), "request")
    assert (lamp.line, number.line, empty.line) == (2, 3, 5)
    assert (number.text, number.kind, empty.text) == ("13800000000", "", "")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("text: a\n", ":1: a list of rows"),
        ("[]\n", "no rows"),
        ("", "a list of rows"),
        ("- {text: a, expect: [none]}\n- 灯\n", ":2: a row is"),
        ("- {expect: [none]}\n", ":1: text is missing"),
        ("- {text: a}\n", ":1: expect is missing"),
        ("- {text: a, expect: none}\n", ":1: expect: a list"),
        ("- {text: a, expect: []}\n", ":1: expect: a list"),
        ("- {text: a, expect: [lamp]}\n", ":1: lamp is no label"),
        ("- {text: a, expect: ['request:']}\n", "request: is no label"),
        ("- {text: [a], expect: [none]}\n", ":1: text: a text"),
        ("- {text: a, expect: [none], sort: x}\n", "sort is not known"),
        ("- text: a\n  text: b\n  expect: [none]\n", ":2: text stands here twice"),
        ("- {text: a\n", ":2:"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, body: str, said: str) -> None:
    file = tmp_path / "texts.yaml"
    file.write_text(body, "utf-8")
    with pytest.raises(SamplesInvalid, match=said):
        read_samples(file)


def test_every_fault_is_named_up_to_twenty(tmp_path: Path) -> None:
    file = tmp_path / "texts.yaml"
    file.write_text("- {text: a}\n" * 25, "utf-8")
    with pytest.raises(SamplesInvalid) as caught:
        read_samples(file)
    assert len(str(caught.value).splitlines()) == 21
    assert str(caught.value).endswith("… and 5 more")


def test_what_is_no_text_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SamplesInvalid, match="cannot be read"):
        read_samples(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"- {text: a}\n\xff")
    with pytest.raises(SamplesInvalid, match=":2: this is not UTF-8"):
        read_samples(tmp_path / "bytes.yaml")
