# Thin: each target is a line or two. `make run` and `make test` do all the set-up on a bare machine.
PYTHON ?= python3
V := .venv
PIP := $(V)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt

run: $(V)/ready
	$(V)/bin/advisor serve --open

test: $(V)/ready-to-test
	$(V)/bin/python -m pytest

check: $(V)/ready-to-test
	$(V)/bin/ruff check . && $(V)/bin/mypy && $(V)/bin/coverage run -m pytest --numprocesses 0 && $(V)/bin/coverage report

bench: $(V)/ready-to-test
	$(V)/bin/python -m tests.bench

strings: $(V)/ready-to-test
	$(V)/bin/python -m advisor._strings

$(V)/ready: setup.cfg pyproject.toml constraints.txt $(wildcard advisor/web_assets/* locales/*/LC_MESSAGES/*.po)
	$(PYTHON) -m venv $(V)
	$(PIP) --editable .
	$(V)/bin/advisor doctor --fix
	touch $@

$(V)/ready-to-test: $(V)/ready
	$(PIP) --editable '.[test]'
	touch $@

.PHONY: run test check bench strings
