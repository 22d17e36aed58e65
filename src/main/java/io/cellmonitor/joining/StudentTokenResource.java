package io.cellmonitor.joining;

import io.cellmonitor.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tokens for students' Jupyter servers. Open to all: what is sent proves who asks. */
@Path("/api/v1/student/token")
@Produces(MediaType.APPLICATION_JSON)
public class StudentTokenResource {

    private static final String GRANTS = "join_code, device_secret, jupyterhub, key, open_door";

    private final JoinCodeGrant joinCode;
    private final DeviceGrant device;
    private final KeyGrants keys;
    private final HubGrant hubs;
    private final Tokens tokens;
    private final SecurityIdentity identity;

    StudentTokenResource(
            JoinCodeGrant joinCode,
            DeviceGrant device,
            KeyGrants keys,
            HubGrant hubs,
            Tokens tokens,
            SecurityIdentity identity) {
        this.joinCode = joinCode;
        this.device = device;
        this.keys = keys;
        this.hubs = hubs;
        this.tokens = tokens;
        this.identity = identity;
    }

    /** Gives a token for 15 minutes. */
    @POST
    @PermitAll
    @Operation(operationId = "studentToken")
    public Uni<TokenAnswer> token(@NotNull @Valid TokenRequest wanted) {
        wanted.check();
        return admitted(wanted).map(tokens::give);
    }

    private Uni<Admitted> admitted(TokenRequest wanted) {
        return switch (wanted.grant()) {
            case "join_code" -> joinCode.admit(wanted);
            case "device_secret" -> device.admit(wanted);
            case "jupyterhub" -> hubs.admit(wanted);
            case "key", "open_door" -> Uni.createFrom().item(() -> keys.admit(wanted, identity));
            default -> throw Problem.invalid("grant", "There is no such grant.", GRANTS);
        };
    }
}
