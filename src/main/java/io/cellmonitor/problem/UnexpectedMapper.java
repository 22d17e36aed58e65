package io.cellmonitor.problem;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of what no other mapper knows: 503 for a store that is away or silent, else 500 without details. */
class UnexpectedMapper {

    /** Also for {@link Throwable}s that are no exceptions, as Vert.x throws. */
    @ServerExceptionMapper({Throwable.class, Exception.class, RuntimeException.class})
    public Response toResponse(Throwable failure) {
        return Refusals.ofFailure(failure).toResponse();
    }
}
