package io.cellmonitor.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the field and the limit: of the first violation of Bean Validation, and of a header that is not as the route wants it. Gives problems
 * that others made the type that ours have.
 */
@ApplicationScoped
class FieldAndLimit implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return typed(named(problem, context));
    }

    private static HttpProblem typed(HttpProblem problem) {
        return problem.getType() == null
                ? HttpProblem.builder(problem).withType(Problem.UNTYPED).build()
                : problem;
    }

    private static HttpProblem named(HttpProblem problem, ProblemContext context) {
        if (context.cause == null) {
            return problem;
        }
        return switch (context.cause) {
            case ConstraintViolationException invalid ->
                first(invalid).map(it -> named(problem, it)).orElse(problem);
            case NotSupportedException type -> header(problem, "Content-Type");
            case NotAcceptableException type -> header(problem, "Accept");
            case WebApplicationException unread
            when unread.getCause() instanceof JsonProcessingException json -> unreadable(problem, json);
            default -> problem;
        };
    }

    /** What is no JSON, and numbers that the member cannot hold; the parser's own message quotes them. */
    private static HttpProblem unreadable(HttpProblem problem, JsonProcessingException failure) {
        String field = failure instanceof JsonMappingException at ? BodyMapper.field(at.getPath()) : "body";
        return HttpProblem.builder(problem)
                .withDetail("The body cannot be read.")
                .with("field", field)
                .with("limit", "JSON, with numbers that the field can hold")
                .build();
    }

    private static HttpProblem header(HttpProblem problem, String name) {
        return HttpProblem.builder(problem)
                .with("field", name)
                .with("limit", "application/json")
                .build();
    }

    private static Optional<ConstraintViolation<?>> first(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .min(Comparator.comparing(it -> it.getPropertyPath().toString()));
    }

    private static HttpProblem named(HttpProblem problem, ConstraintViolation<?> violation) {
        String field = field(violation);
        return HttpProblem.builder(problem)
                .withDetail(field.isEmpty() ? "The body is missing." : field + ": " + violation.getMessage())
                .with("field", field)
                .with("limit", limit(violation))
                .build();
    }

    /** The path without the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        String[] parts = violation.getPropertyPath().toString().split("\\.", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    private static String limit(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        String limit = Stream.of("min", "max", "value", "regexp")
                .filter(attributes::containsKey)
                .filter(name -> !Integer.valueOf(Integer.MAX_VALUE).equals(attributes.get(name)))
                .map(name -> name + " " + attributes.get(name))
                .collect(Collectors.joining(", "));
        return limit.isEmpty() ? violation.getMessage() : limit;
    }
}
