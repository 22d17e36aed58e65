"""./dev faults says what is missing, and lists its rows without building anything."""

import subprocess
import sys
import unittest

from tools import faults_command
from tools.failure import Failure
from tools.places import ROOT


class FaultsCommand(unittest.TestCase):
    def test_missing_programs_are_named_by_their_packages(self) -> None:
        with self.assertRaisesRegex(Failure, "redis-server redis-tools"):
            faults_command.require_programs(path="")

    def test_every_control_is_in_the_short_form(self) -> None:
        command = [sys.executable, str(ROOT / "dev"), "faults", "--list"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True, timeout=900).stdout.splitlines()
        controls = [line for line in listed if "control-" in line]
        self.assertGreaterEqual(len(controls), 2)
        self.assertTrue(all(line.startswith("*") for line in controls), controls)
