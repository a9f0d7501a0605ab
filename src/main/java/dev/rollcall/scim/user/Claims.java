package dev.rollcall.scim.user;

import dev.rollcall.organization.Reprovisioning;
import dev.rollcall.scim.resource.Claim;
import dev.rollcall.scim.resource.Held;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.user.Candidates.As;
import dev.rollcall.scim.user.Candidates.Candidate;
import dev.rollcall.scim.user.Candidates.Sought;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Decides who is meant by a user that a client creates: one person is one member, whichever way the organization has
/// come to know them. What becomes of disabled and deleted ones is the organization's policy.
@ApplicationScoped
class Claims {
    private static final ScimValue FALSE = ScimValue.of(false);

    private final Candidates candidates;
    private final UserRepository users;
    private final KnownPeople people;

    Claims(Candidates candidates, UserRepository users, KnownPeople people) {
        this.candidates = candidates;
        this.users = users;
        this.people = people;
    }

    /// Who is meant by these attributes.
    ///
    /// @param hold holds a user to change it
    Claim of(Writer writer, ScimValue.Complex attributes, Function<UserEntity, Held> hold) {
        var policy = policy(writer);
        var found = candidates.find(sought(writer, attributes, policy));
        if (found.isEmpty()) {
            return Claim.NOBODY;
        }
        var user = user(writer, attributes, found, hold);
        var known = ids(found, As.PERSON);
        if (user.isPresent() && !isFormer(user.get(), policy)) {
            var wasActive = !Boolean.FALSE.equals(user.get().active);
            noted(writer, wasActive);
            people.replace(writer.organizationId(), known, user.get().id, !wasActive && isActive(attributes));
            return new Claim.Returning(hold.apply(user.get()));
        }
        var id = identity(writer, found, policy, isActive(attributes));
        return new Claim.New(id.orElse(null), user.map(hold).orElse(null));
    }

    private static Reprovisioning policy(Writer writer) {
        return switch (writer.members().reprovisioning()) {
            case BY_MODE ->
                writer.tolerances().allow(Tolerance.RETURNING_USER) ? Reprovisioning.RESTORE : Reprovisioning.REFUSE;
            case Reprovisioning policy -> policy;
        };
    }

    private static Sought sought(Writer writer, ScimValue.Complex attributes, Reprovisioning policy) {
        return new Sought(
                writer.organizationId(),
                UserName.of(attributes).key(),
                attributes.find("externalId") instanceof ScimValue.Text(var text) ? text : null,
                UserAddresses.keys(attributes),
                policy != Reprovisioning.REFUSE,
                writer.members().deletedMemberDays() > 0,
                writer.members().switched());
    }

    // Another may have changed it a moment ago.
    private Optional<UserEntity> user(
            Writer writer, ScimValue.Complex attributes, List<Candidate> found, Function<UserEntity, Held> hold) {
        var ofAddress = ids(found, As.UNMET_OF_ADDRESS);
        for (var candidate : found) {
            var user = switch (candidate.as()) {
                case DORMANT_NAMED, DORMANT_OF_EXTERNAL_ID ->
                    users.find(writer.organizationId(), candidate.id()).filter(one -> Boolean.FALSE.equals(one.active));
                case UNMET_NAMED -> unmet(writer, candidate.id());
                case UNMET_OF_ADDRESS ->
                    // Of an address that several have, nobody can tell whose it is.
                    ofAddress.size() > 1
                            ? Optional.<UserEntity>empty()
                            : unmet(writer, candidate.id()).filter(one -> shareAddress(attributes, hold.apply(one)));
                case PERSON, DELETED_NAMED, DELETED_OF_EXTERNAL_ID, DELETED_OF_ADDRESS -> Optional.<UserEntity>empty();
            };
            if (user.isPresent()) {
                return user;
            }
        }
        return Optional.empty();
    }

    private static boolean shareAddress(ScimValue.Complex attributes, Held user) {
        var account = UserAddresses.keys(attributes).getFirst();
        return UserAddresses.keys(user.resource().attributes()).contains(account);
    }

    // Of two creates that mean the same user the second waits, and then the user has been met.
    private Optional<UserEntity> unmet(Writer writer, UUID id) {
        var switched = writer.members().switched();
        return switched == null
                ? Optional.empty()
                : users.lock(writer.organizationId(), id)
                        .filter(user -> user.lastModified <= switched.toEpochMilli())
                        .filter(user -> !Boolean.FALSE.equals(user.active));
    }

    private static boolean isFormer(UserEntity user, Reprovisioning policy) {
        return policy == Reprovisioning.NEW_IDENTITY && Boolean.FALSE.equals(user.active);
    }

    // Where the policy says it, it is no deviation.
    private static void noted(Writer writer, boolean wasActive) {
        if (!wasActive && writer.members().reprovisioning() == Reprovisioning.BY_MODE) {
            writer.tolerances().forgive(Tolerance.RETURNING_USER);
        }
    }

    private Optional<UUID> identity(Writer writer, List<Candidate> found, Reprovisioning policy, boolean arrives) {
        var deleted = found.stream()
                .filter(candidate -> candidate.deleted() > 0)
                .map(Candidate::id)
                .distinct()
                .toList();
        var restores = policy == Reprovisioning.RESTORE && writer.members().deletedMemberDays() > 0;
        if (!restores && !deleted.isEmpty()) {
            people.forget(writer.organizationId(), deleted);
        }
        var heirs = new ArrayList<>(ids(found, As.PERSON));
        if (restores) {
            deleted.stream().findFirst().ifPresent(heirs::add);
        }
        return heirs.isEmpty() ? Optional.empty() : people.replace(writer.organizationId(), heirs, null, arrives);
    }

    private static List<UUID> ids(List<Candidate> found, As as) {
        return found.stream()
                .filter(candidate -> candidate.as() == as)
                .map(Candidate::id)
                .distinct()
                .toList();
    }

    private static boolean isActive(ScimValue.Complex attributes) {
        return !FALSE.equals(attributes.find("active"));
    }
}
