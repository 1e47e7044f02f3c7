# The README's commands. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PORT ?= 8000

.PHONY: demo sample test links clients fuzz w3c quality bench hostile soak docs format clean

demo: $(VENV)/installed
	$(BIN)/cablegraph demo --no-open --port $(PORT)

sample: $(VENV)/installed
	$(BIN)/cablegraph demo --no-serve

test: $(VENV)/installed-dev
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(BIN)/python -m tests.quality

# The link rows by the SSSOM library, in an environment of its own: it brings a hundred packages.
links:
	test -x $(VENV)-sssom/bin/sssom || $(PYTHON) -m venv $(VENV)-sssom
	test -x $(VENV)-sssom/bin/sssom || $(VENV)-sssom/bin/python -m pip --disable-pip-version-check install -q sssom==0.4.21
	$(VENV)-sssom/bin/sssom validate ontology/authorities/wikidata.sssom.tsv

# pandas, and Comunica where there are Node and npm (version 4: 5 needs Node 22), in a folder of their own; R where it is.
clients: $(VENV)/installed-dev
	test -x build/clients/bin/python || $(PYTHON) -m venv build/clients
	build/clients/bin/python -m pip --disable-pip-version-check install -q pandas==3.1.1
	! command -v npm || npm install --no-audit --no-fund --prefix build/clients @comunica/query-sparql@4.5.0
	$(BIN)/python -m pytest tests/conformance/test_other_clients.py

# Requests that schemathesis makes up from /openapi.json, against a server over the sample.
fuzz: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench.fuzz

# The W3C's suites of SPARQL over HTTP: out of a source distribution of rdflib, whose sha256 is pinned, into build/w3c.
w3c: $(VENV)/installed-dev
	$(BIN)/python -W ignore -m tests.conformance.w3c

quality: $(VENV)/installed-dev
	$(BIN)/python -m tests.quality

bench: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench.endpoint
	$(BIN)/python -m tests.bench.line

hostile: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench.hostile

soak: $(VENV)/installed-dev
	$(BIN)/python -m tests.bench.soak
	$(BIN)/python -m tests.bench.soak_endpoint --seconds 1800

docs: $(VENV)/installed-dev
	$(BIN)/python docs/generate.py

format: $(VENV)/installed-dev
	$(BIN)/ruff format src tests
	$(BIN)/ruff check --fix src tests

# Core and shapes: what `make demo` needs. Versions are those of constraints.txt.
$(VENV)/installed: pyproject.toml constraints.txt
	@echo "installing into $(VENV), once: half a minute to two"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -q -c constraints.txt -e '.[check]'
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install -q -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) cablegraph-data build dist
