"""Tests of what stands behind ./dev: python3 -m unittest discover -t . -s tools/tests."""
