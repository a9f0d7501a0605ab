package dev.rollcall.access.member;

import dev.rollcall.access.person.MemberState;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which members have an e-mail for their account. Whoever may have it is found by the keys of three indexes; whether
/// it
/// is that of the account is seen in the member.
@ApplicationScoped
class Addresses {
    /// Of one address. Of more than that nobody signs in either way.
    private static final int MOST = 100;

    private final Sql sql;
    private final MemberRows rows;

    Addresses(Sql sql, MemberRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    private record Known(String key, UUID id) {}

    /// Those who have the e-mail, in the order of their ids.
    List<Member> holders(UUID organizationId, String email) {
        var key = Folding.fold(email);
        var ids =
                candidates(organizationId, Set.of(key)).stream().map(Known::id).collect(Collectors.toSet());
        return rows.find(organizationId, ids).values().stream()
                .filter(member -> key.equals(member.emailKey()))
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    /// How many members have the e-mail of each of these, by its key. Who was deleted does not count. Few addresses are
    /// shared, so that there is seldom anybody else to read.
    Map<String, Integer> sharing(UUID organizationId, Collection<Member> members) {
        var known = new HashMap<UUID, Member>();
        members.forEach(member -> known.put(member.id(), member));
        var keys =
                members.stream().map(Member::emailKey).filter(Objects::nonNull).collect(Collectors.toSet());
        var others = new HashSet<UUID>();
        candidates(organizationId, keys).forEach(candidate -> {
            if (!known.containsKey(candidate.id())) {
                others.add(candidate.id());
            }
        });
        known.putAll(rows.find(organizationId, others));
        var counts = new HashMap<String, Integer>();
        known.values().stream()
                .filter(member -> member.state() != MemberState.DELETED)
                .map(Member::emailKey)
                .filter(Objects::nonNull)
                .forEach(key -> counts.merge(key, 1, Integer::sum));
        return counts;
    }

    private List<Known> candidates(UUID organizationId, Set<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var organization = ResourceIds.bytes(organizationId);
        var values = new ArrayList<Object>();
        for (var i = 0; i < 3; i++) {
            values.add(organization);
            values.addAll(keys);
        }
        var in = " IN (" + SqlText.placeholders(keys.size()) + ")";
        var limit = " LIMIT " + MOST * keys.size() + ")";
        return sql.query(
                new SqlText(
                        "(SELECT user_name_key, id FROM scim_user FORCE INDEX (scim_user_user_name) WHERE organization_id = ?"
                                + " AND user_name_key" + in
                                + ") UNION (SELECT value_key, resource_id FROM resource_value"
                                + " FORCE INDEX (resource_value_key) WHERE organization_id = ? AND attribute ="
                                + " 'emails.value' AND value_key" + in + limit
                                + " UNION (SELECT account_key, id FROM person FORCE INDEX (person_account)"
                                + " WHERE organization_id = ? AND account_key" + in + limit,
                        values),
                row -> new Known(row.getString(1), ResourceIds.fromBytes(row.getBytes(2))));
    }
}
