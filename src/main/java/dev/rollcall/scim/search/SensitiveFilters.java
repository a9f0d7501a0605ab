package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.SensitiveAttributes;
import dev.rollcall.scim.schema.SchemaRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps what an operator calls personal out of URIs, where logs and proxies see it (RFC 7644 §7.5.2). Made at
/// the start, so that a setting that names no attribute stops it.
@Startup
@ApplicationScoped
class SensitiveFilters {
    private final SensitiveAttributes sensitive;

    SensitiveFilters(FilterConfig config, SchemaRegistry schemas) {
        sensitive = new SensitiveAttributes(config.sensitiveAttributes().orElse(List.of()), schemas.resourceTypes());
    }

    /// Refuses a condition that came in a URI and compares such an attribute.
    ///
    /// @throws ScimException 403 `sensitive`
    void refuse(Condition condition) {
        sensitive.comparedIn(condition).ifPresent(attribute -> {
            throw ScimException.of(
                    ScimType.SENSITIVE,
                    "Filter: values of '" + attribute + "' must not be in a URL: send the query by POST to .search");
        });
    }
}
