package io.cellmonitor.operate;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import java.util.Set;

/** Says in a 405 which methods the route has, in words and in the header that RFC 9110 wants. */
@ApplicationScoped
class MethodNotAllowed implements ProblemPostProcessor {

    private final RouteMethods methods;

    MethodNotAllowed(RouteMethods methods) {
        this.methods = methods;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (!(context.cause instanceof NotAllowedException) || context.path == null) {
            return problem;
        }
        Set<String> allowed = methods.of(context.path.startsWith("/") ? context.path : "/" + context.path);
        if (allowed.isEmpty()) {
            return problem;
        }
        String listed = String.join(", ", allowed);
        return HttpProblem.builder(problem)
                .withDetail("This route has no such method.")
                .withHeader("Allow", listed)
                .with("field", "method")
                .with("limit", listed)
                .build();
    }
}
