package io.cellmonitor.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an identity of what a request carries: an API key or a student's token, else a session cookie, else the open door, else nobody. */
@ApplicationScoped
class CredentialMechanism implements HttpAuthenticationMechanism {

    private final SenderKeys keys;
    private final StudentCredentials students;
    private final SignInSessions sessions;
    private final OpenDoor openDoor;

    CredentialMechanism(SenderKeys keys, StudentCredentials students, SignInSessions sessions, OpenDoor openDoor) {
        this.keys = keys;
        this.students = students;
        this.sessions = sessions;
        this.openDoor = openDoor;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            return byCredential(authorization);
        }
        Optional<Sender> demo = openDoor.admit(context);
        if (demo.isPresent()) {
            return Uni.createFrom().item(Identities.of(demo.get()));
        }
        return SessionCookie.read(context)
                .map(token -> sessions.find(token).map(CredentialMechanism::identity))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        // "Basic" would make the browser ask; this scheme only says what senders need.
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    private Uni<SecurityIdentity> byCredential(String authorization) {
        return keys.sender(authorization)
                .map(Identities::of)
                .or(() -> students.subject(authorization).map(Identities::of))
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() ->
                        Uni.createFrom().failure(new AuthenticationFailedException("The credential is not valid.")));
    }

    private static @Nullable SecurityIdentity identity(Optional<SignedIn> signedIn) {
        return signedIn.map(Identities::of).orElse(null);
    }
}
