package dev.rollcall.access.member;

import dev.rollcall.access.grant.Grant;
import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import dev.rollcall.scim.schema.Folding;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member of an organization.
///
/// @param email of the account, as it was given; null where there is none
/// @param userName as the identity provider has it; null for whom none has
/// @param externalId as the identity provider has it
/// @param displayName how people call them
/// @param attributes as the identity provider sent them, without those that are never shown
/// @param grants what they have in the end
/// @param sharing how many members, this one among them, have the e-mail
public record Member(
        UUID id,
        MemberState state,
        MemberOrigin origin,
        @Nullable String email,
        @Nullable String userName,
        @Nullable String externalId,
        @Nullable String displayName,
        Instant created,
        Instant changed,
        Map<String, Object> attributes,
        List<Grant> grants,
        int sharing) {
    private static final String NO_EMAIL = "no address: map one to userName, or a primary or work e-mail";

    public Member {
        // In their order.
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        grants = List.copyOf(grants);
    }

    Member with(List<Grant> its, int others) {
        return new Member(
                id, state, origin, email, userName, externalId, displayName, created, changed, attributes, its, others);
    }

    /// What the e-mail is compared by; null where there is none.
    @Nullable
    String emailKey() {
        return email == null ? null : Folding.fold(email);
    }

    /// Why there is no account e-mail; null where there is one.
    public @Nullable String emailMissing() {
        return email == null ? NO_EMAIL : null;
    }

    /// Whether the product may let them in.
    public boolean maySignIn() {
        return refusal() == null;
    }

    /// Why the product must not let them in, as a sentence; null where it may.
    public @Nullable String refusal() {
        return switch (state) {
            case INVITED ->
                "Invited, and has not come yet: note under People that the invitation was accepted, or have the identity"
                        + " provider create them.";
            case INACTIVE ->
                "Inactive: enable them where they were disabled, in the identity provider or under People.";
            case DELETED -> "Deleted: only the identity provider that deleted them can create them again.";
            case ACTIVE -> refusalOfActive();
        };
    }

    private @Nullable String refusalOfActive() {
        if (email == null) {
            return "There is " + NO_EMAIL + ".";
        }
        return sharing > 1
                ? sharing + " members have this e-mail, so that nobody can tell who signs in: give each an address of"
                        + " their own, in the identity provider or under People."
                : null;
    }

    /// Whether others have the same e-mail.
    public boolean isAmbiguous() {
        return sharing > 1;
    }
}
