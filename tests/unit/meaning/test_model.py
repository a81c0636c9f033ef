"""The encoder on a tiny model with random weights."""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from jitdesk.meaning.model import Encoder, read_safetensors
from jitdesk.meaning.wordpiece import WordPiece, read_vocabulary

WORDS = ["[CLS]", "[SEP]", "[UNK]", *"reset the password of a mailbox open portal".split()]  # noqa: SIM905
WIDTH, INNER = 24, 48


def weights() -> dict[str, NDArray[Any]]:
    dice = np.random.default_rng(7)

    def matrix(*shape: int) -> NDArray[np.float32]:
        return dice.normal(0, 0.3, shape).astype(np.float32)

    found = {
        "embeddings.word_embeddings.weight": matrix(len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": matrix(96, WIDTH),
        "embeddings.token_type_embeddings.weight": matrix(2, WIDTH),
    }
    linear = {
        "attention.self.query": (WIDTH, WIDTH),
        "attention.self.key": (WIDTH, WIDTH),
        "attention.self.value": (WIDTH, WIDTH),
        "attention.output.dense": (WIDTH, WIDTH),
        "intermediate.dense": (INNER, WIDTH),
        "output.dense": (WIDTH, INNER),
    }
    for layer in range(2):
        for name, shape in linear.items():
            found[f"encoder.layer.{layer}.{name}.weight"] = matrix(*shape)
            found[f"encoder.layer.{layer}.{name}.bias"] = matrix(shape[0])
    norms = ["embeddings", *(f"encoder.layer.{n}.{p}" for n in (0, 1) for p in ("attention.output", "output"))]  # fmt: skip  # noqa: E501
    for name in norms:
        found[f"{name}.LayerNorm.weight"] = 1 + matrix(WIDTH)
        found[f"{name}.LayerNorm.bias"] = matrix(WIDTH)
    return found


@pytest.fixture(name="encoder")
def made() -> Encoder:
    return Encoder(weights(), WordPiece(read_vocabulary(WORDS)))


def by_hand(text: str) -> list[float]:
    """Return the vector as the formulas of the papers say it, number by number."""
    all_weights = weights()
    pieces = WordPiece(read_vocabulary(WORDS)).numbers(text, 96)

    def norm(row: list[float], name: str) -> list[float]:
        mean = sum(row) / WIDTH
        spread = math.sqrt(sum((x - mean) ** 2 for x in row) / WIDTH + 1e-12)
        scale, shift = (
            all_weights[f"{name}.LayerNorm.weight"],
            all_weights[f"{name}.LayerNorm.bias"],
        )
        return [(x - mean) / spread * scale[i] + shift[i] for i, x in enumerate(row)]

    def linear(row: list[float], name: str) -> list[float]:
        matrix, bias = all_weights[f"{name}.weight"], all_weights[f"{name}.bias"]
        return [float(np.dot(line, row) + b) for line, b in zip(matrix, bias, strict=True)]

    embedded = (
        all_weights["embeddings.word_embeddings.weight"][pieces]
        + all_weights["embeddings.position_embeddings.weight"][: len(pieces)]
        + all_weights["embeddings.token_type_embeddings.weight"][0]
    )
    state = [norm([float(x) for x in row], "embeddings") for row in embedded]
    size = WIDTH // 12
    for layer in range(2):
        head = f"encoder.layer.{layer}."
        q, k, v = ([linear(row, f"{head}attention.self.{n}") for row in state] for n in ("query", "key", "value"))  # fmt: skip  # noqa: E501
        mixed = [[0.0] * WIDTH for _ in state]
        for part in range(0, WIDTH, size):
            for at, row in enumerate(q):
                marks = [math.exp(sum(row[i] * other[i] for i in range(part, part + size)) / math.sqrt(size)) for other in k]  # fmt: skip  # noqa: E501
                for i in range(part, part + size):
                    mixed[at][i] = sum(
                        m * other[i] for m, other in zip(marks, v, strict=True)
                    ) / sum(marks)
        out = [linear(row, f"{head}attention.output.dense") for row in mixed]
        state = [norm([a + b for a, b in zip(x, y, strict=True)], f"{head}attention.output") for x, y in zip(state, out, strict=True)]  # fmt: skip  # noqa: E501
        inner = [[0.5 * x * (1 + math.erf(x / math.sqrt(2))) for x in linear(row, f"{head}intermediate.dense")] for row in state]  # fmt: skip  # noqa: E501
        out = [linear(row, f"{head}output.dense") for row in inner]
        state = [norm([a + b for a, b in zip(x, y, strict=True)], f"{head}output") for x, y in zip(state, out, strict=True)]  # fmt: skip  # noqa: E501
    mean = [sum(column) / len(state) for column in zip(*state, strict=True)]
    length = math.sqrt(sum(x * x for x in mean))
    return [x / length for x in mean]


@pytest.mark.parametrize("text", ["reset the password", "open", ""])
def test_a_vector_is_what_the_formulas_say(encoder: Encoder, text: str) -> None:
    assert encoder.encode([text])[0] == pytest.approx(by_hand(text), abs=2e-5)


def test_a_text_has_the_same_vector_in_any_company(encoder: Encoder) -> None:
    alone = encoder.encode(["reset password"])[0]
    among = encoder.encode(["open", "reset password", "the password of a mailbox portal"])[1]
    assert among == pytest.approx(alone, abs=1e-5)


def test_weights_are_read_from_a_safetensors_file(tmp_path: Path) -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    head = json.dumps({"a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}}).encode()
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(head)) + head + array.tobytes())
    assert (read_safetensors(path)["a"] == array).all()
