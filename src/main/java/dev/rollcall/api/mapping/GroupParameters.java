package dev.rollcall.api.mapping;

import dev.rollcall.access.group.GroupFilter;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which groups are asked for.
public record GroupParameters(
        @Parameter(description = "`true`: those that are mapped; `false`: those that nobody has mapped")
        @QueryParam("mapped")
        @Nullable
        String mapped,

        @Parameter(description = "Those whose name begins so, in whatever case") @QueryParam("search") @Nullable
        String search) {
    private static final int LONGEST = 200;

    GroupFilter filter() {
        if (search != null && search.length() > LONGEST) {
            throw wrong("search", "'search' has at most " + LONGEST + " characters.");
        }
        return new GroupFilter(
                switch (mapped) {
                    case null -> null;
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong("mapped", "'mapped' is true or false.");
                },
                search == null || search.isBlank() ? null : search.strip());
    }

    private static RefusedException wrong(String parameter, String sentence) {
        return RefusedException.invalid(List.of(new RefusedException.Violation(parameter, sentence)));
    }
}
