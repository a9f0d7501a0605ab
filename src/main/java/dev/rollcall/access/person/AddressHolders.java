package dev.rollcall.access.person;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who has an address in an organization: a user by userName, primary e-mail or e-mail for work, or a person.
@ApplicationScoped
class AddressHolders {
    /// What tells of a row of the value index `v` that it is an address by which its user `u` is known.
    static final String IS_ACCOUNT = "v.attribute = 'emails.value'"
            + " AND (JSON_VALUE(u.document, CONCAT('$.emails[', v.element, '].primary')) IN ('1', 'true')"
            + " OR LOWER(JSON_VALUE(u.document, CONCAT('$.emails[', v.element, '].type'))) = 'work')";

    // Locking, so that a user who is just being created is waited for.
    private static final String NAMED =
            "SELECT user_name, JSON_VALUE(document, '$.displayName') FROM scim_user WHERE organization_id = ?"
                    + " AND user_name_key = ? LIMIT 1 LOCK IN SHARE MODE";
    private static final String WITH_EMAIL =
            "SELECT u.user_name, JSON_VALUE(u.document, '$.displayName') FROM resource_value v JOIN scim_user u"
                    + " ON u.id = v.resource_id AND u.organization_id = v.organization_id"
                    + " WHERE v.organization_id = ? AND v.value_key = ? AND " + IS_ACCOUNT
                    + " LIMIT 1 LOCK IN SHARE MODE";

    private final PersonRepository people;
    private final Sql sql;

    AddressHolders(PersonRepository people, Sql sql) {
        this.people = people;
        this.sql = sql;
    }

    /// Refuses an address that somebody has.
    ///
    /// @param key as it is compared
    /// @throws RefusedException naming who has it
    void requireNoPerson(UUID organizationId, String key) {
        people.live(organizationId, key).ifPresent(person -> {
            throw taken(person);
        });
    }

    /// Refuses an address that a user has. To be asked after the person is written, so that of a user and a person of
    /// one address the later one sees the other.
    ///
    /// @throws RefusedException naming who has it
    void requireNoUser(UUID organizationId, String key) {
        for (var query : new String[] {NAMED, WITH_EMAIL}) {
            sql
                    .query(
                            SqlText.of(query, ResourceIds.bytes(organizationId), key),
                            row -> named(row.getString(2), row.getString(1)))
                    .stream()
                    .findFirst()
                    .ifPresent(user -> {
                        throw RefusedException.taken(user + " has this address, and is a user of the organization's"
                                + " identity provider already. Look for them under People.");
                    });
        }
    }

    private static RefusedException taken(PersonEntity person) {
        var who = named(person.name, person.email);
        return RefusedException.taken(
                person.state == MemberState.INVITED
                        ? who + " is invited already. Change or withdraw that invitation."
                        : who + " has this address, and is a member already. Look for them under People.");
    }

    private static String named(@Nullable String name, String address) {
        return name == null || name.isBlank() ? address : name + " (" + address + ")";
    }
}
