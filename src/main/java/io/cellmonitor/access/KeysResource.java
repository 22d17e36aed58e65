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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** API keys of senders: admins make them, teachers see and void those of their classes. */
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

    /** A key without its secret; {@code classes}: those that it may send for. */
    @Schema(name = "Key")
    public record KeyView(UUID id, String name, String realm, boolean trusted, List<UUID> classes, Instant createdAt) {}

    /** Keys, newest first. */
    @Schema(name = "Keys")
    public record KeyList(List<KeyView> keys) {}

    private final CachedClassDirectory directory;
    private final KeptKeys kept;
    private final Membership membership;
    private final SecurityIdentity identity;

    KeysResource(CachedClassDirectory directory, KeptKeys kept, Membership membership, SecurityIdentity identity) {
        this.directory = directory;
        this.kept = kept;
        this.membership = membership;
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

    /** The valid keys: an admin's are all, a teacher's those of their own classes. */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.TEACHER})
    @Operation(operationId = "keys")
    public Uni<KeyList> list(
            @RestQuery("class") @Parameter(description = "Of this class only.") @Nullable UUID ofClass) {
        SignedIn caller = SignedIn.of(identity).orElseThrow();
        if (ofClass != null && !isAdmin(caller)) {
            membership.requireOwnerOf(identity, ofClass);
        }
        Set<UUID> classes = ofClass != null ? Set.of(ofClass) : isAdmin(caller) ? null : ownClasses(caller);
        return kept.valid(classes).map(KeyList::new);
    }

    /** Makes a key void: at once here, within 30 s on other instances. A teacher may where it is for their own classes alone. */
    @DELETE
    @Path("{key}")
    @RolesAllowed({Roles.ADMIN, Roles.TEACHER})
    @Operation(operationId = "deleteKey")
    @APIResponse(responseCode = "204", description = "It is void")
    public Uni<RestResponse<Void>> delete(UUID key) {
        SignedIn caller = SignedIn.of(identity).orElseThrow();
        return kept.find(key)
                .map(found -> found.filter(it -> maySee(caller, it))
                        .orElseThrow(() -> Problem.notFound("There is no such key.")))
                .invoke(found -> requireWhole(caller, found))
                .chain(found -> kept.revoke(key))
                .chain(directory::renew)
                .map(ignored -> RestResponse.noContent());
    }

    private static Set<UUID> ownClasses(SignedIn caller) {
        return caller.classes().keySet().stream()
                .filter(id -> isTeacherOf(caller, id))
                .collect(Collectors.toSet());
    }

    private boolean maySee(SignedIn caller, KeyView key) {
        return isAdmin(caller) || key.classes().stream().anyMatch(id -> isTeacherOf(caller, id));
    }

    private void requireWhole(SignedIn caller, KeyView key) {
        if (!isAdmin(caller) && !key.classes().stream().allMatch(id -> isTeacherOf(caller, id))) {
            throw Problem.forbidden("This key is for classes of others too: an admin may make it void.");
        }
    }

    private static boolean isTeacherOf(SignedIn caller, UUID classId) {
        return "teacher".equals(caller.classes().get(classId));
    }

    private static boolean isAdmin(SignedIn caller) {
        return Roles.ADMIN.equals(caller.role());
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
