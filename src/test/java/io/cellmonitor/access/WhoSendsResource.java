package io.cellmonitor.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Says what the sender's credential is, on a sender's path. */
@Path("/api/v1/test/events/who-sends")
@RolesAllowed(Roles.SENDER)
public class WhoSendsResource {

    @Inject
    SecurityIdentity identity;

    @GET
    public Sender who() {
        return Sender.of(identity).orElseThrow();
    }

    @POST
    public Sender send() {
        return who();
    }
}
