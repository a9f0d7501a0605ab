package dev.rollcall.scim.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How results are paged through.
@ConfigMapping(prefix = "rollcall.pagination")
public interface PaginationConfig {
    /// How long a cursor can be used after the page that it came with, and for how long at least the place of a walk
    /// by index is kept.
    @WithDefault("PT1H")
    Duration cursorTimeout();

    /// The most matches that the first page by cursor counts. Where there are more, `totalResults` is left out.
    /// 0: all are counted.
    @WithDefault("1000")
    int countedMatches();
}
