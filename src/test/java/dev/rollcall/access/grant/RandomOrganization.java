package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fills an organization at random, in the database and in memory alike: nested groups and circles, several mappings of
/// a
/// group, rows of members and groups that are gone, people of each state, addresses of each kind.
final class RandomOrganization {
    private static final String IDN = "xn--bcher-kva.";

    private final Sql sql;
    private final Random random;
    private final ModelOrganization model;
    private final byte[] organization;
    private final String base;

    private RandomOrganization(Sql sql, long seed, UUID organization) {
        this.sql = sql;
        this.random = new Random(seed);
        this.model = new ModelOrganization(organization);
        this.organization = ResourceIds.bytes(organization);
        this.base = "o" + organization + ".example";
    }

    static ModelOrganization fill(Sql sql, long seed, UUID organization) {
        var filled = new RandomOrganization(sql, seed, organization);
        filled.catalogue();
        filled.defaults();
        filled.users();
        filled.persons();
        filled.groups();
        filled.mappings();
        filled.hands();
        return filled.model;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void insert(String table, Object... values) {
        sql.update(new SqlText(
                "INSERT IGNORE INTO " + table + " VALUES (" + SqlText.placeholders(values.length) + ")",
                List.of(values)));
    }

    private void catalogue() {
        for (var i = 0; i < 3; i++) {
            var team = id();
            model.teams.add(team);
            insert(
                    "team (id, organization_id, name, created, version)",
                    ResourceIds.bytes(team),
                    organization,
                    "t" + i,
                    0,
                    1);
        }
        for (var i = 0; i < 7; i++) {
            var role = new ModelOrganization.Role(id(), i < 5, random.nextInt(3));
            model.roles.put(role.id(), role);
            insert(
                    "role (id, organization_id, name, scope, role_rank, admin, created, version)",
                    ResourceIds.bytes(role.id()),
                    organization,
                    "r" + i,
                    role.ofTeams() ? "TEAM" : "ORGANIZATION",
                    role.rank(),
                    i == 6,
                    0,
                    1);
        }
    }

    private UUID role(boolean ofTeams) {
        return any(model.roles.values().stream()
                        .filter(role -> role.ofTeams() == ofTeams)
                        .sorted((one, other) -> one.id().compareTo(other.id()))
                        .toList())
                .id();
    }

    private void defaults() {
        for (var name : List.of(base, "eu." + base, IDN + base, "lost." + base)) {
            var domain = id();
            var isClaimed = !name.startsWith("lost");
            insert(
                    "domain (id, organization_id, name, claimed_name, proof, challenge, created, version)",
                    ResourceIds.bytes(domain),
                    organization,
                    name,
                    isClaimed ? name : "",
                    "DNS",
                    "x",
                    0,
                    1);
            if (!isClaimed) {
                sql.update(SqlText.of(
                        "UPDATE domain SET claimed_name = NULL WHERE id = ?", (Object) ResourceIds.bytes(domain)));
            }
            if (random.nextInt(3) > 0) {
                var one = defaultOf(domain, isClaimed ? name : null);
                if (isClaimed) {
                    model.defaultsOfDomains.put(name, one);
                }
            }
        }
        if (random.nextBoolean()) {
            model.otherDefault = defaultOf(model.id, null);
        }
    }

    private Default defaultOf(UUID subject, @Nullable String domain) {
        var one = new Default(domain, any(model.teams), role(true));
        insert(
                "default_grant (organization_id, subject_id, team_id, role_id, version)",
                organization,
                ResourceIds.bytes(subject),
                ResourceIds.bytes(one.teamId()),
                ResourceIds.bytes(one.roleId()),
                1);
        return one;
    }

    private String domain() {
        return any(
                List.of(base, "eu." + base, "a.eu." + base, "x" + base, "lost." + base, IDN + base, "other.example"));
    }

    private void users() {
        for (var i = 0; i < 30; i++) {
            var id = id();
            var domain = domain();
            var shown = random.nextBoolean() ? domain.replace(IDN, "bücher.") : domain;
            var address = "user" + i + "@" + shown;
            var kind = random.nextInt(6);
            var name = kind < 3 ? address : "user" + i + any(List.of("", "@"));
            var other = "{\"value\": \"other@other.example\", \"type\": \"home\"}, ";
            var emails = switch (kind) {
                case 3 -> other + "{\"value\": \"" + address + "\", \"type\": \"work\"}";
                case 4 ->
                    "{\"value\": \"w@other.example\", \"type\": \"work\"}, {\"value\": \"" + address
                            + "\", \"primary\": \"true\"}";
                case 5 -> other + "{\"value\": \"none\", \"primary\": \"true\"}";
                default -> other + "{\"value\": \"p@other.example\", \"primary\": \"true\"}";
            };
            var active = random.nextInt(4);
            insert(
                    "scim_user (id, organization_id, user_name, user_name_key, active, created, last_modified, version,"
                            + " document, search_document)",
                    ResourceIds.bytes(id),
                    organization,
                    name,
                    name,
                    active == 0 ? 0 : 1,
                    0,
                    0,
                    1,
                    "{}",
                    "{\"emails\": [" + emails + "]}");
            if (active == 1) {
                sql.update(
                        SqlText.of("UPDATE scim_user SET active = NULL WHERE id = ?", (Object) ResourceIds.bytes(id)));
            }
            model.people.put(id, new ModelOrganization.Person(id, active != 0, true, kind == 5 ? "" : domain));
        }
    }

    private void persons() {
        for (var i = 0; i < 10; i++) {
            var id = id();
            var domain = domain();
            var state = any(List.of("ACTIVE", "ACTIVE", "INVITED", "INACTIVE", "DELETED"));
            insert(
                    "person (id, organization_id, origin, state, email, account_key, made_by, created, changed, version)",
                    ResourceIds.bytes(id),
                    organization,
                    "JIT",
                    state,
                    "p" + i + "@" + domain,
                    "p" + i + "@" + domain,
                    "x",
                    0,
                    0,
                    1);
            model.people.put(id, new ModelOrganization.Person(id, state.equals("ACTIVE"), false, domain));
        }
    }

    private List<UUID> people() {
        return model.people.keySet().stream().sorted().toList();
    }

    private void groups() {
        var groups = new ArrayList<UUID>();
        for (var i = 0; i < 10; i++) {
            groups.add(id());
        }
        for (var group : groups) {
            insert(
                    "scim_group (id, organization_id, created, last_modified, version, document, search_document)",
                    ResourceIds.bytes(group),
                    organization,
                    0,
                    0,
                    1,
                    "{}",
                    "{}");
            model.groups.put(group, new HashSet<>());
        }
        var gone = id();
        for (var group : groups) {
            for (var i = random.nextInt(6); i > 0; i--) {
                join(group, any(people()), "User");
            }
            for (var i = random.nextInt(3); i > 0; i--) {
                join(group, any(groups), "Group");
            }
            join(group, id(), "User");
            join(group, gone, "Group");
            join(gone, any(groups), "Group");
            join(gone, any(people()), "User");
        }
    }

    private void join(UUID group, UUID member, String type) {
        insert(
                "group_member (organization_id, group_id, member_id, member_type)",
                organization,
                ResourceIds.bytes(group),
                ResourceIds.bytes(member),
                type);
        if (model.groups.containsKey(group)) {
            model.groups.get(group).add(member);
        }
    }

    private void mappings() {
        var groups = new ArrayList<>(model.groups.keySet().stream().sorted().toList());
        groups.add(id());
        for (var i = 0; i < 14; i++) {
            var ofTeams = random.nextInt(4) > 0;
            var mapping = new ModelOrganization.Mapping(
                    id(), any(groups), ofTeams ? any(model.teams) : model.id, role(ofTeams));
            if (model.mappings.stream()
                    .noneMatch(one -> one.group().equals(mapping.group())
                            && one.scope().equals(mapping.scope())
                            && one.role().equals(mapping.role()))) {
                model.mappings.add(mapping);
                insert(
                        "group_mapping (id, organization_id, group_id, scope_id, role_id, made_by, created, version)",
                        ResourceIds.bytes(Objects.requireNonNull(mapping.id())),
                        organization,
                        ResourceIds.bytes(mapping.group()),
                        ResourceIds.bytes(mapping.scope()),
                        ResourceIds.bytes(mapping.role()),
                        "x",
                        0,
                        1);
            }
        }
    }

    private void hands() {
        for (var i = 0; i < 20; i++) {
            var ofTeams = random.nextInt(4) > 0;
            var member = random.nextInt(10) == 0 ? id() : any(people());
            var hand = new ModelOrganization.Hand(id(), member, ofTeams ? any(model.teams) : model.id, role(ofTeams));
            if (model.hands.stream()
                    .noneMatch(one -> one.member().equals(hand.member())
                            && one.scope().equals(hand.scope())
                            && one.role().equals(hand.role()))) {
                model.hands.add(hand);
                insert(
                        "member_grant (id, organization_id, member_id, scope_id, role_id, made_by, created)",
                        ResourceIds.bytes(hand.id()),
                        organization,
                        ResourceIds.bytes(hand.member()),
                        ResourceIds.bytes(hand.scope()),
                        ResourceIds.bytes(hand.role()),
                        "x",
                        0);
            }
        }
    }

    /// A change of mappings.
    static MappingChange change(ModelOrganization model, Random random) {
        var groups = model.groups.keySet().stream().sorted().toList();
        var add = new ArrayList<MappingChange.Added>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var role = model.roles.values().stream()
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList()
                    .get(random.nextInt(model.roles.size()));
            add.add(new MappingChange.Added(
                    groups.get(random.nextInt(groups.size())),
                    role.ofTeams() ? model.teams.get(random.nextInt(model.teams.size())) : model.id,
                    role.id()));
        }
        var remove = model.mappings.stream()
                .filter(_ -> random.nextInt(4) == 0)
                .map(mapping -> Objects.requireNonNull(mapping.id()))
                .toList();
        return new MappingChange(add, remove);
    }
}
