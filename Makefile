# Everything sets itself up in .venv with plain python3 and pip; nothing else is needed on the machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/run.stamp
DEV := $(VENV)/dev.stamp
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench requirements clean

# The service where it is configured, else the demo.
run: $(RUN)
	@if [ -n "$$LINLI_DATABASE$$LINLI_TELEGRAM_TOKEN" ]; then exec $(BIN)/linli serve; else exec $(BIN)/linli demo; fi

test: $(DEV) system
	$(BIN)/python -m pytest -n 3 $(TESTS)

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/structure.py

bench: $(DEV)
	$(BIN)/python -m benchmarks $(if $(ONLY),--only $(ONLY))

.PHONY: system
system:
	@sh tests/system-packages.sh

$(BIN)/python:
	@sh requirements/venv.sh $(PYTHON) $(VENV)

$(RUN): $(BIN)/python requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# Renews the hashed lists from requirements/*.in (needs uv).
requirements:
	cd requirements && for name in run dev; do \
	  uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	    --quiet --upgrade $$name.in --output-file $$name.txt; done

clean:
	rm -rf $(VENV) build *.egg-info
