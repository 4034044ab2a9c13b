# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 18

.PHONY: demo
demo: .venv/run ## Build the example case in ./demo and write its gap matrix and briefs
	rm -rf demo
	$(BIN)/taqrib demo demo

.PHONY: test
test: .venv/test system ## Install what the tests need and run them
	$(BIN)/pytest -n auto

.PHONY: check
check: .venv/test ## Lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: docs
docs: .venv/test ## Build the documentation into ./site
	$(BIN)/mkdocs build --strict --quiet

.PHONY: wheel
wheel: .venv/test ## Build a wheel, install it in an empty environment and run its demo there
	PYTHON=$(PYTHON) tools/try-wheel

.PHONY: accuracy
accuracy: .venv/run ## Score the reader on annotated reports (TAQRIB_READING names their folder)
	$(BIN)/python benchmarks/accuracy.py

.PHONY: bench-reading
bench-reading: .venv/run ## Time the reader beside dateparser and HeidelTime on the same reports
	$(BIN)/python benchmarks/reading.py

.PHONY: bench-packages
bench-packages: .venv/run ## Time exact frontiers beside NegMAS on the same scenarios
	$(BIN)/python benchmarks/packages.py
	$(BIN)/python benchmarks/options.py

.PHONY: bench-record
bench-record: .venv/run ## Time the record at up to a million entries beside a scan and the bare database
	$(BIN)/python benchmarks/record.py

.PHONY: lock
lock: .venv/test ## Pin the newest versions that fit, with hashes
	tools/lock

.PHONY: system
system: ## Install the Debian packages the tests use
	@tools/system-packages

.PHONY: clean
clean: ## Remove everything that is derived
	rm -rf .venv build dist site demo .mypy_cache .pytest_cache .ruff_cache .hypothesis src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Taqrib needs Python 3.11 or newer; name one with make PYTHON=...")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || tools/system-packages python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/run requirements/test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@
