package dev.rollcall.scim.search;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// What filters may ask for.
@ConfigMapping(prefix = "rollcall.filter")
public interface FilterConfig {
    /// Attributes that a filter in a URI must not compare, as they are named in a filter.
    Optional<List<String>> sensitiveAttributes();
}
