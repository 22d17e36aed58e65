package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the field and the limit of the first violation of Bean Validation, as every problem about a field does. */
@ApplicationScoped
class FieldAndLimit implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (!(context.cause instanceof ConstraintViolationException invalid)) {
            return problem;
        }
        return first(invalid).map(it -> named(problem, it)).orElse(problem);
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
