package dev.rollcall.api.member;

import dev.rollcall.access.member.Member;
import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Member", description = "A person as the product sees them")
record MemberView(
        UUID id,
        MemberState state,
        MemberOrigin origin,

        @Schema(description = "Of the account") @Nullable String email,

        @Schema(description = "Why there is none, as a sentence") @Nullable
        String emailMissing,

        boolean maySignIn,

        @Schema(description = "Why they may not sign in, as a sentence") @Nullable
        String refusal,

        @Schema(description = "Whether others have the same e-mail: nobody signs in with it")
        boolean ambiguous,

        @Schema(description = "As the identity provider has it") @Nullable
        String userName,

        @Schema(description = "As the identity provider has it") @Nullable
        String externalId,

        @Nullable String displayName,
        Instant created,
        Instant changed,

        @Schema(description = "What they have in the end") List<GrantView> grants) {

    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.state(),
                member.origin(),
                member.email(),
                member.emailMissing(),
                member.maySignIn(),
                member.refusal(),
                member.isAmbiguous(),
                member.userName(),
                member.externalId(),
                member.displayName(),
                member.created(),
                member.changed(),
                member.grants().stream().map(GrantView::of).toList());
    }
}
