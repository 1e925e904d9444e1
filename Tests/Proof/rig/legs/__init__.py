"""The three ways to deploy: a stack, a configuration, a script. Each deploys, updates and removes."""
