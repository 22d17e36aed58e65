package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.cellmonitor.access.PageOrigin;
import io.cellmonitor.problem.Problem;
import io.netty.channel.ChannelHandlerContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles, before a socket is open, who opens it and for which class; refuses pages of other sites (browsers let any page try). */
@ApplicationScoped
class LiveUpgradeCheck implements HttpUpgradeCheck {

    static final TypedKey<LivePlace> PLACE = new TypedKey<>("cell-monitor.place");
    static final TypedKey<ChannelHandlerContext> CHANNEL = new TypedKey<>("cell-monitor.channel");

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final HttpProblem NO_CLASS = Problem.badRequest("class", "Name the class.", "a class id");

    private final Membership membership;
    private final LiveTickets tickets;
    private final LiveHub hub;

    LiveUpgradeCheck(Membership membership, LiveTickets tickets, LiveHub hub) {
        this.membership = membership;
        this.tickets = tickets;
        this.hub = hub;
    }

    /** What it refuses fails with a problem: the router's failure handling gives it the body that a rejected check has not. */
    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (PageOrigin.isForeign(request)) {
            return refuse(Problem.forbidden(
                    "Origin", "Sockets are not opened for other sites' pages.", "the application's own origin"));
        }
        if (hub.isEnding()) {
            return refuse(Problem.unavailable("this instance is about to end", SOON));
        }
        String ticket = request.getParam("ticket");
        if (ticket != null) {
            return tickets.redeem(ticket)
                    .map(place -> admit(context, place))
                    .orElseGet(() -> refuse(Problem.of(
                            401,
                            "ticket",
                            "The ticket is not valid (any more).",
                            "used once, within " + LiveTickets.LIFE.toSeconds() + " s, where it was given")));
        }
        return context.securityIdentity().chain(identity -> byIdentity(context, identity, request.getParam("class")));
    }

    private Uni<CheckResult> byIdentity(
            HttpUpgradeContext context, SecurityIdentity identity, @Nullable String classId) {
        try {
            UUID id = classId == null ? null : UUID.fromString(classId);
            return id == null
                    ? refuse(NO_CLASS)
                    : admit(context, LivePlace.of(id, membership.requireTeacherOf(identity, id)));
        } catch (HttpProblem problem) {
            return refuse(problem);
        } catch (IllegalArgumentException e) {
            return refuse(NO_CLASS);
        }
    }

    private static Uni<CheckResult> admit(HttpUpgradeContext context, LivePlace place) {
        context.userData().put(PLACE, place);
        context.userData().put(CHANNEL, channel(context.httpRequest()));
        return CheckResult.permitUpgrade();
    }

    /** Nothing public of Vert.x tells it; HTTP/1.1 is all that WebSockets are opened on. */
    private static ChannelHandlerContext channel(HttpServerRequest request) {
        return ((HttpServerConnection) request.connection()).channelHandlerContext();
    }

    private static Uni<CheckResult> refuse(HttpProblem problem) {
        return Uni.createFrom().failure(problem);
    }
}
