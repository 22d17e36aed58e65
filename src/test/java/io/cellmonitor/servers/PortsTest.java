package io.cellmonitor.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theyAreBelowThoseOfOutgoingConnections() {
        assertThat(Ports.firstOutgoing()).isBetween(1_024, 65_535);
        assumeThat(Ports.firstOutgoing()).isGreaterThan(Ports.LOWEST + 1_000);
        assertThat(IntStream.range(0, 50).map(ignored -> Ports.free()))
                .allMatch(port -> port >= Ports.LOWEST && port < Ports.firstOutgoing());
    }

    @Test
    void oneThatIsTakenIsNotGivenAgain() throws IOException {
        int wanted = Ports.free();
        assertThat(Ports.firstFree(wanted)).isEqualTo(wanted);
        try (ServerSocket taken = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.firstFree(taken.getLocalPort())).isNotEqualTo(wanted);
        }
    }
}
