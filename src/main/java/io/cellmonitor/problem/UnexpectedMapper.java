package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.TimeoutException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes problems of what no other mapper knows: 503 for a wait that had its time limit and for a store that is away, else 500 without details. */
class UnexpectedMapper {

    /** Also for {@link Throwable}s that are no exceptions, as Vert.x throws. */
    @ServerExceptionMapper({Throwable.class, Exception.class, RuntimeException.class, IOException.class})
    public Response toResponse(Throwable failure) {
        return problem(failure).toResponse();
    }

    static HttpProblem problem(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return Refusals.late();
        }
        return StoreAbsence.causes(failure) ? Refusals.away() : Refusals.unexpected(failure);
    }
}
