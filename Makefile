# Every command a developer needs; `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
unexport PYTHONDONTWRITEBYTECODE # or every process compiles the site anew
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# The first Python that really runs, is new enough and can make an environment.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 "$$HOME"/.pyenv/versions/3.1[2-9]*/bin/python; do $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1 && { echo $$p; break; }; done)
TEMPLATES = git ls-files -co --exclude-standard '*.html'

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST) | awk -F': ' '{printf "  make %-14s %s\n", $$1, $$2}'

install: .venv/.ok  ## The environment, from hashed requirements

.venv/.ok: requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.12 or newer with venv is needed (Debian: apt install python3 python3-venv)"; exit 1; }
	test -x .venv/bin/python || $(PYTHON) -m venv .venv
	.venv/bin/python -m pip install -q --disable-pip-version-check "$$(sed -n 's/^\(uv==[^ ]*\).*/\1/p' requirements/dev.txt)"
	VIRTUAL_ENV=$(CURDIR)/.venv .venv/bin/uv pip sync -q --require-hashes requirements/dev.txt
	touch $@

run: install  ## The site with demo content at http://127.0.0.1:8000/ (PORT=8010 for another)
	@PORT=$(PORT) python manage.py serve_all

test: install  ## Everything that CI checks: lint, types, tests on SQLite and PostgreSQL, the browser
	@echo "On SQLite, on PostgreSQL, and what asks no database: each tells when it is done."
	@$(MAKE) --no-print-directory -j3 --keep-going --output-sync=recurse on-sqlite on-postgresql no-database

# Where two want the same core, who takes longest goes first.
on-sqlite:
	nice -n 8 python -m pytest -m "database and not postgresql"

on-postgresql:
	nice -n 2 python -m pytest -p tests.postgresql -m database

no-database: lint
	python -m pytest -m "not database"

quick: install  ## Fast tests on SQLite without the browser; TEST=tests/events for a part
	python -m pytest -m "not journey and not postgresql" $(TEST)

lint: install  ## Look for what is wrong, change nothing
	ruff check .
	ruff format --check .
	$(TEMPLATES) | xargs djhtml --check --tabwidth 2
	$(TEMPLATES) | xargs djade --check --target-version 6.1
	lint-imports
	mypy config home stories events community
	python manage.py makemigrations --check --dry-run
	python manage.py check --fail-level WARNING

format: install  ## Put code and templates in the house style
	ruff check --fix --exit-zero .
	ruff format .
	$(TEMPLATES) | xargs djhtml --tabwidth 2
	$(TEMPLATES) | xargs djade --target-version 6.1 || true

bench: install  ## Measure what benchmarks/RESULTS.md reports
	python -m benchmarks

requirements:  ## Compile the hashed requirements again (UPGRADE=--upgrade for newer versions)
	uv pip compile -q $(UPGRADE) --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-emit-find-links requirements/base.in -o requirements/base.txt
	uv pip compile -q $(UPGRADE) --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-emit-find-links -c requirements/base.txt requirements/production.in -o requirements/production.txt
	uv pip compile -q $(UPGRADE) --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-emit-find-links -c requirements/production.txt requirements/dev.in -o requirements/dev.txt

.PHONY: help install run test on-sqlite on-postgresql no-database quick lint format bench requirements
