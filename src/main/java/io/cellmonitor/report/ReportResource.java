package io.cellmonitor.report;

import io.cellmonitor.access.Roles;
import io.cellmonitor.history.HistoryCaller;
import io.cellmonitor.history.TimeRange;
import io.cellmonitor.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a class did in a lesson, to be printed and kept, for those who teach it. */
@Path("/api/v1/classes")
@RolesAllowed(Roles.TEACHER)
public class ReportResource {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String FROM =
            "Inclusive, ISO 8601; without an offset in the class's zone. A report has at most 31 days.";
    private static final String TO = "Exclusive, ISO 8601; now when absent.";

    private final Reports reports;
    private final HistoryCaller caller;

    ReportResource(Reports reports, HistoryCaller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    /** The report. */
    @GET
    @Path("{id}/report")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "report",
            summary = "What a class did: students, cells, mistakes, help",
            description = "The last day unless a range is given. 503 while others are made.")
    public Uni<Report> report(
            UUID id,
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = TO) @Nullable String to) {
        return reports.of(caller.teacherOf(id), id, range(id, from, to));
    }

    /** Its students as a table for a spreadsheet. */
    @GET
    @Path("{id}/report.csv")
    @Produces("text/csv")
    @Operation(
            operationId = "reportCsv",
            summary = "The students of the report as CSV",
            description =
                    "UTF-8 with its mark, RFC 4180, one line for each student. The last day unless a range is given.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> csv(
            UUID id,
            @RestQuery @Parameter(description = FROM) @Nullable String from,
            @RestQuery @Parameter(description = TO) @Nullable String to) {
        return reports.of(caller.teacherOf(id), id, range(id, from, to))
                .map(report -> RestResponse.ResponseBuilder.ok(
                                ReportTable.csv(report, caller.zone(id)), "text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"report.csv\"")
                        .build());
    }

    private TimeRange range(UUID id, @Nullable String from, @Nullable String to) {
        TimeRange range = TimeRange.of(from, to, DAY, caller.zone(id), Instant.now());
        if (range.length().compareTo(LONGEST) > 0) {
            throw Problem.invalid("from", "A report has at most 31 days.", "max 31 days");
        }
        return range;
    }
}
