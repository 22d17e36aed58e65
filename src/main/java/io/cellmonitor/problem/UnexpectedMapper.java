package io.cellmonitor.problem;

import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of what no other mapper knows: 503 for a wait that had its time limit, else 500 without details. */
class UnexpectedMapper {

    /** Also for {@link Throwable}s that are no exceptions, as Vert.x throws. */
    @ServerExceptionMapper({Throwable.class, Exception.class, RuntimeException.class})
    public Response toResponse(Throwable failure) {
        return (failure instanceof TimeoutException ? Refusals.late() : Refusals.unexpected(failure)).toResponse();
    }
}
