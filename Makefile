# Cumbre. `make` lists what there is; `make run` and `make test` are the two that matter.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS   += --no-print-directory
.NOTPARALLEL:

# Pinned, so that lint says the same today and next year. The Go tool fetches, builds
# and keeps them. golangci-lint takes minutes the first time, so `make test` only asks
# staticcheck, the strictest of its linters.
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOLANGCI    := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# The packages that run inside a simulation: their results must not depend on the
# processor, so their golden tests run on each.
IN_RUN := ./sim ./sim/abc ./sim/rng ./sim/detmath ./sim/stat ./sim/experiment ./sim/sens ./model/...

# The packages that start goroutines. The scripts of the program start none that these do not, and would
# take ten times as long under the race detector; of sweeps, whose loop is that of sim/experiment, the
# tests of merging and of two processes at once are run.
CONCURRENT := ./sim/experiment ./sim/abc ./model/compare ./model/robust ./model/study ./cmd/cumbre/internal/cli

ARGS      ?=
OUT       ?= out
FUZZTIME  ?= 10s
BENCHTIME ?= 0.3s
ROUNDS    ?= 5

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Use

.PHONY: build run
build: ## build bin/cumbre
	@go build -trimpath -buildvcs="$$(git rev-parse -q --verify HEAD >/dev/null 2>&1 && echo true || echo false)" -o bin/ ./cmd/cumbre

run: build ## compare the designs on the built-in scenario; the report goes to out/ (ARGS="..." adds flags)
	bin/cumbre compare -o $(OUT) $(ARGS)

# Check

.PHONY: test test-go race lint vet fmt staticcheck golangci portable wasm-test arm64-test v3-test peers-test readers-test slurm-test setup
test: test-go race portable peers-test readers-test slurm-test fmt vet staticcheck ## everything: tests, race detector, other processors, SimPy's means, other programs read the data, Slurm, lint

test-go: ## the Go tests alone
	go test ./...

.PHONY: golden findings
golden: findings ## write the golden files anew (every test with -update, and findings); read git diff before committing
	go test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n 1 dirname | sort -u) -update

findings: ## run the whole library anew and write what it shows (scenarios/findings.json, README.md, README.es.md)
	go run ./cmd/cumbre/internal/findings

.PHONY: odd
odd: ## write model/ODD.md and model/ODD.es.md anew from their texts and the registries
	go generate ./cmd/cumbre/internal/odd

# The files are what the command prints; they take their names only once both are whole.
ROBUST := cmd/cumbre/internal/robustness/stored

.PHONY: robust
robust: build ## compute anew the robust comparisons that the report carries (five minutes on two quiet cores)
	bin/cumbre robust --json > bin/robust.json
	bin/cumbre robust --accepted --json > bin/accepted.json
	mv bin/robust.json $(ROBUST)/default.json
	mv bin/accepted.json $(ROBUST)/accepted.json

.PHONY: calibrate
calibrate: build ## fit the uncertain parameters anew, goes on where it was stopped (minutes); then make golden findings robust
	bin/cumbre calibrate -o bin/calibration
	cp bin/calibration/accepted.csv bin/calibration/chosen.csv scenarios/facts/
	go test ./scenarios -run DefaultIsTheChosenPoint -update

race: ## the concurrent packages under the race detector
	@.ci/check race $(CONCURRENT)
	@.ci/check race -run 'OfManyParts|TwiceAtOnce|StoppedMerge' ./cmd/cumbre/internal/sweep

lint: fmt vet golangci ## gofmt, go vet, golangci-lint (.golangci.yml)

fmt:
	@bad="$$(gofmt -l -s .)"; if [[ -n $$bad ]]; then echo "not formatted (run: gofmt -s -w .):"; echo "$$bad"; exit 1; fi

vet:
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./sim/... ./model/... ./scenarios/...

staticcheck:
	@.ci/check staticcheck $(STATICCHECK) ./...

golangci:
	go run $(GOLANGCI) run ./...

portable: wasm-test arm64-test v3-test

wasm-test: ## golden digests under WebAssembly (needs node)
	@.ci/check wasm $(IN_RUN)

arm64-test: ## golden digests under arm64 (needs qemu-user)
	@.ci/check arm64 $(IN_RUN)

v3-test: ## golden digests with AVX2 and fused multiply-add allowed (GOAMD64=v3)
	@.ci/check v3 $(IN_RUN)

peers-test: ## two small models give the same means here and in SimPy (needs python3-simpy3)
	@.ci/check peers

readers-test: ## DuckDB, Polars, Arrow, pandas and R read a sweep's results; README.txt's code runs (npm; python3-pandas, python3-scipy, r-base-core)
	@.ci/check readers

slurm-test: ## studies on a real two-node Slurm whose tasks, nodes and controller are killed (needs root, slurmd and others)
	@.ci/check slurm

setup: ## install what the checks use (Debian, as root): gcc, node, npm, qemu-user, SimPy, pandas, scipy, R, Slurm, GNU parallel
	apt-get update -q
	apt-get install -y --no-install-recommends gcc libc6-dev nodejs qemu-user python3 python3-simpy3 python3-pandas python3-scipy r-base-core slurmctld slurmd slurm-client munge parallel
	command -v npm >/dev/null || apt-get install -y --no-install-recommends npm

.PHONY: fuzz cover
fuzz: ## each fuzz target for FUZZTIME (10s)
	@.ci/fuzz $(FUZZTIME)

cover: ## statement coverage, by line in bin/cover.html
	@mkdir -p bin
	go test -coverpkg=./... -coverprofile=bin/cover.out ./...
	@go tool cover -html=bin/cover.out -o bin/cover.html
	@go tool cover -func=bin/cover.out | tail -1

# Measure

.PHONY: bench bench-peers
bench: ## benchmarks, and the ratios the project promises (BENCHTIME, ROUNDS)
	@.ci/bench $(BENCHTIME) $(ROUNDS)

bench-peers: ## the same two models in SimPy and SimScript, side by side with ours
	@sim/bench/peers/run

.PHONY: clean
clean: ## remove what was built
	rm -rf bin $(OUT)
