package io.cellmonitor.joining;

import io.cellmonitor.access.StudentSubject;
import io.cellmonitor.event.StudentClaim;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.seal.BlindIndex;
import io.cellmonitor.seal.Names;
import io.cellmonitor.seal.Pseudonym;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets in whom a configured JupyterHub knows by the token of their server. */
@ApplicationScoped
class HubGrant {

    private final Hubs hubs;
    private final HubClient client;
    private final BlindIndex index;
    private final Names names;

    HubGrant(Hubs hubs, HubClient client, BlindIndex index, Names names) {
        this.hubs = hubs;
        this.client = client;
        this.index = index;
        this.names = names;
    }

    /** Fails with a problem: 401 for a token that the hub does not know, 403 without a class, 422, 503 when the hub does not answer. */
    Uni<Admitted> admit(TokenRequest wanted) {
        Hub hub = hubs.get(wanted.hub());
        String token = Optional.ofNullable(wanted.hubToken())
                .filter(HubGrant::isToken)
                .orElseThrow(() -> Problem.invalid(
                        "hub_token", "hub_token is missing or is none.", "the token of a user's server"));
        return client.whose(hub, token).map(user -> admitted(hub, user, wanted.classId()));
    }

    /** What may stand in a header. */
    private static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
    }

    private Admitted admitted(Hub hub, HubUser user, @Nullable String classId) {
        StudentClaim claim = claim(hub, user);
        String username = index.ofStudent(hub.realm(), claim.kind(), claim.value());
        byte[] sealedName = names.seal(Pseudonym.of(username), user.name());
        UUID chosen = choose(hub.classesOf(user.groups()), classId);
        return new Admitted(new StudentSubject(username, chosen, sealedName), user.name(), true, null);
    }

    /** The same person as an API key of the realm names. */
    private static StudentClaim claim(Hub hub, HubUser user) {
        return switch (hub.claim()) {
            case "emailAddress" -> StudentClaim.of(user.name(), null, null).orElseThrow();
            case "userId" -> StudentClaim.of(null, user.name(), null).orElseThrow();
            default -> StudentClaim.of(null, null, user.name()).orElseThrow();
        };
    }

    private static UUID choose(Set<UUID> classes, @Nullable String classId) {
        if (classes.isEmpty()) {
            throw Problem.forbidden("This user of the JupyterHub belongs to no class.");
        }
        if (classId == null && classes.size() == 1) {
            return classes.iterator().next();
        }
        return classes.stream()
                .filter(id -> id.toString().equalsIgnoreCase(classId))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "classId", "classId is missing or of others.", "one of the user's classes on this JupyterHub"));
    }
}
