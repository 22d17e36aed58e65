"""What a lane of tests has said is counted, and what it has not said counts as failed."""

import unittest

from tools.test_lane import outcomes

SAID = """
12 passed, 0 failed

extension: 136 passed, 0 failed
browser: 15 passed, 1 failed
"""


class TestLane(unittest.TestCase):
    def test_what_is_told_counts(self) -> None:
        self.assertEqual(outcomes(SAID, ["extension", "browser"]), {"extension": (136, 0), "browser": (15, 1)})

    def test_a_part_that_is_not_told_of_has_failed(self) -> None:
        self.assertEqual(outcomes(SAID, ["faults"]), {"faults": (0, 1)})
