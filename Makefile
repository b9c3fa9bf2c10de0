# Samenspraak: bare `make` lists what can be done.
SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv pip
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The first Python on this machine that Samenspraak runs on; `make PYTHON=/path/to/python3.12 setup` takes another.
IS_SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(IS_SUPPORTED)' 2>/dev/null && echo $$p && break; done)

# An office behind its own mirror tells pip where that is; the faster installer listens to the same word.
ifdef PIP_INDEX_URL
export UV_DEFAULT_INDEX ?= $(PIP_INDEX_URL)
endif

ADDRESS ?= 127.0.0.1:8000
DOCS ?=
CORPUS ?= ../shared/corpus
ARGS ?=
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres

.PHONY: help setup setup-dev run test check bench score lock messages clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- The environment: locked, checked by hash, made once ----------------------------------------------

setup: $(VENV)/.run ## make the environment; leaves .venv/bin/samenspraak

setup-dev: $(VENV)/.dev ## the same, with what tests and checks need

$(VENV)/.build: requirements/build.lock
	@test -n "$(PYTHON)" || { echo "Samenspraak needs Python 3.11, 3.12 or 3.13. On Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/system-packages python3-venv
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/build.lock
	@touch $@

$(VENV)/.run: $(VENV)/.build requirements/run.lock pyproject.toml
	@echo "Installing Samenspraak into $(VENV) ..."
	@$(UV) install --quiet --python $(BIN)/python --require-hashes -r requirements/run.lock
	@$(UV) install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@$(UV) install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.lock
	@touch $@

lock: $(VENV)/.build ## write the lock files again from pyproject.toml (ARGS=--upgrade takes the newest)
	@$(BIN)/uv pip compile $(LOCK_OPTIONS) $(ARGS) requirements/build.in -o requirements/build.lock
	@$(BIN)/uv pip compile $(LOCK_OPTIONS) $(ARGS) --group dev pyproject.toml -o requirements/dev.lock
	@$(BIN)/uv pip compile $(LOCK_OPTIONS) -c requirements/dev.lock pyproject.toml -o requirements/run.lock

# Universal: one file for every machine and for Python 3.11 to 3.13. No header, no address: docs/adr/0003.
LOCK_OPTIONS := --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links

# --- Use ------------------------------------------------------------------------------------------------

run: setup ## start with the example at http://127.0.0.1:8000 (DOCS="a.pdf b.docx" imports those too)
	@$(BIN)/samenspraak demo
	@$(if $(DOCS),$(BIN)/samenspraak import $(DOCS) || true) # what could not be read has been said
	@$(BIN)/samenspraak serve --address $(ADDRESS)

# --- Work -----------------------------------------------------------------------------------------------

test: setup-dev ## run all tests, on SQLite and where a server answers on PostgreSQL (ARGS="tests/core" runs a part)
	@.ci/system-packages
	@$(BIN)/pytest -q -n 4 --dist worksteal $(ARGS)
	@$(if $(ARGS),,BIN=$(BIN) .ci/test-on-postgres $(POSTGRES_URL))

check: setup-dev ## lint, format, types, contracts, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint src --lint --quiet

bench: setup-dev ## measure speed and memory
	@$(BIN)/python -m bench $(ARGS)

score: setup-dev ## score extraction against labelled documents (CORPUS=folder; ARGS=--write keeps the tables)
	@$(BIN)/python -m scripts.score $(CORPUS) $(ARGS)

messages: ## compile the English catalogues (needs Debian's gettext)
	@for po in src/samenspraak/web/locale/*/en/LC_MESSAGES/django.po; do msgfmt -o $${po%.po}.mo $$po || exit 1; done

clean: ## remove the environment and all caches; your documents and database stay
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
