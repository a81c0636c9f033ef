# JITDesk: `make run` starts it, `make test` proves it. Each does all of its own set-up.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: run demo setup test test-slow test-fork bench eval translations lint format clean system-run system-test

run: setup system-run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(BIN)/jitdesk; \
	else $(MAKE) --no-print-directory demo; fi

demo: setup system-test
	@$(BIN)/python -m tests.demo

setup: $(STAMP)

$(STAMP): pyproject.toml .ci/system
	@.ci/system venv
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable . --group dev
	@# pynput's own requirement evdev needs a C compiler on Linux; its X11 part does not.
	@if [ "$$(uname)" = Linux ]; then \
	  $(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps pynput six; fi
	@touch $(STAMP)

system-run:
	@.ci/system run

system-test:
	@.ci/system test

test: setup system-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

test-slow: setup system-test test-fork
	$(BIN)/python -m pytest -m "slow or corpus"

# The same suite on Whoosh's maintained fork; both are named whoosh, so never in one place.
test-fork: setup
	@test -d build/whoosh3 || $(BIN)/python -m pip install -qq --disable-pip-version-check \
	  --target build/whoosh3 "whoosh3==3.54.0"
	PYTHONPATH=build/whoosh3 $(BIN)/python -m pytest tests/unit/search tests/unit/library

eval: setup
	@test -d build/bench-peers || $(BIN)/python -m pip install -qq --disable-pip-version-check \
	  --target build/bench-peers tantivy || true
	@PYTHONPATH=build/bench-peers $(BIN)/python -m tests.eval --typing $(EVAL)

bench: setup system-test
	@.ci/system bench
	@test -d build/bench-peers || $(BIN)/python -m pip install -qq --disable-pip-version-check \
	  --target build/bench-peers tantivy || true
	@PYTHONPATH=build/bench-peers $(BIN)/python -m tests.benchmarks

# After a text of the app changed: the German file follows; what it lacks is printed.
translations: setup
	$(BIN)/python resources/translations/follow_source.py

lint: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/mypy

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
