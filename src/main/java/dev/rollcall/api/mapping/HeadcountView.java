package dev.rollcall.api.mapping;

import dev.rollcall.access.group.Headcount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Headcount", description = "How many there are, counted so far and no further")
record HeadcountView(
        int count,

        @Schema(description = "Whether there are, or may be, more than that")
        boolean more) {

    static HeadcountView of(Headcount headcount) {
        return new HeadcountView(headcount.count(), headcount.more());
    }
}
