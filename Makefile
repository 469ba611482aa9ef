# Everything needs only Python 3.11 or newer, git and make; the rest is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := data/sample.warc.gz
DEMO := data/demo.db

.PHONY: demo check fix bench sample

demo: .venv/installed
	rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@echo "--- first run: every article of the sample archive is new"
	NEWSCRAWL_DATABASE_URL=sqlite:///$(DEMO) $(BIN)/scrapy crawlall --only mk,sedaily,naver,zum --jobs 1 -s NEWSCRAWL_REPLAY=$(SAMPLE)
	@echo "--- second run: nothing is fetched or stored twice"
	NEWSCRAWL_DATABASE_URL=sqlite:///$(DEMO) $(BIN)/scrapy crawlall --only mk,sedaily,naver,zum --jobs 1 -s NEWSCRAWL_REPLAY=$(SAMPLE)
	@echo "--- three of the articles, from the database $(DEMO)"
	NEWSCRAWL_DATABASE_URL=sqlite:///$(DEMO) $(BIN)/scrapy articles --limit 3

check: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 2 --dist loadscope

fix: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/scrapy sources --write docs/sources.md
	$(BIN)/python -m newscrawl.reference docs/operations.md

bench: .venv/installed
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.duplicates
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.export
	$(BIN)/python -m benchmarks.growth

sample: .venv/installed
	$(BIN)/scrapy record --sample $(SAMPLE)

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newscrawl needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@
