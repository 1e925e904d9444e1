"""The account simulator of the proofs: moto's server, mended where it differs from the service."""
