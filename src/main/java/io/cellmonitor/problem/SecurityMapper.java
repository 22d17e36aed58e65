package io.cellmonitor.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 and 403. In place of quarkus-resteasy-problem's own, which read a field of ChallengeData that Quarkus 3.32 no longer has and so answer
 * 500.
 */
class SecurityMapper {

    private static final int FIRST = 1;

    /** Nobody is signed in. */
    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    public Response toResponse(UnauthorizedException failure) {
        return Refusals.nobody().toResponse();
    }

    /** What was sent as a credential is none. */
    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    public Response toResponse(AuthenticationFailedException failure) {
        return Refusals.wrongCredential().toResponse();
    }

    /** The caller's role does not allow it. */
    @ServerExceptionMapper(value = ForbiddenException.class, priority = FIRST)
    public Response toResponse(ForbiddenException failure) {
        return Refusals.wrongRole().toResponse();
    }
}
