package dev.rollcall.api.member;

import dev.rollcall.access.member.MemberFilter;
import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import dev.rollcall.api.body.Keywords;
import dev.rollcall.api.page.QueryValues;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which members are asked for.
public record MemberParameters(
        @Parameter(description = "Everybody who has this account e-mail, and nobody else; alone")
        @QueryParam("email")
        @Nullable
        String email,

        @Parameter(description = "`invited`, `active`, `inactive` or `deleted`") @QueryParam("state") @Nullable
        String state,

        @Parameter(description = "`scim`, `invited` or `jit`") @QueryParam("origin") @Nullable
        String origin,

        @Parameter(description = "The id of a role that they have in the end") @QueryParam("role") @Nullable
        String role,

        @Parameter(description = "The id of a team in which they have a role in the end") @QueryParam("team") @Nullable
        String team,

        @Parameter(description = "What their e-mail, user name or display name begins with")
        @QueryParam("search")
        @Nullable
        String search,

        @Parameter(description = "`newest` or `oldest` first; with `search`, the order is that of what was found")
        @QueryParam("order")
        @Nullable
        String order,

        @Context UriInfo request) {
    private static final int LONGEST = 320;

    private enum Order {
        NEWEST,
        OLDEST
    }

    /// @throws RefusedException that names each parameter that does not fit
    MemberFilter filter() {
        var values = new QueryValues();
        if (email != null && Stream.of(state, origin, role, team, search).anyMatch(Objects::nonNull)) {
            values.refuse("email", "'email' stands alone: leave the other filters out.");
        }
        // Who asks for no address must not be answered with everybody.
        if (request.getQueryParameters().containsKey("email")
                && (email == null || email.isBlank() || email.length() > LONGEST)) {
            values.refuse("email", "'email' is an address of at most " + LONGEST + " characters.");
        }
        if (search != null && search.length() > LONGEST) {
            values.refuse("search", "'search' has at most " + LONGEST + " characters.");
        }
        var filter = new MemberFilter(
                constant("state", state, MemberState.values(), values),
                constant("origin", origin, MemberOrigin.values(), values),
                values.id("role", role, "the id of a role"),
                values.id("team", team, "the id of a team"),
                search,
                constant("order", order, Order.values(), values) == Order.OLDEST);
        values.check();
        return filter;
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String name, @Nullable String given, E[] constants, QueryValues values) {
        if (given == null) {
            return null;
        }
        for (var constant : constants) {
            if (Keywords.of(constant).equals(given)) {
                return constant;
            }
        }
        values.refuse(
                name,
                "'" + name + "' is one of "
                        + Stream.of(constants).map(Keywords::of).collect(Collectors.joining(", ")) + ".");
        return null;
    }
}
