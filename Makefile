# What one does in this repository. `make` alone lists it.
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

BIN := .venv/bin
STAMP := .venv/.set-up
JOBS ?= auto
PYTEST := $(BIN)/python -m pytest
CHECKOV_VERSION := 3.3.30
OPENAPI_CORE_VERSION := 0.23.1
OPENAPI_PYTHON_CLIENT_VERSION := 0.29.1
AIRSPEED_VERSION := 0.7.1
AIRSPEED_EXT_VERSION := 0.6.9

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

.PHONY: setup
setup: $(STAMP) ## put specforge and its test tools into .venv

$(STAMP): pyproject.toml tools/setup
	@tools/setup .venv && touch $@

.PHONY: demo
demo: setup ## build specs/orders.yaml into build/orders and say where the results are
	@tools/demo specs/orders.yaml build/orders

.PHONY: test
test: setup ## pass all tests; REQUIRE=all fails on any skip, REQUIRE=all-but-terraform on any other
	$(PYTEST) -q -n $(JOBS) --dist worksteal

.PHONY: check check-format check-lint check-types check-layers check-docs check-house
check: check-format check-lint check-types check-layers check-docs check-house ## all of the following; `make -k check` goes on after a failure
check-format: setup ## ruff format
	$(BIN)/ruff format --check .
check-lint: setup ## ruff, over the runtimes of the clients too
	$(BIN)/ruff check .
	$(BIN)/ruff check --isolated --target-version py311 --line-length 120 --select B,C4,E,F,I,PT,RET,RUF,SIM,UP templates
check-types: setup ## mypy --strict: sources, tests, tools, the runtime of the Python client, the signing functions
	$(BIN)/mypy
	$(BIN)/mypy --config-file= --strict templates/python_client/runtime
	$(BIN)/mypy --config-file= --strict templates/expand/functions
check-layers: setup ## import-linter: who imports whom
	$(BIN)/lint-imports
check-docs: setup ## generated files are fresh
	$(BIN)/python tools/generate.py --check
check-house: setup ## layout, sizes, fences, cold start, public API, pages
	$(PYTEST) -q -n $(JOBS) -m "not slow" tests/meta

.PHONY: format
format: setup ## bring the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: docs
docs: setup ## write docs/reference and the other generated files again
	$(BIN)/python tools/generate.py

.PHONY: golden
golden: setup ## write the expected outputs of tests/golden again; the diff is the review
	GOLDEN=write $(PYTEST) -q -n $(JOBS) tests/golden
	git --no-pager diff --stat -- tests/golden

.PHONY: coverage
coverage: setup ## branch coverage of all tests
	$(PYTEST) -q -n $(JOBS) --dist worksteal --cov --cov-report=term

.PHONY: corpus
corpus: setup ## the whole of ../shared/corpus, not the sample that `make test` takes
	CORPUS=all $(PYTEST) -q -n $(JOBS) --dist worksteal tests/corpus

.PHONY: deploy
deploy: setup ## forty real documents through the SAM translator and cfn-lint, of which `make test` takes six
	DEPLOY=all $(PYTEST) -q -n $(JOBS) --dist worksteal tests/deploy/test_templates.py

.PHONY: fuzz
fuzz: setup ## ten thousand mutated documents under a printed seed; FUZZ=n for another number
	FUZZ=$(or $(FUZZ),10000) $(PYTEST) -q -n $(JOBS) tests/fuzz

.PHONY: vtl-fuzz
vtl-fuzz: setup ## fifty thousand random mapping templates against Apache Velocity, with branch coverage; VTL=n for another number
	$(BIN)/coverage run --branch --source=src/specforge/vtl --data-file=.coverage.vtl -m tests.vtl.differential $(or $(VTL),50000)
	$(BIN)/coverage report --data-file=.coverage.vtl --skip-covered

.PHONY: mutation
mutation: setup ## break every rule on purpose and list what its examples do not notice
	$(BIN)/python tools/mutation.py

.PHONY: bench
bench: setup ## CPU time and memory beside the peers, as ratios
	$(BIN)/python -m bench

.PHONY: wheel
wheel: setup ## the distribution, in dist/
	$(BIN)/python -m pip wheel -q --no-deps -w dist .

.PHONY: system-tools
system-tools: ## chromium, a JDK and the Velocity jars from Debian's packages (root; optional)
	@tools/system-tools

.PHONY: aws-schema
aws-schema: .cache/aws-schema.json ## the schema of the newest AWS provider for the tests, from npm

.cache/aws-schema.json: tests/deploy/tfcheck/extract_schema.py | setup
	$(BIN)/python -m tests.deploy.tfcheck.extract_schema $@

.PHONY: report-judges
report-judges: .cache/report-judges/.installed ## judges of SARIF and JUnit reports for the tests, from npm

.cache/report-judges/.installed: tests/cli/format/judges.py | setup
	$(BIN)/python -m tests.cli.format.judges $(@D)
	touch $@

.PHONY: checkov
checkov: .venvs/checkov/.checkov-$(CHECKOV_VERSION) ## checkov, in a venv of its own
	.venvs/checkov/bin/checkov --version

.PHONY: policies
policies: checkov ## checkov on what sam, cloudformation and terraform write; a failed check without a reason fails
	$(BIN)/python tools/policies.py

.PHONY: clients-survey
clients-survey: setup ## Python clients of a hundred public documents: whole, and clean for mypy, ruff and pyright
	$(BIN)/python -m bench.clients --pyright

.PHONY: wire
wire: .venvs/openapi-core/.openapi-core-$(OPENAPI_CORE_VERSION) ## every operation of forty documents against a live server, judged by openapi-core
	$(BIN)/python -m tests.consumers.wire

.PHONY: peers
peers: .venvs/openapi-core/.openapi-core-$(OPENAPI_CORE_VERSION) ## the tools that we compare with, each in a venv of its own
peers: .venvs/openapi-python-client/.openapi-python-client-$(OPENAPI_PYTHON_CLIENT_VERSION)
peers: .venvs/airspeed/.airspeed-$(AIRSPEED_VERSION)
peers: .venvs/airspeed-ext/.airspeed-ext-$(AIRSPEED_EXT_VERSION)

# .venvs/NAME/.NAME-VERSION is there when that version is installed.
.venvs/%: | setup
	rm -rf $(@D)
	$(BIN)/python -m venv $(@D)
	$(@D)/bin/pip install -q $(subst -$(lastword $(subst -, ,$*)),,$(patsubst .%,%,$(@F)))==$(lastword $(subst -, ,$*))
	touch $@

.PHONY: clean
clean: ## remove what was built; .venv stays
	rm -rf build dist .venvs .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*
