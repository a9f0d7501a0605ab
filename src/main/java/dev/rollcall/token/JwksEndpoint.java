package dev.rollcall.token;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jose4j.json.JsonUtil;

/// The public halves of the signing keys (RFC 7517 §5), for whoever wants to verify a token.
@Path("/.well-known/jwks.json")
public class JwksEndpoint {
    private final PublishedKeys keys;

    JwksEndpoint(PublishedKeys keys) {
        this.keys = keys;
    }

    /// The keys that sign and those whose tokens can still be valid; 503 where the database is away and nothing
    /// that is recent enough is held.
    @GET
    @Produces("application/jwk-set+json")
    @Blocking
    public RestResponse<String> keys() {
        var current = keys.current();
        List<Map<String, Object>> jwks =
                current.keys().stream().map(SigningKey::toJwk).toList();
        return RestResponse.ResponseBuilder.ok(JsonUtil.toJson(Map.of("keys", jwks)))
                .header(
                        "Cache-Control",
                        "public, max-age=" + current.remaining().toSeconds())
                .build();
    }
}
