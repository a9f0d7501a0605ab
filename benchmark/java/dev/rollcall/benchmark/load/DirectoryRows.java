package dev.rollcall.benchmark.load;

import dev.rollcall.benchmark.data.Directory;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.discovery.OwnDefinitions;
import dev.rollcall.scim.group.CapturedGroups;
import dev.rollcall.scim.persistence.StoreTables;
import dev.rollcall.scim.resource.CapturedCreation;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.scim.user.CapturedUsers;
import dev.rollcall.scim.values.CapturedValues;
import dev.rollcall.sql.CapturedSql;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.time.SeededIdentifiers;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.mariadb.jdbc.MariaDbDataSource;

/// Makes the rows of a generated organization, as the service's own stores write them. For one thread.
final class DirectoryRows {
    private static final int BATCH = 4_000;
    private static final String ORGANIZATION =
            "INSERT INTO organization (id, name, plan, created) VALUES (?, ?, 'ENTERPRISE', ?)";
    private static final String CONNECTION = "INSERT INTO connection (id, organization_id, name, identity_provider,"
            + " state, conformance_mode, created) VALUES (?, ?, 'PingOne', 'PINGONE', 'ON', 'COMPATIBLE', ?)";
    private static final String MEMBER =
            "INSERT INTO group_member (organization_id, group_id, member_id, member_type) VALUES (?, ?, ?, ?)";

    private final Directory directory;
    private final ProvisioningClient client;
    private final Consumer<Rows> full;
    private final SettableClock clock = new SettableClock();
    private final Map<Class<?>, EntityRow> entities = new HashMap<>();
    private final ResourceStore users;
    private final ResourceStore groups;
    private final CapturedCreation creation;
    private Rows rows = new Rows();

    /// @param full takes rows whenever there are enough to be written
    DirectoryRows(Directory directory, Consumer<Rows> full) {
        this.directory = directory;
        this.full = full;
        client = new ProvisioningClient(
                directory.id(),
                directory.connectionId(),
                new UUID(0, 0),
                Tolerances.of(ConformanceMode.COMPATIBLE),
                EnumSet.allOf(Scope.class),
                null);
        var sql = new CapturedSql(new MariaDbDataSource(), (statement, values) -> rows.add(statement, values));
        var schemas = OwnDefinitions.registry();
        var tables = StoreTables.of(sql);
        var values = CapturedValues.over(sql, tables.getKey());
        users = CapturedUsers.store(schemas, sql, values, tables.getValue(), clock);
        groups = CapturedGroups.store(schemas, sql, values, tables.getValue(), clock, this::addEntity);
        var random = new SplittableRandom(directory.seed() ^ directory.name().hashCode());
        creation = new CapturedCreation(sql, SeededIdentifiers.of(clock, random), clock);
    }

    /// Makes everything there is in the organization. Itself comes last: where it is, all of it is.
    void all() {
        for (var user = 0; user < directory.users(); user++) {
            user(user);
        }
        for (var group = 0; group < directory.groups(); group++) {
            group(group);
        }
        organization();
        flush();
    }

    /// Makes the organization itself and its connection.
    void organization() {
        var id = ResourceIds.bytes(directory.id());
        var created = directory.created(0).toEpochMilli();
        rows.add(ORGANIZATION, List.of(id, directory.name(), created));
        rows.add(CONNECTION, List.of(ResourceIds.bytes(directory.connectionId()), id, created));
    }

    /// Makes one user.
    void user(int number) {
        clock.set(directory.created(number));
        creation.create(client, users, directory.userId(number), directory.user(number));
        flushWhereFull();
    }

    /// Makes one group with its members.
    void group(int number) {
        clock.set(directory.created((long) directory.users() + number));
        creation.create(client, groups, directory.groupId(number), directory.group(number));
        var group = ResourceIds.bytes(directory.groupId(number));
        directory.members(number).forEach(user -> member(group, directory.userId(user), "User"));
        directory.nested(number).forEach(nested -> member(group, directory.groupId(nested), "Group"));
    }

    /// Hands over what waits.
    void flush() {
        if (rows.size() > 0) {
            full.accept(rows);
            rows = new Rows();
        }
    }

    private void member(byte[] group, UUID member, String type) {
        rows.add(MEMBER, List.of(ResourceIds.bytes(directory.id()), group, ResourceIds.bytes(member), type));
        flushWhereFull();
    }

    private void addEntity(Object entity) {
        var row = entities.computeIfAbsent(entity.getClass(), EntityRow::of);
        rows.add(row.sql(), row.values(entity));
    }

    private void flushWhereFull() {
        if (rows.size() >= BATCH) {
            flush();
        }
    }
}
