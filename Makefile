# Each target is a short list of ordinary commands.
.PHONY: run test lint bench soak fuzz browser-tools

# What the default build leaves out, and tests and lints take in: signing in by a directory elsewhere.
WITH_ALL = --workspace --features moi-server/oidc

run: ## open the office at http://127.0.0.1:8080
	cargo run --release

test: browser-tools ## every test of the workspace, the browser tests with them
	cargo build $(WITH_ALL) --bins --tests
	cargo test $(WITH_ALL) --no-fail-fast

lint: ## formatting and lints, warnings are errors
	cargo fmt --all --check
	cargo clippy $(WITH_ALL) --all-targets -- -D warnings
	cargo clippy --workspace -- -D warnings

bench: ## the figures of the README, each beside its floor
	cargo build --release --workspace --bins --benches
	cargo bench --workspace --bench hall
	cargo bench --workspace --bench years
	cargo bench --workspace --bench month

soak: ## an hour: the API asked anything, proxies, the service, power cuts, disk troubles; MOI_SOAK_SEED=… repeats the luck
	cargo build --release --workspace
	tests/schemathesis/run.sh
	tests/proxies/run.sh
	tests/service/run.sh
	MOI_SOAK_CUTS=$${MOI_SOAK_CUTS:-500} MOI_SOAK_TROUBLES=$${MOI_SOAK_TROUBLES:-50} \
	  cargo test --release -p moi-tests --test outside -- --nocapture --test-threads 1 power_cut:: disk_trouble:: sealing_cuts:: crash::

fuzz: ## a minute for each parser that meets bytes from outside; MOI_FUZZ_SECONDS=600 for longer. Needs a nightly compiler
	@command -v cargo-fuzz >/dev/null || cargo install --locked cargo-fuzz
	fuzz/run.sh $${MOI_FUZZ_SECONDS:-60}

browser-tools: ## what the browser tests need, on Debian, when it is missing
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
	  sudo=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$sudo apt-get update && $$sudo apt-get install -y --no-install-recommends chromium chromium-driver; }
