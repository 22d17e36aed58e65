package io.cellmonitor.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Makes problems of what fails outside JAX-RS: filters, upgrades, bodies that break off, routes of the framework's own. Without it Quarkus
 * answers with nothing, or with JSON or HTML of its own.
 */
@ApplicationScoped
class RouteFailures {

    /** Behind every route and JAX-RS's own handling, in front of Quarkus's last resort. */
    private static final int ORDER = 100_000;

    private static final HttpProblem NO_HOST =
            Problem.badRequest("Host", "The header Host is missing or malformed.", "a name or address and a port");

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(RouteFailures::answer);
        router.errorHandler(404, context -> ProblemResponse.send(context, Problem.notFound("There is nothing here.")));
    }

    private static void answer(RoutingContext context) {
        if (context.statusCode() == 400 && !saysWhomItIsFor(context.request())) {
            ProblemResponse.send(context, NO_HOST);
        } else if (!context.response().closed()) {
            ProblemResponse.send(context, problem(context.failure(), context.statusCode()));
        }
    }

    /** RFC 9112, 3.2; the router fails what does not, before any filter could. */
    private static boolean saysWhomItIsFor(HttpServerRequest request) {
        try {
            return request.authority() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static HttpProblem problem(@Nullable Throwable failure, int status) {
        return switch (failure) {
            case HttpProblem problem -> problem;
            case UnauthorizedException nobody -> Refusals.nobody();
            case AuthenticationFailedException wrong -> Refusals.wrongCredential();
            case ForbiddenException forbidden -> Refusals.wrongRole();
            case null -> ofStatus(status);
            default -> status >= 400 && status < 500 ? ofStatus(status) : UnexpectedMapper.problem(failure);
        };
    }

    private static HttpProblem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.badRequest("request", "The request is malformed.", "HTTP/1.1");
            case 404 -> Problem.notFound("There is nothing here.");
            default -> Problem.of(status, "The request is refused.");
        };
    }
}
