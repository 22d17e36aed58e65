"""Prints what the environment for development needs, as pyproject.toml says it."""

from pathlib import Path

import tomllib

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
requirements = [
    *project["build-system"]["requires"],
    *project["project"]["dependencies"],
    *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
]
print("\n".join(requirements))  # noqa: T201
