package dev.rollcall.access.person;

import dev.rollcall.access.seat.Seats;
import dev.rollcall.audit.Author;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Violation;
import dev.rollcall.scim.user.UserAddresses;
import dev.rollcall.sql.DatabaseFailure;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Adds people, each with a seat and with an address that nobody else has.
@ApplicationScoped
class NewPeople {
    private static final int LONGEST_EMAIL = 254;
    // Whether there is such a mailbox, nobody can tell from its form.
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}\\p{Cf}]{1,64}@[^\\s@\\p{Cntrl}\\p{Cf}]+\\.[^\\s@\\p{Cntrl}\\p{Cf}]+");

    private final PersonRepository people;
    private final AddressHolders holders;
    private final Seats seats;
    private final UuidV7 identifiers;
    private final Clock clock;

    NewPeople(PersonRepository people, AddressHolders holders, Seats seats, UuidV7 identifiers, Clock clock) {
        this.people = people;
        this.holders = holders;
        this.seats = seats;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds one.
    ///
    /// @throws RefusedException if it is no address, somebody has it, or all seats are taken
    PersonEntity add(UUID organizationId, MemberOrigin origin, MemberState state, String email, @Nullable String name) {
        var person = new PersonEntity();
        person.id = identifiers.next();
        person.organizationId = organizationId;
        person.origin = origin;
        person.state = state;
        person.email = checked(email);
        person.accountKey = UserAddresses.key(person.email);
        person.name = name == null ? null : Names.checked("a person", name);
        person.madeBy = Author.current().name();
        person.created = clock.millis();
        person.changed = person.created;
        person.version = 1;
        holders.requireNoPerson(organizationId, person.accountKey);
        people.persist(person);
        flush(person);
        holders.requireNoUser(organizationId, person.accountKey);
        seats.take(organizationId);
        return person;
    }

    private static String checked(String email) {
        var stripped = email.strip();
        if (stripped.length() > LONGEST_EMAIL || !EMAIL.matcher(stripped).matches()) {
            throw RefusedException.invalid(List.of(new Violation(
                    "email",
                    "The e-mail of a person is an address such as barbara@example.com, of at most " + LONGEST_EMAIL
                            + " characters.")));
        }
        return stripped;
    }

    private void flush(PersonEntity person) {
        try {
            people.flush();
        } catch (PersistenceException failure) {
            if (DatabaseFailure.violatedKey(failure).isEmpty()) {
                throw failure;
            }
            throw RefusedException.taken("Somebody else has just added " + person.email + ". Look under People.");
        }
    }
}
