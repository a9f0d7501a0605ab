package dev.rollcall.api.member;

import dev.rollcall.access.member.MemberDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MemberDetails", description = "A member with all that there is to say")
record MemberDetailsView(
        MemberView member,

        @Schema(description = "As the identity provider sent them, without those that are never shown")
        Map<String, Object> attributes,

        List<MembershipView> groups,

        @Schema(description = "What the identity provider did to them, the latest first, at most 10")
        List<EventView> changes) {

    @Schema(name = "MemberGroup")
    record MembershipView(
            UUID id,
            @Nullable String name,

            @Schema(description = "Whether they are in it themselves; else through other groups")
            boolean direct) {}

    @Schema(name = "MemberChange")
    record EventView(Instant time, String kind) {}

    static MemberDetailsView of(MemberDetails details) {
        return new MemberDetailsView(
                MemberView.of(details.member()),
                details.member().attributes(),
                details.groups().stream()
                        .map(group -> new MembershipView(group.id(), group.name(), group.direct()))
                        .toList(),
                details.changes().stream()
                        .map(event -> new EventView(event.time(), event.kind()))
                        .toList());
    }
}
