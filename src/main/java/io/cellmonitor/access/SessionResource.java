package io.cellmonitor.access;

import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in, who I am, signing out. */
@Path("/api/v1/session")
public class SessionResource {

    /** A login name and its password. */
    public record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 256) String password) {
        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /** Who is signed in. */
    @Schema(name = "Session")
    public record Me(String username, String displayName, String role, List<TaughtClass> classes) {}

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final TaughtClasses classes;
    private final SecurityIdentity identity;
    private final RoutingContext context;

    SessionResource(
            SignIn signIn,
            SignInSessions sessions,
            TaughtClasses classes,
            SecurityIdentity identity,
            RoutingContext context) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.classes = classes;
        this.identity = identity;
        this.context = context;
    }

    /** Signs in: 204 and the cookie. */
    @POST
    @PermitAll
    @Operation(operationId = "signIn")
    @APIResponse(responseCode = "204", description = "Signed in")
    public Uni<RestResponse<Void>> signIn(@NotNull @Valid Credentials credentials) {
        return signIn.signIn(credentials.username(), credentials.password())
                .invoke(token -> SessionCookie.set(context, token))
                .map(ignored -> RestResponse.noContent());
    }

    /** Who I am. */
    @GET
    @Operation(operationId = "session")
    @RolesAllowed(Roles.TEACHER)
    public Uni<Me> me() {
        SignedIn caller = SignedIn.of(identity).orElseThrow(() -> Problem.unauthorized("Sign in first."));
        return classes.of(caller.user())
                .map(list -> new Me(caller.username(), caller.displayName(), caller.role(), list));
    }

    /** Signs out, also when nobody is signed in. */
    @DELETE
    @Operation(operationId = "signOut")
    @PermitAll
    public Uni<RestResponse<Void>> signOut() {
        // Read first: the cookie of the answer takes the place of the request's.
        Uni<Void> ended = SessionCookie.read(context)
                .flatMap(token -> SignedIn.of(identity).map(caller -> sessions.end(token, caller.session())))
                .orElseGet(() -> Uni.createFrom().voidItem());
        SessionCookie.clear(context);
        return ended.map(ignored -> RestResponse.noContent());
    }
}
