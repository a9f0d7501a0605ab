package dev.rollcall.api.mapping;

import dev.rollcall.access.grant.Grant;
import dev.rollcall.access.mapping.MappingPreview;
import dev.rollcall.api.member.GrantView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MappingPreview", description = "What a change of mappings would do")
record MappingPreviewView(
        @Schema(description = "How many people would have something else than now")
        long affected,

        @Schema(description = "What people would get where they have nothing now")
        List<CountedView> gained,

        @Schema(description = "What people would lose without getting another role there")
        List<CountedView> lost,

        @Schema(description = "Which other roles people would have in a team where they have one now")
        List<ChangedView> changed,

        @Schema(description = "The first of the people, at most 20")
        List<AffectedView> people,

        @Schema(description = "Whether nobody would administer the organization any more")
        boolean lastAdminGoes,

        @Schema(description = "Why saving it would be refused, as a sentence; absent where it would not") @Nullable
        String refusal) {

    @Schema(name = "PreviewedRole")
    record RoleView(UUID id, String name) {
        static RoleView of(MappingPreview.Role role) {
            return new RoleView(role.id(), role.name());
        }
    }

    @Schema(name = "PreviewedTeam")
    record TeamView(UUID id, String name) {
        static @Nullable TeamView of(Grant.@Nullable Team team) {
            return team == null ? null : new TeamView(team.id(), team.name());
        }
    }

    @Schema(name = "PreviewedCount")
    record CountedView(
            @Schema(description = "Absent for a role that counts in the whole organization") @Nullable
            TeamView team,

            RoleView role,
            long people) {
        static CountedView of(MappingPreview.Counted counted) {
            return new CountedView(TeamView.of(counted.team()), RoleView.of(counted.role()), counted.people());
        }
    }

    @Schema(name = "PreviewedChange")
    record ChangedView(@Nullable TeamView team, RoleView from, RoleView to, long people) {
        static ChangedView of(MappingPreview.Changed changed) {
            return new ChangedView(
                    TeamView.of(changed.team()),
                    RoleView.of(changed.from()),
                    RoleView.of(changed.to()),
                    changed.people());
        }
    }

    @Schema(name = "AffectedMember")
    record AffectedView(UUID id, String userName, List<GrantView> before, List<GrantView> after) {
        static AffectedView of(MappingPreview.Affected affected) {
            return new AffectedView(
                    affected.id(),
                    affected.name(),
                    affected.before().stream().map(GrantView::of).toList(),
                    affected.after().stream().map(GrantView::of).toList());
        }
    }

    static MappingPreviewView of(MappingPreview preview) {
        return new MappingPreviewView(
                preview.affected(),
                preview.gained().stream().map(CountedView::of).toList(),
                preview.lost().stream().map(CountedView::of).toList(),
                preview.changed().stream().map(ChangedView::of).toList(),
                preview.people().stream().map(AffectedView::of).toList(),
                preview.lastAdminGoes(),
                preview.refusal());
    }
}
