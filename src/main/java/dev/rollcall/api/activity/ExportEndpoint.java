package dev.rollcall.api.activity;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/activity/export")
@Produces({ExportEndpoint.CSV, ExportEndpoint.NDJSON})
@Tag(name = "Activity")
class ExportEndpoint {
    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private final Exports exports;
    private final Organizations organizations;

    ExportEndpoint(Exports exports, Organizations organizations) {
        this.exports = exports;
        this.organizations = organizations;
    }

    @GET
    @Operation(
            operationId = "exportActivity",
            summary = "What provisioning calls did, all of it, the newest first",
            description = "As CSV (RFC 4180 with a header; a cell that a spreadsheet would take for a formula begins"
                    + " with an apostrophe) or as a JSON object a line. It is complete where the transfer ends well")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class))
            })
    public Response export(
            @PathParam("organizationId") UUID organizationId,
            @BeanParam ActivityParameters parameters,
            @Parameter(description = "`csv` or `ndjson`, whatever `Accept` says") @QueryParam("format") @Nullable
                    String format,
            @Context HttpHeaders headers) {
        var filter = parameters.filter(organizations.required(organizationId).id());
        var chosen = format == null ? accepted(headers) : named(format);
        return Response.ok(exports.of(filter, chosen))
                .type(chosen.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"activity." + chosen.name().toLowerCase(Locale.ROOT) + "\"")
                .build();
    }

    private static ExportFormat accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .filter(List.of(CSV, NDJSON)::contains)
                .findFirst()
                .filter(NDJSON::equals)
                .map(_ -> ExportFormat.NDJSON)
                .orElse(ExportFormat.CSV);
    }

    private static ExportFormat named(String format) {
        return switch (format) {
            case "csv" -> ExportFormat.CSV;
            case "ndjson" -> ExportFormat.NDJSON;
            default ->
                throw RefusedException.invalid(
                        List.of(new RefusedException.Violation("format", "'format' is csv or ndjson.")));
        };
    }
}
