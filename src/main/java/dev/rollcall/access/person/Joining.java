package dev.rollcall.access.person;

import dev.rollcall.access.seat.KeptSeats;
import dev.rollcall.access.seat.Seats;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.scim.user.KnownPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets users take the place of people: the grants by hand stay, the seat goes along, and the row is gone.
@ApplicationScoped
class Joining implements KnownPeople {
    private final PersonRepository people;
    private final GivenGrants grants;
    private final Seats seats;
    private final KeptSeats kept;
    private final Audit audit;

    Joining(PersonRepository people, GivenGrants grants, Seats seats, KeptSeats kept, Audit audit) {
        this.people = people;
        this.grants = grants;
        this.seats = seats;
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public Optional<UUID> replace(UUID organizationId, List<UUID> ids, @Nullable UUID user, boolean arrives) {
        var found = ids.isEmpty() ? List.<PersonEntity>of() : people.lock(organizationId, ids);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var ordered = found.stream()
                .sorted(Comparator.comparingInt(person -> ids.indexOf(person.id)))
                .toList();
        var member = user == null ? ordered.getFirst().id : user;
        ordered.forEach(people::delete);
        people.flush();
        ordered.forEach(person -> joined(person, member));
        seated(organizationId, ordered, member, arrives);
        return Optional.of(member);
    }

    private void joined(PersonEntity person, UUID member) {
        if (!member.equals(person.id)) {
            grants.move(person.organizationId, person.id, member);
        }
        if (person.state != MemberState.DELETED) {
            audit.note(new Change(
                    person.organizationId,
                    person.origin == MemberOrigin.INVITED ? "invitation.joined" : "member.joined",
                    person.id.toString(),
                    person.email,
                    PersonAudit.fields(person),
                    Map.of("member", member.toString(), "origin", MemberOrigin.SCIM)));
        }
    }

    private void seated(UUID organizationId, List<PersonEntity> persons, UUID member, boolean arrives) {
        var had = persons.stream().filter(PersonEntity::hasSeat).count();
        if (arrives && had > 0) {
            kept.keep(member);
            had--;
        }
        for (; had > 0; had--) {
            seats.release(organizationId);
        }
    }

    @Override
    public void forget(UUID organizationId, List<UUID> ids) {
        people.lock(organizationId, ids).stream()
                .filter(person -> person.state == MemberState.DELETED)
                .forEach(person -> {
                    grants.take(organizationId, person.id);
                    people.delete(person);
                });
        people.flush();
    }
}
