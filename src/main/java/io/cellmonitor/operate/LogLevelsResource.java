package io.cellmonitor.operate;

import io.cellmonitor.access.Roles;
import io.cellmonitor.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.logging.Logger;

/** How much the instance that answers says in its log, for admins. Other instances are asked for themselves. */
@Path("/api/v1/log-levels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class LogLevelsResource {

    private static final Logger LOG = Logger.getLogger(LogLevelsResource.class);

    /** What a package is to say: {@code ERROR}, {@code WARN}, {@code INFO} or {@code DEBUG}. */
    public record WantedLevel(@NotNull String level) {}

    /**
     * What a package says.
     *
     * @param changed whether somebody has set it since the start
     */
    public record LoggerLevel(String logger, String level, boolean changed) {}

    /** All packages. */
    public record LoggerLevels(List<LoggerLevel> loggers) {}

    private final LogLevels levels;

    LogLevelsResource(LogLevels levels) {
        this.levels = levels;
    }

    /** Every package of the application that says something. */
    @GET
    public LoggerLevels list() {
        return new LoggerLevels(
                levels.all().stream().map(LogLevelsResource::shown).toList());
    }

    /** Sets a package's level until it is reset or the instance is started again. */
    @PUT
    @Path("/{logger}")
    @Consumes(MediaType.APPLICATION_JSON)
    public LoggerLevel set(@PathParam("logger") String logger, @NotNull @Valid WantedLevel wanted) {
        if (!LogLevels.NAMES.contains(wanted.level())) {
            throw Problem.invalid("level", "There is no such level.", String.join(", ", LogLevels.NAMES));
        }
        LogLevels.Current now = levels.set(logger, wanted.level())
                .orElseThrow(() -> Problem.notFound("No package of the application has that name and says something."));
        LOG.infof("an admin has set %s to %s", now.logger(), now.level());
        return shown(now);
    }

    /** As it was configured again. */
    @DELETE
    @Path("/{logger}")
    public void reset(@PathParam("logger") String logger) {
        levels.reset(logger);
    }

    private static LoggerLevel shown(LogLevels.Current current) {
        return new LoggerLevel(current.logger(), current.level(), current.changed());
    }
}
