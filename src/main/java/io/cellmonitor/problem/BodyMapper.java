package io.cellmonitor.problem;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 400 for JSON of another form than the route's. In place of mappers that answer with nothing, or quote what was sent. */
class BodyMapper {

    private static final int FIRST = 1;

    /** Something else than the route's object, or a member of another type. */
    @ServerExceptionMapper(value = MismatchedInputException.class, priority = FIRST)
    public Response toResponse(MismatchedInputException failure) {
        return problem(failure);
    }

    /** A member whose text is not of its form, such as an id. */
    @ServerExceptionMapper(value = InvalidFormatException.class, priority = FIRST)
    public Response toResponse(InvalidFormatException failure) {
        return problem(failure);
    }

    private static Response problem(MismatchedInputException failure) {
        Class<?> wanted = failure.getTargetType();
        return Problem.badRequest(
                        field(failure.getPath()),
                        "The body is not of the form that this route takes.",
                        wanted == null ? "as in /q/openapi" : wanted.getSimpleName())
                .toResponse();
    }

    /** As problems name it. */
    static String field(List<Reference> path) {
        String field = path.stream().map(BodyMapper::step).collect(Collectors.joining());
        return field.isEmpty() ? "body" : field.replaceFirst("^[.]", "");
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName();
    }
}
