package io.cellmonitor.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The demo's way in for senders without a credential: this machine only, the demo class only. */
@ApplicationScoped
class OpenDoor {

    private static final Sender SENDER = new Sender("open door", "demo", Set.of(DemoClass.ID), true, true);

    private final boolean open;

    OpenDoor(@ConfigProperty(name = "cell-monitor.open-door", defaultValue = "false") boolean open) {
        this.open = open;
    }

    /** The request would have to pass here: the door is open, the route is a sender's, and there is no credential. */
    boolean isFor(RoutingContext context) {
        return open
                && (SenderRoutes.contains(context) || SenderRoutes.givesTokens(context))
                && context.request().getHeader("Authorization") == null;
    }

    /** The right to send, if the request comes wholly from this machine. */
    Optional<Sender> admit(RoutingContext context) {
        return isFor(context) && Loopback.isWholly(context.request()) ? Optional.of(SENDER) : Optional.empty();
    }
}
