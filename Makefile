# make run    install what is missing, build the release binary, write the artefacts of the built-in template to gen-output/
# make build  the release binary alone; on Linux it is fully static
# make test   install what tests need, then the unit tests, the goldens and the quick proofs with real tools
# make fast   the tests that need no other tool
# make proof  every proof with real tools: all templates deployed three ways, mutations, drifts, hostile texts (slow)
# make proof-prowler  install Prowler in an environment of its own and let it judge the deployed templates (minutes, 2.5 GB)
# make proof-scan  install checkov and Guard in an environment of their own and let them judge the artefacts
# make record rewrite the goldens under output/ (review them with git diff)
# make fuzz   fuzz every reader, SECONDS for each (60); on Linux
# make asan   the tests that need no other tool, under AddressSanitizer
# make coverage  the line coverage of Sources by those tests, a line for each room
# make lint   check the sources' format

SWIFT ?= swift
SECONDS ?= 60
# The proofs that run at a time. Each waits now and then, for terraform or for the simulator, so there is one more than cores.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
BINARY = .build/release/gen

# A static binary runs on any Linux; macOS links its system libraries dynamically.
ifeq ($(shell uname -s),Linux)
STATIC = --static-swift-stdlib -Xswiftc -static-executable
endif

# Types are named directly instead of being looked up by name at run time: a short run, which is most of what gen does, takes an eighth
# less. The option belongs to the compiler's inner command line, so a compiler without it is not given it.
DIRECT = -disable-concrete-type-metadata-mangled-name-accessors
QUICK = $(if $(shell $(SWIFT) -frontend -help-hidden 2>&1 | grep -e $(DIRECT)),-Xswiftc -Xfrontend -Xswiftc $(DIRECT))

.PHONY: run build test fast proof-quick proof proof-prowler proof-scan record fuzz-briefly fuzz asan coverage lint system-packages test-packages

run: build
	$(BINARY) all -t organizations-changes -o gen-output
	@printf 'The artefacts are in %s\n' "$(CURDIR)/gen-output/organizations-changes"

build: system-packages
	$(SWIFT) build -c release --product gen $(STATIC) $(QUICK)

test: test-packages fast proof-quick fuzz-briefly

# Unit tests, goldens and command tests: under two minutes.
fast: system-packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

# The goldens through the real tools, the built-in template deployed three ways, hostile texts, faults while writing.
proof-quick: test-packages
	$(SWIFT) build --product gen
	GEN_BINARY="$$($(SWIFT) build --show-bin-path)/gen" .build/proof-venv/bin/python -m pytest Tests/Proof -n $(WORKERS) --dist loadgroup \
	-m "not slow and not scan"

# Everything: every template, every mutation, every drift, thousands of hostile texts. With the binary that users have, which also
# starts and lints several times as fast as the one for debugging.
proof: test-packages build
	GEN_BINARY="$(CURDIR)/$(BINARY)" .build/proof-venv/bin/python -m pytest Tests/Proof -n $(WORKERS) --dist worksteal -m "not scan"

# Scanners of other people, on templates and plans: their findings are those that Tests/Proof/README.md explains.
proof-scan: test-packages
	Tests/Proof/install.sh scan
	$(SWIFT) build --product gen
	rules="$${GEN_GUARD_RULES:-$$(Tests/Proof/install.sh guard-rules)}" && \
	GEN_GUARD_RULES="$$rules" GEN_BINARY="$$($(SWIFT) build --show-bin-path)/gen" \
	.build/proof-venv/bin/python -m pytest Tests/Proof/test_scan.py

# Prowler itself, on the account that each template makes.
proof-prowler: test-packages
	$(SWIFT) build --product gen
	prowler="$$(Tests/Proof/install.sh prowler)/bin/prowler" && \
	GEN_PROWLER="$$prowler" GEN_BINARY="$$($(SWIFT) build --show-bin-path)/gen" \
	.build/proof-venv/bin/python -m pytest Tests/Proof/test_prowler.py

record: system-packages
	-GEN_RECORD=1 $(SWIFT) test --disable-xctest --filter GoldenTests
	git status --short output

# Half a minute each for the two readers that attackers' events reach. Apple's toolchains ship no libFuzzer.
fuzz-briefly: system-packages
ifeq ($(shell uname -s),Linux)
	Tests/Fuzz/run.sh parser 30
	Tests/Fuzz/run.sh matcher 30
endif

fuzz: system-packages
	Tests/Fuzz/run.sh all $(SECONDS)

# Without the leak checker, which does not see what Swift holds through tagged pointers, and without the limits of time.
asan: system-packages
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --disable-xctest --scratch-path .build/asan --skip ComparisonSpeedTests

coverage: system-packages
	$(SWIFT) test --enable-code-coverage --disable-xctest --scratch-path .build/coverage
	Scripts/coverage.sh .build/coverage

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

system-packages:
	Scripts/install-packages.sh build

test-packages: system-packages
	Scripts/install-packages.sh test
	Tests/Proof/install.sh
