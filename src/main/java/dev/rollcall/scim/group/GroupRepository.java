package dev.rollcall.scim.group;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of `scim_group` as entities, for writes.
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<GroupEntity, UUID> {

    /// The group, locked until the transaction ends: changes of its members wait for each other instead of
    /// losing a race.
    Optional<GroupEntity> lock(UUID organizationId, UUID id) {
        return find("organizationId = ?1 and id = ?2", organizationId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /// The groups, locked in the order in which their identifiers are given.
    List<GroupEntity> lock(UUID organizationId, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var query = getEntityManager().createNativeQuery(Sql.UNPREPARED + locking(ids.size()), GroupEntity.class);
        for (var i = 0; i < ids.size(); i++) {
            query.setParameter(i + 1, ResourceIds.bytes(ids.get(i)));
        }
        query.setParameter(ids.size() + 1, ResourceIds.bytes(organizationId));
        return ((List<?>) query.getResultList())
                .stream().map(GroupEntity.class::cast).toList();
    }

    // A list that is joined is looked up one by one. With `IN` MariaDB 10.11 reads all groups of the organization for
    // some hundred identifiers, where organizations have few groups on average. It is not
    // prepared: MariaDB finds nothing then, since it does not know what the `?` of a list stand for.
    static String locking(int count) {
        return "SELECT STRAIGHT_JOIN g.* FROM (WITH l (id) AS (VALUES " + SqlText.rows(count, 1)
                + ") SELECT id FROM l) v JOIN scim_group g ON g.id = v.id WHERE g.organization_id = ? FOR UPDATE";
    }

    /// Whether another group of the organization has this name.
    boolean isTaken(UUID organizationId, GroupName name, UUID id) {
        return count("organizationId = ?1 and displayNameKey = ?2 and id <> ?3", organizationId, name.key(), id) > 0;
    }
}
