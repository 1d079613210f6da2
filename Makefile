# Every target does its own set-up; see requirements/bootstrap.sh.
.PHONY: site serve check test audit docs lock clean

PYTHON_HERE := .venv/bin/python

site:    ## build site/ from content/: the website and the PDF guides
	@requirements/bootstrap.sh site
	@$(PYTHON_HERE) build.py $(ARGS)

serve:   ## preview on http://127.0.0.1:8000/, rebuilt whenever a file is saved
	@requirements/bootstrap.sh site
	@$(PYTHON_HERE) build.py serve $(ARGS)

check:   ## read and check content/, write nothing
	@requirements/bootstrap.sh site
	@$(PYTHON_HERE) build.py check $(ARGS)

test:    ## every check of the project: lint, types, tests
	@requirements/bootstrap.sh test
	@$(PYTHON_HERE) -m ruff check .
	@$(PYTHON_HERE) -m ruff format --check .
	@$(PYTHON_HERE) -m mypy
	@$(PYTHON_HERE) -m pytest -n 2 -rs $(ARGS)

audit:   ## site/ measured by the Nu Html Checker, axe-core and Lighthouse (npm, Java; minutes)
	@requirements/bootstrap.sh test
	@PYTHONPATH=tests:tests/web $(PYTHON_HERE) tests/audit/web.py

docs:    ## write docs/diagnostics.md anew from the catalogue of findings
	@requirements/bootstrap.sh site
	@$(PYTHON_HERE) -m zhaoshang.diagnostics.reference docs/diagnostics.md

lock:    ## choose the newest allowed dependencies and write them down with their hashes
	@requirements/bootstrap.sh test
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(PYTHON_HERE) -m uv pip compile --quiet --upgrade --universal \
	  --generate-hashes --python-version 3.11 --group build -o requirements/site.txt pyproject.toml
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(PYTHON_HERE) -m uv pip compile --quiet --upgrade --universal \
	  --generate-hashes --python-version 3.11 --group build --group test -c requirements/site.txt \
	  -o requirements/test.txt pyproject.toml

clean:   ## remove the environment and every cache; content/, site/ and private/ stay
	rm -rf .venv .zhaoshang .mypy_cache .ruff_cache .pytest_cache .hypothesis build ./*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
