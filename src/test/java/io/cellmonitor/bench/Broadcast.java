package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import java.time.Duration;
import java.util.Map;

/** A {@link BroadcastServer} that runs; it ends with this JVM. */
record Broadcast(ChildProcess process, int port) {

    static Broadcast start(Scene scene, int characters) {
        int port = Ports.free();
        ChildProcess process = ChildProcess.start(
                "broadcast",
                scene.settings().folder(),
                Map.of(),
                Java.command(BroadcastServer.class, port, characters, DeliveriesPair.DASHBOARDS));
        Await.until("the broadcast server", Duration.ofSeconds(30), () -> NoOp.listens(port));
        return new Broadcast(process, port);
    }
}
