package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.cellmonitor.problem.StorableText;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API keys of senders, for admins. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    /**
     * A key to be made.
     *
     * @param realm the name space in which its claims about who somebody is are read
     * @param trusted whether it may say who the student is
     */
    public record NewKey(
            @NotBlank @Size(max = 100) @StorableText String name,
            @NotBlank @Size(max = 100) @StorableText String realm,
            @NotEmpty @Size(max = 1000) List<@NotNull UUID> classes,
            boolean trusted) {}

    /** A key that was made; {@code key} is never shown again. */
    public record KeyShown(UUID id, String name, String key) {
        @Override
        public String toString() {
            return "KeyShown[id=" + id + "]";
        }
    }

    private final CachedClassDirectory directory;
    private final SecurityIdentity identity;

    KeysResource(CachedClassDirectory directory, SecurityIdentity identity) {
        this.directory = directory;
        this.identity = identity;
    }

    /** Makes a key for the classes named. */
    @POST
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = KeyShown.class, responseCode = "201")
    public Uni<KeyShown> create(@NotNull @Valid NewKey wanted) {
        UUID creator = SignedIn.of(identity).map(SignedIn::user).orElseThrow();
        return directory.renew().invoke(() -> requireClasses(wanted.classes())).chain(() -> insert(wanted, creator));
    }

    private Uni<KeyShown> insert(NewKey wanted, UUID creator) {
        Secret secret = Secret.random("cm_");
        ApiKey key = new ApiKey();
        key.id = UUID.randomUUID();
        key.name = wanted.name();
        key.realm = wanted.realm();
        key.trusted = wanted.trusted();
        key.classes = wanted.classes().stream().distinct().toArray(UUID[]::new);
        key.keyHash = secret.hash();
        key.createdBy = creator;
        return Transactions.write(key::persist)
                .chain(directory::renew)
                .replaceWith(() -> new KeyShown(key.id, key.name, secret.text()));
    }

    private void requireClasses(List<UUID> classes) {
        if (!classes.stream().allMatch(id -> directory.find(id).isPresent())) {
            throw Problem.invalid("classes", "A class named here does not exist.", "ids of existing classes");
        }
    }
}
