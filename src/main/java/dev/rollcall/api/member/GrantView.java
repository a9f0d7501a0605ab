package dev.rollcall.api.member;

import dev.rollcall.access.grant.Grant;
import dev.rollcall.access.grant.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A role that a member has in the end, as the API shows it.
@Schema(name = "EffectiveGrant", description = "A role that a member has in the end, and why")
public record GrantView(
        @Schema(description = "Absent for a role that counts in the whole organization") @Nullable
        NamedView team,

        NamedView role,

        @Schema(description = "Whether it makes an org admin")
        boolean admin,

        @Schema(description = "One or more") List<ReasonView> reasons) {

    enum Kind {
        BY_HAND,
        BY_GROUP,
        BY_DEFAULT
    }

    @Schema(name = "NamedThing", description = "Something as it is called now")
    record NamedView(UUID id, @Nullable String name) {}

    @Schema(name = "GrantReason")
    record ReasonView(
            Kind kind,

            @Schema(description = "As people read it") String sentence,

            @Schema(description = "Of a grant by hand") @Nullable
            UUID grantId,

            @Schema(description = "Who has given it by hand") @Nullable
            String madeBy,

            @Nullable Instant created,

            @Schema(description = "Of a grant by group") @Nullable
            UUID mappingId,

            @Schema(description = "The group that is mapped") @Nullable
            NamedView group,

            @Schema(description = "The group by which the member is in it; absent where that is the same") @Nullable
            NamedView through,

            @Schema(description = "Of a default, as A-labels; absent for that of the organization") @Nullable
            String domain) {

        static ReasonView of(Reason reason) {
            return switch (reason) {
                case Reason.ByHand(var id, var madeBy, var created) ->
                    new ReasonView(Kind.BY_HAND, "By hand, by " + madeBy, id, madeBy, created, null, null, null, null);
                case Reason.ByGroup(var mapping, var group, var through) ->
                    new ReasonView(
                            Kind.BY_GROUP,
                            "By group " + called(group) + (through == null ? "" : ", through group " + called(through)),
                            null,
                            null,
                            null,
                            mapping,
                            named(group),
                            through == null ? null : named(through),
                            null);
                case Reason.ByDefault(var domain) ->
                    new ReasonView(
                            Kind.BY_DEFAULT,
                            domain == null ? "Default of the organization" : "Default of " + domain,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            domain);
            };
        }

        private static NamedView named(Reason.Named group) {
            return new NamedView(group.id(), group.name());
        }

        private static String called(Reason.Named group) {
            return group.name() == null ? group.id().toString() : group.name();
        }
    }

    /// The grant as the API shows it.
    public static GrantView of(Grant grant) {
        var team = grant.team();
        return new GrantView(
                team == null ? null : new NamedView(team.id(), team.name()),
                new NamedView(grant.roleId(), grant.roleName()),
                grant.admin(),
                grant.reasons().stream().map(ReasonView::of).toList());
    }
}
