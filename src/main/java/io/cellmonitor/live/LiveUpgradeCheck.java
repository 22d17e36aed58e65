package io.cellmonitor.live;

import io.cellmonitor.access.Membership;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles, before a socket is open, who opens it and for which class; refuses pages of other sites (browsers let any page try). */
@ApplicationScoped
class LiveUpgradeCheck implements HttpUpgradeCheck {

    static final TypedKey<LivePlace> PLACE = new TypedKey<>("cell-monitor.place");

    private final Membership membership;
    private final LiveTickets tickets;

    LiveUpgradeCheck(Membership membership, LiveTickets tickets) {
        this.membership = membership;
        this.tickets = tickets;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (isForeign(request)) {
            return refuse(403);
        }
        String ticket = request.getParam("ticket");
        if (ticket != null) {
            return tickets.redeem(ticket).map(place -> admit(context, place)).orElseGet(() -> refuse(401));
        }
        return context.securityIdentity().chain(identity -> byIdentity(context, identity, request.getParam("class")));
    }

    private Uni<CheckResult> byIdentity(
            HttpUpgradeContext context, SecurityIdentity identity, @Nullable String classId) {
        try {
            UUID id = classId == null ? null : UUID.fromString(classId);
            return id == null
                    ? refuse(400)
                    : admit(context, LivePlace.of(id, membership.requireTeacherOf(identity, id)));
        } catch (HttpProblem problem) {
            return refuse(problem.getStatusCode());
        } catch (IllegalArgumentException e) {
            return refuse(400);
        }
    }

    private static Uni<CheckResult> admit(HttpUpgradeContext context, LivePlace place) {
        context.userData().put(PLACE, place);
        return CheckResult.permitUpgrade();
    }

    private static Uni<CheckResult> refuse(int status) {
        return CheckResult.rejectUpgrade(status, Map.of("Cache-Control", List.of("no-store")));
    }

    private static boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null || !authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
