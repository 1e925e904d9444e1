"""The rig: deploys artefacts to the simulator, reads the account back and compares."""
