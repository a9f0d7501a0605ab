package dev.rollcall.access.person;

import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.Reprovisioning;
import dev.rollcall.scim.resource.EventKind;
import dev.rollcall.scim.resource.WriteGuard;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.user.UserAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a deleted user leaves: by the policy, somebody who can come back for some days, with the grants by hand, or
/// nothing. It refuses nothing.
@ApplicationScoped
class Leaving implements WriteGuard {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 512;

    private final PersonRepository people;
    private final GivenGrants grants;
    private final Clock clock;

    Leaving(PersonRepository people, GivenGrants grants, Clock clock) {
        this.people = people;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public void check(Writer writer, EventKind kind, ScimResource resource) {
        if (kind != EventKind.DELETED || !resource.type().name().equals("User")) {
            return;
        }
        if (canComeBack(writer.members())) {
            people.persist(left(writer, resource));
            people.flush();
        } else {
            grants.take(writer.organizationId(), UUID.fromString(resource.id()));
        }
    }

    private static boolean canComeBack(MemberPolicies policies) {
        return policies.deletedMemberDays() > 0
                && (policies.reprovisioning() == Reprovisioning.BY_MODE
                        || policies.reprovisioning() == Reprovisioning.RESTORE);
    }

    private PersonEntity left(Writer writer, ScimResource user) {
        var attributes = user.attributes();
        var email = UserAddresses.account(attributes);
        var now = clock.millis();
        var person = new PersonEntity();
        person.id = UUID.fromString(user.id());
        person.organizationId = writer.organizationId();
        person.origin = MemberOrigin.SCIM;
        person.state = MemberState.DELETED;
        person.email = email.filter(text -> text.length() <= LONGEST_EMAIL).orElse("");
        person.accountKey = email.map(UserAddresses::key)
                .filter(key -> key.length() <= LONGEST_KEY)
                .orElse(null);
        person.name = name(attributes)
                .map(text -> text.substring(0, Math.min(LONGEST_NAME, text.length())))
                .orElse(null);
        person.userNameKey =
                text(attributes.find("userName")).map(Folding::fold).orElse(null);
        person.externalId = text(attributes.find("externalId"))
                .filter(text -> text.length() <= LONGEST_KEY)
                .orElse(null);
        person.madeBy = "";
        person.created = user.meta().created().toEpochMilli();
        person.changed = now;
        person.deleted = now;
        person.purgeAt =
                now + Duration.ofDays(writer.members().deletedMemberDays()).toMillis();
        person.version = 1;
        return person;
    }

    private static Optional<String> name(ScimValue.Complex attributes) {
        return text(attributes.find("displayName")).or(() -> text(part(attributes.find("name"), "formatted")));
    }

    private static @Nullable ScimValue part(@Nullable ScimValue value, String name) {
        return value instanceof ScimValue.Complex complex ? complex.find(name) : null;
    }

    private static Optional<String> text(@Nullable ScimValue value) {
        return value instanceof ScimValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }
}
