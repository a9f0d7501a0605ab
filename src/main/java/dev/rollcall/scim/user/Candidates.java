package dev.rollcall.scim.user;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds whom a client may mean when it creates a user: users, and people whom the organization knows otherwise. It is
/// asked for every user that is created, and nearly always finds nobody: one plain statement, without Hibernate, in
/// which each part is one look-up.
@ApplicationScoped
class Candidates {
    // Without the indexes named, the database would ask each one that begins with the organization how many rows it
    // has, which takes nearly half as long as the look-up itself.
    private static final String DORMANT_NAMED =
            "(SELECT 0, id, 0 FROM scim_user FORCE INDEX (scim_user_user_name) WHERE organization_id = ?"
                    + " AND user_name_key = ? AND active = FALSE)";
    private static final String DORMANT_OF_EXTERNAL_ID =
            "(SELECT 2, id, 0 FROM scim_user FORCE INDEX (scim_user_external_id) WHERE organization_id = ?"
                    + " AND external_id = ? AND active = FALSE ORDER BY id LIMIT 1)";

    private static final String UNMET = " AND (u.active IS NULL OR u.active = TRUE) AND u.last_modified <= ?";
    private static final String UNMET_NAMED =
            "(SELECT IF(u.user_name_key = ?, 1, 3), u.id, 0 FROM scim_user u FORCE INDEX (scim_user_user_name)"
                    + " WHERE u.organization_id = ? AND u.user_name_key IN (?, ?)" + UNMET + ")";
    private static final String UNMET_OF_ADDRESS =
            "(SELECT 3, u.id, 0 FROM resource_value v FORCE INDEX (resource_value_key) JOIN scim_user u"
                    + " ON u.id = v.resource_id AND u.organization_id = v.organization_id WHERE v.organization_id = ?"
                    + " AND v.attribute = 'emails.value' AND v.value_key = ?" + UNMET + " LIMIT 10)";

    // A part for each address: a unique key that is asked for one value costs less than a range of two.
    private static final String PERSON =
            "(SELECT 4, id, 0 FROM person FORCE INDEX (person_live) WHERE organization_id = ? AND live_key = ?)";
    private static final String DELETED_NAMED =
            "(SELECT 5, id, deleted FROM person FORCE INDEX (person_user_name) WHERE organization_id = ?"
                    + " AND user_name_key = ? AND purge_at > ?)";
    private static final String DELETED_OF_EXTERNAL_ID =
            "(SELECT 6, id, deleted FROM person FORCE INDEX (person_external_id) WHERE organization_id = ?"
                    + " AND external_id = ? AND purge_at > ?)";
    private static final String DELETED_OF_ADDRESS =
            "(SELECT 7, id, deleted FROM person FORCE INDEX (person_account) WHERE organization_id = ?"
                    + " AND account_key IN (keys) AND purge_at > ?)";

    // Each number of addresses is a text of its own.
    private static final int USUAL_ADDRESSES = 4;

    private final Sql sql;
    private final Clock clock;

    Candidates(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How somebody is known. The first of these is meant before the others.
    enum As {
        /// A disabled user with the userName.
        DORMANT_NAMED,
        /// A user with the userName whom the identity provider that took over has not met.
        UNMET_NAMED,
        /// A disabled user with the externalId.
        DORMANT_OF_EXTERNAL_ID,
        /// A user who may have the account e-mail, and whom the identity provider that took over has not met.
        UNMET_OF_ADDRESS,
        /// A member whom no identity provider has, by one of the addresses.
        PERSON,
        /// Deleted, by the userName.
        DELETED_NAMED,
        /// Deleted, by the externalId.
        DELETED_OF_EXTERNAL_ID,
        /// Deleted, by one of the addresses.
        DELETED_OF_ADDRESS;

        private static final List<As> ALL = List.of(values());
    }

    /// Somebody who is known.
    ///
    /// @param deleted when; 0 for those who are not
    record Candidate(As as, UUID id, long deleted) {}

    /// Who is sought.
    ///
    /// @param addresses keys of addresses, the account e-mail first
    /// @param dormant whether disabled users are
    /// @param deleted whether deleted ones are
    /// @param switched users who have not changed since then; null for no such users
    record Sought(
            UUID organizationId,
            String userNameKey,
            @Nullable String externalId,
            List<String> addresses,
            boolean dormant,
            boolean deleted,
            @Nullable Instant switched) {}

    /// All who may be meant, in the order in which they are; of deleted ones the last first.
    List<Candidate> find(Sought sought) {
        var parts = parts(sought, clock.millis());
        if (parts.isEmpty()) {
            return List.of();
        }
        var query = new SqlText(
                String.join(" UNION ALL ", parts.stream().map(SqlText::sql).toList()),
                parts.stream().flatMap(part -> part.values().stream()).toList(),
                sought.addresses().size() <= USUAL_ADDRESSES);
        return sql
                .query(
                        query,
                        row -> new Candidate(
                                As.ALL.get(row.getInt(1)), ResourceIds.fromBytes(row.getBytes(2)), row.getLong(3)))
                .stream()
                .distinct()
                .sorted(Comparator.comparing(Candidate::as)
                        .thenComparing(Candidate::deleted, Comparator.reverseOrder())
                        .thenComparing(Candidate::id))
                .toList();
    }

    private static List<SqlText> parts(Sought sought, long now) {
        var organization = ResourceIds.bytes(sought.organizationId());
        var externalId = sought.externalId();
        var parts = new ArrayList<SqlText>();
        if (sought.dormant()) {
            parts.add(SqlText.of(DORMANT_NAMED, organization, sought.userNameKey()));
            if (externalId != null) {
                parts.add(SqlText.of(DORMANT_OF_EXTERNAL_ID, organization, externalId));
            }
        }
        sought.addresses().forEach(address -> parts.add(SqlText.of(PERSON, organization, address)));
        if (sought.deleted()) {
            parts.addAll(deleted(organization, sought, now));
        }
        if (sought.switched() != null) {
            parts.addAll(unmet(organization, sought, sought.switched().toEpochMilli()));
        }
        return parts;
    }

    private static List<SqlText> deleted(byte[] organization, Sought sought, long now) {
        var parts = new ArrayList<SqlText>();
        parts.add(SqlText.of(DELETED_NAMED, organization, sought.userNameKey(), now));
        if (sought.externalId() != null) {
            parts.add(SqlText.of(DELETED_OF_EXTERNAL_ID, organization, sought.externalId(), now));
        }
        if (!sought.addresses().isEmpty()) {
            var values = new ArrayList<Object>();
            values.add(organization);
            values.addAll(sought.addresses());
            values.add(now);
            var keys = SqlText.placeholders(sought.addresses().size());
            parts.add(new SqlText(DELETED_OF_ADDRESS.replace("keys", keys), values));
        }
        return parts;
    }

    private static List<SqlText> unmet(byte[] organization, Sought sought, long switched) {
        var name = sought.userNameKey();
        var account = sought.addresses().isEmpty() ? name : sought.addresses().getFirst();
        var named = SqlText.of(UNMET_NAMED, name, organization, name, account, switched);
        return sought.addresses().isEmpty()
                ? List.of(named)
                : List.of(named, SqlText.of(UNMET_OF_ADDRESS, organization, account, switched));
    }
}
