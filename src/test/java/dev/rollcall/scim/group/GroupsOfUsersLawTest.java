package dev.rollcall.scim.group;

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

    private final TestTokens tokens;
    private final Sql sql;
    private final Map<String, Set<String>> outer = new TreeMap<>();
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
        gone.add(UUID.randomUUID().toString());
        groups.addAll(gone);
        users.forEach(user -> edges(random, token.organizationId(), user, "User", groups, seed));
        groups.forEach(group -> edges(random, token.organizationId(), group, "Group", groups, seed));

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
                outer.computeIfAbsent(member, _ -> new HashSet<>()).add(group);
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
    private static Map<String, String> told(Map<String, Object> user) {
        var told = new TreeMap<String, String>();
        var groups = (List<Map<String, String>>) user.getOrDefault("groups", List.of());
        groups.forEach(group -> told.put(group.get("value"), group.get("type")));
        assertThat(groups).extracting(group -> group.get("value")).isSorted();
        return told;
    }
}
