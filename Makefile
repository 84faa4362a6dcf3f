# `make site` builds the site, `make test` tests the program; each sets up what it needs in .venv, once.
# PYTHON names the interpreter (3.11 or newer), ARGS goes to the command: make site ARGS="--as-of 2026-01-01"

PYTHON ?= python3
ARGS ?=

BIN := .venv/bin
PY := $(BIN)/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all:
COMPILE := UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile --quiet --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes

# Installs what the present seeds, settings or options need and most do not (extras of pyproject.toml), each once.
NEEDED := $(PY) -c 'from pathlib import Path; from generator.reading.extras import needed; print(*needed(Path()))'
READERS := for extra in $$($(NEEDED)) $(if $(findstring --executor,$(ARGS)),cluster); do \
	[ .venv/.$$extra -nt requirements-$$extra.lock ] && continue; \
	echo "Installing the extra $$extra"; \
	$(INSTALL) -r requirements-$$extra.lock && touch .venv/.$$extra || exit 1; done

.DEFAULT_GOAL := site
.NOTPARALLEL:
.PHONY: help site serve add diff edition test test-long lint check bench growth lighthouse validate engines \
	reproduce sbom shots score golden lock clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

site: .venv/.site ## build the site into site/ (the default)
	@$(READERS)
	$(PY) -m generator site $(ARGS)

serve: .venv/.site ## preview the site; it follows changes in seeds, content and templates
	@$(READERS)
	$(PY) -m generator serve $(ARGS)

add: .venv/.site ## put articles into seeds/: make add FILE=PATH (a file or a folder)
	@test -n "$(FILE)" || { echo >&2 'Say which: make add FILE=PATH (a file or a folder)'; exit 2; }
	@$(READERS)
	$(PY) -m generator add $(ARGS) -- "$(FILE)"

diff: .venv/.site ## say what readers will see differently: make diff REV=COMMIT (compared with the files as they are)
	@test -n "$(REV)" || { echo >&2 'Say from which commit on: make diff REV=COMMIT'; exit 2; }
	@$(READERS)
	@$(PY) -m generator diff $(ARGS) -- "$(REV)"

edition: .venv/.site ## freeze the site as it stands, to be cited: make edition NAME=2026-11
	@test -n "$(NAME)" || { echo >&2 'Say under which name: make edition NAME=2026-11'; exit 2; }
	@$(READERS)
	$(PY) -m generator edition $(ARGS) -- "$(NAME)"

test: .venv/.dev ## run the tests, except the long ones
	$(PY) -m pytest -n auto $(ARGS)

test-long: .venv/.dev .venv/.node ## run all tests; needs Node, too, for strings that packages of its bring
	$(PY) -m pytest -n auto -m "long or not long" $(ARGS)

lint: .venv/.dev ## look at the code and the workflows
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(BIN)/zizmor --offline --pedantic --quiet .github
	$(PY) -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(PY) -m check_jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

check: lint ## lint, then look at the content
	$(PY) -m generator check $(ARGS)

bench: .venv/.bench ## measure, beside peers in the same run; a part of it: make bench ARGS="--sizes 200,1000"
	$(PY) -m tests.bench $(ARGS)
	$(if $(ARGS),,$(PY) -m tests.bench_cluster)
	$(if $(ARGS),,$(PY) -m tests.bench_search)

growth: .venv/.dev ## measure pages, time and memory as the articles on one country grow
	$(PY) -m tests.growth $(ARGS)

lighthouse: .venv/.dev .venv/.node ## measure the pages as a phone loads them; needs Node and Chromium
	$(PY) -m tests.lighthouse $(ARGS)

validate: .venv/.dev .venv/.node ## check the HTML of all pages, our CSS and SVG; needs Node and Java
	$(PY) -m tests.lighthouse.validate $(ARGS)

engines: .venv/.bench ## build the same Markdown with ProperDocs and Zensical, and compare
	$(PY) -m tests.engines $(ARGS)

reproduce: .venv/.site ## build the last commit in every way that must not matter, and compare; other Pythons: PYTHONS="python3.12 ..."
	@$(READERS)
	$(PY) -m tests.reproduce $(PYTHONS:%=--python %) $(ARGS)

sbom: .venv/.site ## write a bill of materials (CycloneDX) of what the program runs with into build/sbom.cdx.json
	@$(PY) -m tests.sbom

shots: .venv/.dev ## picture each kind of page into build/shots/: desktop, phone, dark, print
	$(PY) -m tests.shots $(ARGS)

score: .venv/.dev ## compare what reading finds with annotated articles, and copies with other articles; ARGS=--mistakes lists each
	$(PY) -m tests.score $(ARGS)
	$(PY) -m tests.copies_score

golden: .venv/.dev ## take the pages and schemas made now as the expected ones; read the diff before committing it
	$(PY) -m pytest tests/test_golden.py tests/test_schemas.py --bless $(ARGS)

lock: .venv/.dev ## write the lock files anew from pyproject.toml; newer versions: make lock ARGS=--upgrade
	$(COMPILE) $(ARGS) --output-file requirements.lock pyproject.toml
	$(COMPILE) $(ARGS) --output-file requirements-dev.lock --group dev --all-extras --constraints requirements.lock pyproject.toml
	for extra in html pdf feeds languages search cluster; do \
	  $(COMPILE) --output-file requirements-$$extra.lock --extra $$extra --constraints requirements-dev.lock pyproject.toml \
	    || exit 1; done
	$(COMPILE) $(ARGS) --output-file requirements-bench.lock --group bench --constraints requirements-dev.lock pyproject.toml

clean: ## remove what was built, not .venv
	rm -rf build site .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find generator tests -name __pycache__ -prune -exec rm -rf {} +

# What is installed: .made the environment, .site what the program needs, .dev what its developers need, .bench the
# peers that are measured beside it, .node the tools of Node that measure the finished site.

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo >&2 \
	  'Python 3.11 or newer is needed; "$(PYTHON)" is older or missing. Name another: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo >&2 \
	  '"$(PYTHON)" cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.site: requirements.lock .venv/.made
	$(INSTALL) -r $<
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.site
	$(INSTALL) -r $<
	@touch $@

.venv/.bench: requirements-bench.lock .venv/.dev
	$(INSTALL) --no-binary flashtext -r $< # of that one there is no wheel
	@touch $@

.venv/.node: tests/lighthouse/package-lock.json .venv/.made
	@command -v npm >/dev/null || { echo >&2 'npm is missing. On Debian or Ubuntu: apt install npm'; exit 1; }
	npm ci --prefix tests/lighthouse --ignore-scripts --no-audit --no-fund
	@touch $@
