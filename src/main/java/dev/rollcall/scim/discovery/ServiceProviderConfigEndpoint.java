package dev.rollcall.scim.discovery;

import dev.rollcall.scim.protocol.BulkConfig;
import dev.rollcall.scim.protocol.LimitsConfig;
import dev.rollcall.scim.protocol.MediaTypes;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.PaginationConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// `/ServiceProviderConfig` (RFC 7643 §5): what the service offers, readable without credentials.
@Path(ScimPaths.BASE + "/ServiceProviderConfig")
@Produces({MediaTypes.SCIM, MediaTypes.JSON})
@Blocking
@Tag(name = "Discovery")
public class ServiceProviderConfigEndpoint {
    private static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

    private final DefinitionAnswers answers;
    private final LimitsConfig limits;
    private final BulkConfig bulk;
    private final PaginationConfig pagination;

    ServiceProviderConfigEndpoint(
            DefinitionAnswers answers, LimitsConfig limits, BulkConfig bulk, PaginationConfig pagination) {
        this.answers = answers;
        this.limits = limits;
        this.bulk = bulk;
        this.pagination = pagination;
    }

    @GET
    @Operation(summary = "What the service offers")
    public ScimValue.Complex read(@Context UriInfo uri) {
        var kind = new DefinitionAnswers.Kind("ServiceProviderConfig", "/ServiceProviderConfig", Map.of());
        return answers.located(kind, "", config(), uri);
    }

    private ScimValue.Complex config() {
        var config = new LinkedHashMap<String, ScimValue>();
        config.put("schemas", ScimValue.array(ScimValue.of(SCHEMA)));
        config.put("patch", supported(true));
        config.put(
                "bulk",
                supported(bulk.enabled())
                        .with("maxOperations", ScimValue.of(bulk.maxOperations()))
                        .with(
                                "maxPayloadSize",
                                ScimValue.of(bulk.maxPayloadSize().asLongValue())));
        config.put("filter", supported(true).with("maxResults", ScimValue.of(limits.pageSize())));
        config.put("changePassword", supported(true));
        config.put("sort", supported(true));
        config.put("etag", supported(true));
        config.put("pagination", pagination());
        config.put("authenticationSchemes", ScimValue.array(bearerToken(), oauth()));
        return new ScimValue.Complex(config);
    }

    // RFC 9865 §4.
    private ScimValue.Complex pagination() {
        var pages = new LinkedHashMap<String, ScimValue>();
        pages.put("cursor", ScimValue.of(true));
        pages.put("index", ScimValue.of(true));
        pages.put("defaultPaginationMethod", ScimValue.of("index"));
        pages.put("defaultPageSize", ScimValue.of(limits.pageSize()));
        pages.put("maxPageSize", ScimValue.of(limits.pageSize()));
        pages.put("cursorTimeout", ScimValue.of(pagination.cursorTimeout().toSeconds()));
        return new ScimValue.Complex(pages);
    }

    private static ScimValue.Complex supported(boolean supported) {
        return ScimValue.Complex.EMPTY.with("supported", ScimValue.of(supported));
    }

    private static ScimValue.Complex oauth() {
        var scheme = new LinkedHashMap<String, ScimValue>();
        scheme.put("type", ScimValue.of("oauth2"));
        scheme.put("name", ScimValue.of("OAuth 2 client credentials"));
        scheme.put(
                "description",
                ScimValue.of("An access token that a client fetches with its id and secret at /oauth2/token, as"
                        + " /.well-known/oauth-authorization-server says"));
        scheme.put("specUri", ScimValue.of("https://www.rfc-editor.org/rfc/rfc6749"));
        scheme.put("primary", ScimValue.of(false));
        return new ScimValue.Complex(scheme);
    }

    private static ScimValue.Complex bearerToken() {
        var scheme = new LinkedHashMap<String, ScimValue>();
        scheme.put("type", ScimValue.of("oauthbearertoken"));
        scheme.put("name", ScimValue.of("OAuth 2 bearer token"));
        scheme.put(
                "description",
                ScimValue.of("A bearer token (RFC 6750) that an administrator of the organization issues for one"
                        + " connection"));
        scheme.put("specUri", ScimValue.of("https://www.rfc-editor.org/rfc/rfc6750"));
        scheme.put("primary", ScimValue.of(true));
        return new ScimValue.Complex(scheme);
    }
}
