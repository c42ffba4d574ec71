# Each target is a line over scripts/; every script says at its top what it does.
.PHONY: demo test check bench

demo:
	@scripts/setup
	@scripts/demo

test:
	@scripts/setup
	@scripts/build
	@scripts/test

check:
	@scripts/setup
	@scripts/check

bench:
	@scripts/setup
	@scripts/bench
