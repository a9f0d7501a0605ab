package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import java.util.List;

/// One page of a query's matches, and how many matches there are in all.
public record SearchResult(long totalResults, List<ScimResource> resources) {
    public SearchResult {
        resources = List.copyOf(resources);
    }
}
