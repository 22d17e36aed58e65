package io.cellmonitor.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody who is signed in come to the routes of a class that they do not belong to, before anything else of the request is judged: what a
 * stranger sends is told no limits. Each route asks {@link Membership} again, for what it needs.
 */
@ApplicationScoped
class ClassRoutes {

    private static final String ROOT = "/api/v1/classes/";

    /** For admins, who belong to no class. */
    private static final String REALM = "/realm";

    private final Membership membership;
    private final SecurityIdentity identity;

    ClassRoutes(Membership membership, SecurityIdentity identity) {
        this.membership = membership;
        this.identity = identity;
    }

    @ServerRequestFilter
    void requireMember(UriInfo address) {
        String path = address.getPath();
        UUID classId = path.startsWith(ROOT) && !path.endsWith(REALM)
                ? id(address.getPathParameters().getFirst("id"))
                : null;
        if (classId != null && SignedIn.of(identity).isPresent()) {
            membership.requireTeacherOf(identity, classId);
        }
    }

    /** Null for what is none, which the route refuses. */
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
