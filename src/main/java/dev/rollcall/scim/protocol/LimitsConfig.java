package dev.rollcall.scim.protocol;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one request may ask of the service.
@ConfigMapping(prefix = "rollcall.limits")
public interface LimitsConfig {
    /// The largest request body.
    @WithDefault("1M")
    MemorySize bodySize();

    /// The most resources in one page, and the size of a page where the client names none.
    @WithDefault("200")
    int pageSize();

    /// The most resources that may match a query; one with more is refused with `tooMany`. 0: any number.
    @WithDefault("0")
    int maxMatches();
}
