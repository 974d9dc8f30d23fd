# `make run` and `make test` are the two commands; each installs what it misses.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
.PHONY: differential kills run test judge interference attack generate bench fuzz format lint \
  setup clean

APP ?= marketing
# A name under apps/ or a path.
app = $(if $(wildcard apps/$(APP)/.),apps/$(APP),$(APP))
# Generated code is laid out by its printer.
swift_sources = Sources Package.swift $(filter-out Tests/Generated,$(wildcard Tests/*))
python = .venv/bin/python

run: ## builds everything that APP needs and serves it on 127.0.0.1:8080
	@.ci/packages run
	@swift build -c release --product tenon
	@exec .build/release/tenon run "$(app)"

test: setup ## everything that CI asks
	.ci/lean-build
	$(MAKE) --no-print-directory lint
	swift build --build-tests
	$(python) Tests/System/engines.py swift test --skip-build
	$(MAKE) --no-print-directory generate
	git diff --exit-code -- generated Tests/Generated
	@new=$$(git ls-files --others --exclude-standard generated Tests/Generated); \
	[ -z "$$new" ] || { echo "generated and not committed:" $$new; exit 1; }
	.build/debug/tenon build apps/marketing
	.build/debug/tenon build Tests/Apps/sales --generated Tests/Generated/sales
	.build/debug/tenon build Tests/Apps/orders --generated Tests/Generated/orders
	.build/debug/tenon build Tests/Apps/rights --generated Tests/Generated/rights
	swift build --package-path generated/marketing --scratch-path .build/generated
	$(python) -m pytest -n 2 --dist loadgroup Tests/System -m "not slow" --durations=10
	$(python) -m pytest -n 2 -p no:cacheprovider Tests/Differential

judge: setup ## what `make test` has no time for: every page for axe, layout and schemathesis, more mutants
	swift build --build-tests
	TENON_MUTANTS=10000 swift test --skip-build --filter MutantTests
	.build/debug/tenon build apps/marketing
	.build/debug/tenon build Tests/Apps/sales --generated Tests/Generated/sales
	.build/debug/tenon build Tests/Apps/orders --generated Tests/Generated/orders
	.build/debug/tenon build Tests/Apps/rights --generated Tests/Generated/rights
	$(python) -m pytest -n 2 --dist loadgroup Tests/System -m slow --durations=10

setup: .venv/ready ## installs what the tests need
	@.ci/packages test

.venv/ready: Tests/System/requirements.txt
	@.ci/packages test
	python3 -m venv .venv
	$(python) -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

generate: ## writes generated/ anew for every application
	swift build --product tenon
	for app in apps/*/; do .build/debug/tenon generate "$$app"; done
	.build/debug/tenon generate Tests/Apps/sales --generated Tests/Generated/sales
	.build/debug/tenon generate Tests/Apps/orders --generated Tests/Generated/orders
	.build/debug/tenon generate Tests/Apps/rights --generated Tests/Generated/rights

EXPRESSIONS ?= 20000
SEED ?= 1

differential: setup ## EXPRESSIONS random ones from SEED on: all back ends against the judge, recorded
	swift build --product answer-swift
	swift build --product answer-javascript
	swift build --product expression-sql
	$(python) Tests/Differential/agreement.py --expressions $(EXPRESSIONS) --seed $(SEED) --record

KILLS ?= 1000

kills: ## kills the server KILLS times under writes and KILLS times under uploads
	TENON_KILLS=$(KILLS) TENON_FILE_KILLS=$(KILLS) $(python) -m pytest -s \
	  Tests/System/test_kill.py Tests/System/test_files.py -k "no_answered or no_row"

# Of each of the eight people on each database: 10 240 in all.
REQUESTS ?= 640

interference: setup ## pairs of databases that differ in what one may not see, asked REQUESTS each
	swift build --product tenon
	.build/debug/tenon build Tests/Apps/rights --generated Tests/Generated/rights
	TENON_REQUESTS=$(REQUESTS) TENON_SEED=$(SEED) $(python) -m pytest -n 2 --dist load \
	  Tests/System/rights/test_interference.py

ATTACK_MINUTES ?= 40

attack: setup ## sqlmap and wapiti as each role for ATTACK_MINUTES; results in docs/attacks.md
	@.ci/packages attack
	swift build --product tenon
	.build/debug/tenon build Tests/Apps/rights --generated Tests/Generated/rights
	$(python) Tests/System/rights/attack.py --minutes $(ATTACK_MINUTES)

bench: ## the figures of docs/benchmarks.md; BENCH=--record writes them there
	@.ci/packages bench
	swift build -c release --product tenon
	swift build -c release --product recheck
	.build/release/tenon build apps/marketing
	python3 Tests/Bench/bench.py $(BENCH)

# The targets of the compiler, built with libFuzzer's instruments and without tests.
FUZZ_SECONDS ?= 60
fuzz = .build/fuzz
fuzz_flags = -sanitize=fuzzer,address
fuzz_targets = Values Query Blueprint Diagnostics Syntax IR Sema Analysis Schema TargetCode Emit Driver

fuzz: ## feeds the checker damaged files for FUZZ_SECONDS; stops at the first crash
	@.ci/packages run
	swift build -c release --scratch-path $(fuzz) --target Driver -Xswiftc $(fuzz_flags)
	swiftc -O -parse-as-library $(fuzz_flags) -I $(fuzz)/release/Modules -I Sources/CYAML \
	  Tests/Fuzz/FrontEnd.swift $(fuzz_targets:%=$(fuzz)/release/%.build/*.o) -lyaml -o $(fuzz)/front
	python3 Tests/Fuzz/seeds.py $(fuzz)
	mkdir -p $(fuzz)/corpus
	ASAN_OPTIONS=detect_leaks=0 nice $(fuzz)/front -max_total_time=$(FUZZ_SECONDS) -timeout=5 \
	  -max_len=2048 -rss_limit_mb=1024 -dict=$(fuzz)/words -artifact_prefix=$(fuzz)/ \
	  -print_final_stats=1 $(fuzz)/corpus $(fuzz)/seeds

format: ## lays out the Swift
	swift format --in-place --recursive --parallel $(swift_sources)

lint:
	swift format lint --strict --recursive --parallel $(swift_sources)

clean: ## removes everything that the targets above made
	rm -rf .build dist .venv
