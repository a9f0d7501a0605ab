package dev.rollcall.scim.bulk;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.BaseUri;
import dev.rollcall.scim.protocol.BulkConfig;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.refused.RefusedCalls;
import dev.rollcall.scim.resource.LinkedCreation;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.throttling.Throttle;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// `/Bulk` (RFC 7644 §3.7).
@Path(ScimPaths.BASE + "/Bulk")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Consumes({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Bulk")
public class BulkEndpoint {
    private final SingleOperations operations;
    private final LinkedCreation creation;
    private final CurrentClient clients;
    private final BaseUri baseUri;
    private final BulkConfig config;
    private final Throttle throttle;
    private final RefusedCalls refused;

    BulkEndpoint(
            SingleOperations operations,
            LinkedCreation creation,
            CurrentClient clients,
            BaseUri baseUri,
            BulkConfig config,
            Throttle throttle,
            RefusedCalls refused) {
        this.operations = operations;
        this.creation = creation;
        this.clients = clients;
        this.baseUri = baseUri;
        this.config = config;
        this.throttle = throttle;
        this.refused = refused;
    }

    @POST
    @Operation(summary = "Create, replace, modify and delete many resources")
    public ScimValue.Complex process(@Context UriInfo uri, @Nullable BulkBody body) {
        if (!config.enabled()) {
            throw ScimException.status(501, "Bulk requests are not offered: see /ServiceProviderConfig");
        }
        if (body == null) {
            throw ScimException.invalidSyntax("The body is empty: send a JSON object");
        }
        var client = clients.required();
        var request = new BulkRequestReader(client.tolerances(), config.maxOperations()).read(body.message());
        throttle.weigh(client, request.operations().size());
        var base = baseUri.of(uri);
        var run = new BulkRun(new BulkSender(operations, client, base, refused), creation, request);
        var outcomes = run.process();
        return new BulkResponse(base, bulkId -> run.created(bulkId).orElse(BulkReferences.to(bulkId)))
                .of(request, outcomes);
    }
}
