package io.cellmonitor.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The demo's way in for senders without a credential: this machine only, the demo class only. */
@ApplicationScoped
class OpenDoor {

    private static final Sender SENDER = new Sender("demo", Set.of(DemoClass.ID), true, true);

    private final boolean open;

    OpenDoor(@ConfigProperty(name = "cell-monitor.open-door", defaultValue = "false") boolean open) {
        this.open = open;
    }

    /** The request would have to pass here: the door is open, the route is a sender's, and there is no credential. */
    boolean isFor(HttpServerRequest request) {
        return open && SenderRoutes.contains(request.path()) && request.getHeader("Authorization") == null;
    }

    /** The right to send, if the request comes wholly from this machine. */
    Optional<Sender> admit(HttpServerRequest request) {
        return isFor(request) && Loopback.isWholly(request) ? Optional.of(SENDER) : Optional.empty();
    }
}
