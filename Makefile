# make run   install what is missing and open the window (without a screen: build the demonstration in ./demo)
# make test  install what is missing and run every test
# make lint  style, layers, catalogues     make bench  speed against floors     make lock  renew requirements/*.txt
# make contact-sheet  every form on paper, small, as pictures for docs/forms.md
# make words bring the catalogues up to date with the source     make fonts  fetch the fonts anew from where they came

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard resources/locale/*/LC_MESSAGES/taizhang.po))

RUN_PACKAGES := python3-venv libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 \
  libxkbcommon-x11-0
TEST_PACKAGES := poppler-utils qpdf xvfb xauth xdotool

.DELETE_ON_ERROR:
.PHONY: run test lint lock bench campaign words fonts contact-sheet clean

run: $(STAMPS)/run $(CATALOGUES)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then exec $(BIN)/python main.py; \
	else echo "There is no screen here: building the demonstration in ./demo instead of opening the window."; \
	exec $(BIN)/python main.py demo demo; fi

test: $(STAMPS)/test $(CATALOGUES)
	$(BIN)/python -m pytest -n 2 --dist worksteal -q

lint: $(STAMPS)/test $(CATALOGUES)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --config setup.cfg
	$(BIN)/python -m pytest -q tests/resources/test_catalogues.py

bench: $(STAMPS)/test $(CATALOGUES)
	$(BIN)/python -m tests.benchmarks.run

# The long form of the campaigns: kills, flips, schedules.
campaign: $(STAMPS)/test $(CATALOGUES)
	TAIZHANG_CAMPAIGN=full $(BIN)/python -m pytest -q -m campaign --timeout 0

lock: $(STAMPS)/test
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  setup.cfg -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra test setup.cfg -o requirements/test.txt

# English needs no translating: an empty text there is said as it stands in the source.
words: $(STAMPS)/test
	@mkdir -p build
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k plural:1,2 --no-location --sort-output --width 118 -o build/taizhang.pot .
	for language in zh_CN en; do $(BIN)/pybabel -q update -D taizhang -d resources/locale -l $$language -i build/taizhang.pot \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 118 || exit 1; done
	$(BIN)/python -m pytest -q tests/resources/test_catalogues.py

contact-sheet: $(STAMPS)/test $(CATALOGUES)
	$(BIN)/python -m tests.exports.contact_sheet

# The fonts are committed; this shows where they came from. Needs npm and apt.
fonts:
	@rm -rf build/fonts && mkdir -p build/fonts
	cd build/fonts && npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3 \
	  && for file in *.tgz; do tar xzf $$file --one-top-level; done \
	  && apt-get -qq download fonts-hanazono && dpkg-deb -x fonts-hanazono_*.deb hanazono
	for weight in Regular Medium Bold; do cp build/fonts/*sans-sc*/package/*/NotoSansSC_[0-9]00$$weight.ttf \
	  resources/fonts/NotoSansSC-$$weight.ttf; done
	cp build/fonts/*serif-sc*/package/*/NotoSerifSC_400Regular.ttf resources/fonts/NotoSerifSC-Regular.ttf
	cp build/fonts/hanazono/usr/share/fonts/truetype/hanazono/HanaMinB.ttf resources/fonts/

clean:
	rm -rf $(VENV) $(STAMPS) demo build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# --- set-up: each step once, until what it stands on changes ---------------------------------------------------------

$(STAMPS)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
	  echo "Taizhang needs Python 3.11, 3.12 or 3.13; this is $$($(PYTHON) -V). Say which with: make PYTHON=python3.12"; \
	  exit 1; }
	@mkdir -p $(STAMPS) && touch $@

# Only what is missing is installed, and only where there is apt.
define install_packages
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
	  as=; [ "$$(id -u)" = 0 ] || as=sudo; echo "Installing system packages:" $$missing; \
	  if [ -n "$$as" ] && ! command -v sudo >/dev/null; then \
	    echo "Only an administrator can do that. As root: apt-get install" $$missing; exit 1; fi; \
	  $$as env DEBIAN_FRONTEND=noninteractive apt-get -qq update && \
	  $$as env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends $$missing >/dev/null; \
	fi
endef

$(STAMPS)/run-packages: | $(STAMPS)/python
	$(call install_packages,$(RUN_PACKAGES))
	@touch $@

$(STAMPS)/test-packages: | $(STAMPS)/python
	$(call install_packages,$(TEST_PACKAGES))
	@touch $@

$(BIN)/python: | $(STAMPS)/run-packages
	$(PYTHON) -m venv $(VENV)

$(STAMPS)/run: requirements/run.txt | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@

$(STAMPS)/test: requirements/test.txt | $(BIN)/python $(STAMPS)/test-packages
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@ $(STAMPS)/run

# Not by pybabel, which takes the "%" of a sentence with {names} for a format of its own and refuses it.
%.mo: %.po | $(BIN)/python
	@[ -e $(STAMPS)/test ] || [ -e $(STAMPS)/run ] || $(MAKE) --no-print-directory $(STAMPS)/run
	@$(BIN)/python -c 'import sys; from babel.messages import mofile, pofile; \
	  mofile.write_mo(sys.stdout.buffer, pofile.read_po(open(sys.argv[1], "rb")))' $< > $@
