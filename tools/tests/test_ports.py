"""Ports for servers are free, and none that an outgoing connection could hold."""

import socket
import unittest

from tools import ports
from tools.failure import Failure


class FreePorts(unittest.TestCase):
    def test_they_are_below_those_of_outgoing_connections(self) -> None:
        if ports.first_outgoing() <= ports.LOWEST:
            self.skipTest("outgoing connections are given all ports here")
        for _ in range(50):
            self.assertIn(ports.free(), range(ports.LOWEST, ports.first_outgoing()))

    def test_one_that_is_taken_is_not_given_again(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            taken = server.getsockname()[1]
            self.assertNotEqual(ports.free(taken), taken)
            with self.assertRaisesRegex(Failure, f"Port {taken} is taken"):
                ports.demanded(taken)

    def test_one_that_is_wanted_and_free_is_given(self) -> None:
        wanted = ports.free()
        self.assertEqual(ports.demanded(wanted), wanted)


if __name__ == "__main__":
    unittest.main()
