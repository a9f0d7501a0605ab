package dev.rollcall.api.page;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// Which page of a list is asked for: a `@BeanParam` of every endpoint that has a list.
public record PageParameters(
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor,
        @Context UriInfo request) {}
