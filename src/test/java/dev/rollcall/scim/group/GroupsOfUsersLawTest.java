package dev.rollcall.scim.group;

import static dev.rollcall.scim.group.GroupClient.GROUPS;
import static dev.rollcall.scim.group.GroupClient.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `groups` of users are what can be reached from them, whatever the groups contain: themselves in circles, the same
/// over several paths, and groups that are gone.
@QuarkusTest
class GroupsOfUsersLawTest {
    private static final int USERS_MADE = 6;
    private static final int GROUPS_MADE = 9;
    private static final int CHANGES = 25;

    private final TestTokens tokens;
    private final Sql sql;
    private final Map<String, Set<String>> outer = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Set<String> gone = new HashSet<>();

    GroupsOfUsersLawTest(TestTokens tokens, Sql sql) {
        this.tokens = tokens;
        this.sql = sql;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void groupsAreWhatCanBeReached(long seed) {
        var random = new Random(seed);
        var token = tokens.anOrganization().issue();
        var client = new GroupClient(token.bearer());
        var users = IntStream.range(0, USERS_MADE)
                .mapToObj(i -> client.user("user" + i))
                .toList();
        var groups = new ArrayList<>(IntStream.range(0, GROUPS_MADE)
                .mapToObj(i -> client.group("Group " + i))
                .toList());
        groups.forEach(group -> names.put(group, "Group " + names.size()));
        gone.add(UUID.randomUUID().toString());
        groups.addAll(gone);
        users.forEach(user -> edges(random, token.organizationId(), user, "User", groups, seed));
        groups.forEach(group -> edges(random, token.organizationId(), group, "Group", groups, seed));

        isTold(client, users);
        var there = new ArrayList<>(groups.subList(0, GROUPS_MADE));
        for (var change = 0; change < CHANGES; change++) {
            change(random, client, there);
            isTold(client, users);
        }
    }

    /// What is remembered of groups must not outlive what makes it untrue, whoever does it.
    private void change(Random random, GroupClient client, List<String> there) {
        var group = there.get(random.nextInt(there.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                var name = "Renamed " + random.nextInt();
                client.patch(group, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + name + "\"}");
                names.put(group, name);
            }
            case 1 -> {
                if (there.size() > 2) {
                    client.request().delete(GROUPS + "/" + group).then().statusCode(204);
                    there.remove(group);
                    gone.add(group);
                    outer.remove(group);
                    outer.values().forEach(all -> all.remove(group));
                }
            }
            case 2 -> {
                var around = there.get(random.nextInt(there.size()));
                if (!around.equals(group)
                        && outer.computeIfAbsent(group, _ -> new HashSet<>()).add(around)) {
                    client.patch(
                            around, "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + group + "\"}]}");
                }
            }
            default ->
                outer.getOrDefault(group, Set.of()).stream()
                        .filter(there::contains)
                        .sorted()
                        .findFirst()
                        .ifPresent(around -> {
                            outer.getOrDefault(group, Set.of()).remove(around);
                            leaves(random.nextInt(3), client, group, around);
                        });
        }
    }

    private void leaves(int way, GroupClient client, String group, String around) {
        switch (way) {
            case 0 -> client.patch(around, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + group + "\\\"]\"}");
            case 1 ->
                client.patch(
                        around, "{\"op\":\"remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + group + "\"}]}");
            default -> {
                client.patch(around, "{\"op\":\"remove\",\"path\":\"members\"}");
                outer.values().forEach(all -> all.remove(around));
            }
        }
    }

    private void isTold(GroupClient client, List<String> users) {
        var page = client.request().get(USERS).then().statusCode(200).extract().jsonPath();
        for (var user : users) {
            var shown = page.<Map<String, Object>>getList("Resources").stream()
                    .filter(one -> user.equals(one.get("id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(told(shown)).isEqualTo(reached(user));
            Map<String, Object> alone =
                    client.request().get(USERS + "/" + user).then().extract().path("$");
            assertThat(alone).isEqualTo(shown);
        }
    }

    /// Memberships as a replicated database may hold them, with rows of groups that are gone.
    private void edges(Random random, UUID organization, String member, String type, List<String> groups, long seed) {
        for (var group : groups) {
            // The higher the seed the more there are of them.
            if (random.nextInt(30) < 2 + seed) {
                edge(organization, member, type, group);
            }
        }
    }

    private void edge(UUID organization, String member, String type, String group) {
        if (outer.computeIfAbsent(member, _ -> new HashSet<>()).add(group)) {
            sql.batch(
                    "INSERT INTO group_member (organization_id, group_id, member_id, member_type)"
                            + " VALUES (?, ?, ?, ?)",
                    List.of(List.of(
                            ResourceIds.bytes(organization),
                            ResourceIds.bytes(UUID.fromString(group)),
                            ResourceIds.bytes(UUID.fromString(member)),
                            type)));
        }
    }

    private Map<String, String> reached(String user) {
        var reached = new TreeMap<String, String>();
        var waiting = new ArrayList<String>();
        for (var group : outer.getOrDefault(user, Set.of())) {
            if (!gone.contains(group)) {
                reached.put(group, "direct");
                waiting.add(group);
            }
        }
        while (!waiting.isEmpty()) {
            for (var group : outer.getOrDefault(waiting.removeLast(), Set.of())) {
                if (!gone.contains(group) && reached.putIfAbsent(group, "indirect") == null) {
                    waiting.add(group);
                }
            }
        }
        return reached;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> told(Map<String, Object> user) {
        var told = new TreeMap<String, String>();
        var groups = (List<Map<String, String>>) user.getOrDefault("groups", List.of());
        groups.forEach(group -> {
            told.put(group.get("value"), group.get("type"));
            assertThat(group.get("display")).isEqualTo(names.get(group.get("value")));
        });
        assertThat(groups).extracting(group -> group.get("value")).isSorted();
        return told;
    }
}
