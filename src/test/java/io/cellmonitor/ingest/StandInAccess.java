package io.cellmonitor.ingest;

import io.cellmonitor.access.ClassDirectory;
import io.cellmonitor.access.MonitoredClass;
import io.cellmonitor.access.Roles;
import io.cellmonitor.access.Sender;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The open door and its one class; nobody with an Authorization header gets in. */
@Alternative
@Singleton
class StandInAccess implements ClassDirectory, HttpAuthenticationMechanism {

    private static final MonitoredClass DEMO = new MonitoredClass(
            UUID.fromString("00000000-0000-4000-8000-000000000001"), "Demo", ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0));

    @Override
    public Optional<MonitoredClass> find(UUID id) {
        return id.equals(DEMO.id()) ? Optional.of(DEMO) : Optional.empty();
    }

    @Override
    public Collection<MonitoredClass> all() {
        return List.of(DEMO);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (context.request().getHeader("Authorization") != null) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("demo"))
                .addRole(Roles.SENDER)
                .addAttribute("sender", new Sender("demo", Set.of(DEMO.id()), true, true))
                .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
