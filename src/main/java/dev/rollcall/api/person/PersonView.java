package dev.rollcall.api.person;

import dev.rollcall.access.person.KnownPerson;
import dev.rollcall.access.person.MemberOrigin;
import dev.rollcall.access.person.MemberState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Person", description = "A member whom no identity provider has")
record PersonView(
        @Schema(description = "Of the member, also when an identity provider has the person some day")
        UUID id,

        String email,
        @Nullable String name,
        MemberState state,
        MemberOrigin origin,
        Instant created) {

    static PersonView of(KnownPerson person) {
        return new PersonView(
                person.id(), person.email(), person.name(), person.state(), person.origin(), person.created());
    }
}
