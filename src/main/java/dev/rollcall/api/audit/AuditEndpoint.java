package dev.rollcall.api.audit;

import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.page.Page;
import dev.rollcall.api.page.PageParameters;
import dev.rollcall.security.ForOperators;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@ApiEndpoint
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "What administrators and operators changed")
class AuditEndpoint {
    private final AuditSearch audit;

    AuditEndpoint(AuditSearch audit) {
        this.audit = audit;
    }

    @GET
    @ForOperators(ofAll = true)
    @Operation(operationId = "listAllAudit", summary = "What was changed in all organizations, the newest first")
    public Page<AuditEntryView> list(@BeanParam AuditParameters filter, @BeanParam PageParameters page) {
        return audit.page(null, filter, page);
    }
}
