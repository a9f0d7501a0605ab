package dev.rollcall.security.link;

import dev.rollcall.security.session.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link by which the product lets one person administer one organization, or look at it. Never its secret.
///
/// @param readOnly whether it lets the person see everything and change nothing
/// @param madeBy who made it, as people know the author
/// @param used when it was used; null where it was not
public record SetUpLink(
        UUID id,
        UUID organizationId,
        Person person,
        boolean readOnly,
        String madeBy,
        Instant created,
        Instant expires,
        @Nullable Instant used) {}
