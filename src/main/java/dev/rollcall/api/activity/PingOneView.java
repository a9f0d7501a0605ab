package dev.rollcall.api.activity;

import dev.rollcall.activity.summary.Counts;
import dev.rollcall.activity.summary.PingOneCounters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PingOneCounters", description = "As the admin of PingOne sees a sync; each call counts once")
record PingOneView(UsersView users, GroupsView groups) {

    @Schema(name = "PingOneUserCounters")
    record UsersView(
            long impacted,
            long success,

            @Schema(description = "Disabled or deleted") long unsynced,

            @Schema(description = "Done, while something that was sent was passed over")
            long partialSynced,

            @Schema(description = "Refused") long failed) {}

    @Schema(name = "PingOneGroupCounters")
    record GroupsView(long impacted, long success, long failed) {}

    static PingOneView of(Counts users, Counts groups) {
        var ofUsers = PingOneCounters.of(users);
        var ofGroups = PingOneCounters.of(groups);
        return new PingOneView(
                new UsersView(
                        ofUsers.impacted(),
                        ofUsers.success(),
                        ofUsers.unsynced(),
                        ofUsers.partialSynced(),
                        ofUsers.failed()),
                new GroupsView(ofGroups.impacted(), ofGroups.impacted() - ofGroups.failed(), ofGroups.failed()));
    }
}
