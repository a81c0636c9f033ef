"""Text cut into the pieces of a vocabulary."""

from __future__ import annotations

import pytest

from jitdesk.meaning.wordpiece import WordPiece, read_vocabulary

PIECES = ["[CLS]", "[SEP]", "[UNK]", "pass", "##word", "reset", "cafe", "a", ".", "!", "更", "改"]


@pytest.fixture(name="pieces")
def made() -> WordPiece:
    return WordPiece(read_vocabulary(f"{piece}\n" for piece in PIECES))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("reset", "reset"),
        ("Reset password.", "reset pass ##word ."),
        ("CAFÉ", "cafe"),
        ("更改", "更 改"),
        ("a zebra!", "a [UNK] !"),
        ("x" * 200, "[UNK]"),
        ("", ""),
    ],
)
def test_words_are_cut_into_the_longest_pieces(pieces: WordPiece, text: str, found: str) -> None:
    numbers = pieces.numbers(text, 50)
    assert [PIECES[n] for n in numbers] == ["[CLS]", *found.split(), "[SEP]"]


def test_a_long_text_is_cut_and_still_ends(pieces: WordPiece) -> None:
    numbers = pieces.numbers("reset " * 100, 8)
    assert len(numbers) == 8
    assert numbers[-1] == PIECES.index("[SEP]")


def test_a_vocabulary_without_its_signs_is_refused() -> None:
    with pytest.raises(KeyError):
        WordPiece({"reset": 0})
