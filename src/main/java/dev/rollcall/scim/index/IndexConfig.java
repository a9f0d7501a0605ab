package dev.rollcall.scim.index;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// What searches find without looking through an organization, beside what they always find so.
@ConfigMapping(prefix = "rollcall.search")
public interface IndexConfig {
    /// Attributes as they are named in a filter, with the URI of their schema where the name alone would mean those of
    /// several types. None where it is not set: what the known identity providers ask for is always indexed.
    Optional<List<String>> indexedAttributes();
}
