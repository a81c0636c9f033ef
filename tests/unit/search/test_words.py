"""Text cut into words the way people type them."""

from __future__ import annotations

import pytest

from jitdesk.search.words import MAX_WORD, is_seam, split_words


def texts(text: str) -> set[str]:
    return {word.text for word in split_words(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("git-reset", {"git", "reset", "gitreset"}),
        ("pg_dump", {"pg", "dump", "pgdump"}),
        ("KubePodCrashLooping", {"kube", "pod", "crash", "looping", "kubepodcrashlooping"}),
        ("HTMLParser", {"html", "parser", "htmlparser"}),
        ("ERR_CONN_RESET", {"err", "conn", "reset", "errconnreset"}),
        ("v2.3.1", {"v2", "3", "1", "v231"}),
        ("0x80070005", {"0x80070005"}),
        ("python3", {"python3", "python"}),
        ("C++ and C#", {"c++", "and", "c#"}),
        ("don't", {"dont"}),
        ("the owner's key", {"the", "owner", "key"}),
        ("l'école", {"l", "ecole", "lecole"}),
        ("重置密码", {"重置", "置密", "密码"}),
        ("鍵", {"鍵"}),
        ("パスの変更", {"パス", "スの", "の変", "変更"}),
    ],
)
def test_chains_give_parts_and_the_whole(text: str, wanted: set[str]) -> None:
    assert texts(text) == wanted


def test_every_word_lies_where_it_says() -> None:
    text = "Reset your Straße-password, 密码! (KubePod)"
    for word in split_words(text):
        assert 0 <= word.start < word.end <= len(text)
    first = next(split_words(text))
    assert text[first.start : first.end] == "Reset"


def test_half_width_kana_is_cut_like_full_width() -> None:
    assert texts("ﾊﾞｯｸ") == texts("バック")


def test_long_runs_are_cut() -> None:
    assert all(len(word.text) <= MAX_WORD for word in split_words("a" * 5000))


@pytest.mark.parametrize("sign", ["ﷺ", "ﷻ", "¨", "½", "㎏", "﷼"])
def test_a_sign_that_is_several_words_when_folded_stays_one(sign: str) -> None:
    """A term with a space in it cut the outline of a guide apart (found by fuzzing)."""
    assert not any(" " in word.text for word in split_words(f"{sign} a{sign}b-{sign}c {sign}1"))


@pytest.mark.parametrize("pair", ["ルを", "像の", "を消", "のフ"])
def test_where_two_japanese_words_meet_is_a_seam(pair: str) -> None:
    assert is_seam(pair)


@pytest.mark.parametrize("pair", ["消す", "ファ", "画像", "お金", "する", "ab", "文", "删除", ""])
def test_a_word_is_no_seam(pair: str) -> None:
    assert not is_seam(pair)
