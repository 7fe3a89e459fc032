# Every task of the project. A fresh machine needs Python 3.11 or later (with venv) and make.
#
#   make PYTHON=/path/to/python   choose the interpreter that the environment is built from
#   make test JOBS=4              choose how many processes the tests use

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& { echo $$p; break; }; done)
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BRIEF := build/brief.html
CHECKS := lint types arrows kernels tests coverage

.PHONY: help env brief test bench docs format clean $(CHECKS)
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

env: $(READY) ## build .venv with everything a developer needs (only when pyproject.toml changed)

$(READY): pyproject.toml
	@[ -n "$(PYTHON)" ] && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		2>/dev/null || { echo "Détente needs Python 3.11 or later: install it, or name one with" \
		"make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual" \
		"environments: install its venv module (Debian, Ubuntu: apt install python3-venv)" >&2; exit 1; }
	@"$(BIN)/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Building the environment in $(VENV)"; "$(PYTHON)" -m venv --clear "$(VENV)"; }
	@echo "Installing Détente and the tools of its checks"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch "$(READY)"

brief: $(READY) ## write the brief of the bundled example, saying where
	@mkdir -p "$(dir $(BRIEF))"
	$(BIN)/detente brief examples/syria-2016 --out $(BRIEF)

test: $(READY) ## run every check: style, types, arrows, tests, examples in the docs, coverage
	@failed=; for check in $(CHECKS); do \
		echo "== $$check"; $(MAKE) --no-print-directory $$check || failed="$$failed $$check"; \
	done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed" >&2; exit 1; fi

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

arrows: $(READY)
	$(BIN)/lint-imports --no-cache

# Compiled kernels are invisible to coverage, so a small selection runs interpreted as well. Its
# coverage is kept and the full run adds to it.
kernels: $(READY)
	@rm -f .coverage
	NUMBA_DISABLE_JIT=1 $(BIN)/pytest -qq -m interpreted --cov --cov-report= tests

tests: $(READY)
	$(BIN)/pytest -n $(JOBS) --hypothesis-profile=ci --cov --cov-append --cov-report=

coverage: $(READY)
	@$(BIN)/python tests/coverage_gates.py

bench: $(READY) ## measure speed and size, and print them
	$(BIN)/python -m benchmarks.run

docs: $(READY) ## run the examples in README.md and docs/ again and write their output into the pages
	$(BIN)/python -m docs.refresh

format: $(READY) ## put the code into the house style
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

clean: ## remove everything that was built, the environment included
	rm -rf build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache $(VENV)
	find src tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
