package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.persistence.ResourceSearch;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.scim.total.ResourceTotals;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A place that is found from landmarks is the one that counting from the beginning finds, whatever has happened
/// since they were passed.
@QuarkusTest
class LandmarksTest {
    private static final int STRIDE = 5;
    private static final int STEPS = 150;
    private static final Map<String, String> STATES =
            Map.of("", "TRUE", "active eq true", "active", "active eq false", "NOT active");

    private final ResourceStores stores;
    private final Landmarks landmarks;
    private final Sql sql;
    private final Clock clock;
    private final TestTokens tokens;
    private UUID organization = new UUID(0, 0);
    private int created;

    LandmarksTest(
            ResourceSearch resources,
            ResourceTotals totals,
            Sql sql,
            Clock clock,
            ResourceStores stores,
            TestTokens tokens) {
        this.stores = stores;
        landmarks = new Landmarks(resources, totals, sql, clock, STRIDE);
        this.sql = sql;
        this.clock = clock;
        this.tokens = tokens;
    }

    @Test
    void landmarksFindWhatCountingFinds() {
        var random = new Random(17);
        organization = tokens.anOrganization().issue().organizationId();
        for (var i = 0; i < 40; i++) {
            insert(random.nextInt(1_000_000), random.nextBoolean());
        }
        for (var step = 0; step < STEPS; step++) {
            change(random);
            for (var state : STATES.keySet()) {
                var number = 1 + random.nextInt(ids(state).size() + 2);
                assertThat(landmarks.place(search(state), number).map(Position::id))
                        .as("step %d: %d of '%s'", step, number, state)
                        .isEqualTo(ids(state).stream().skip(number - 1L).findFirst());
            }
        }
    }

    private void change(Random random) {
        var any = ids("").get(random.nextInt(ids("").size()));
        switch (random.nextInt(5)) {
            case 0 -> update("DELETE FROM scim_user WHERE id = ?", any);
            case 1 -> update("UPDATE scim_user SET active = NOT active WHERE id = ?", any);
            // Somebody comes back under the identifier of long ago.
            case 2 -> insert(random.nextInt(1_000_000), random.nextBoolean());
            default -> insert(0, random.nextBoolean());
        }
    }

    private void update(String statement, UUID id) {
        sql.update(SqlText.of(statement, (Object) ResourceIds.bytes(id)));
    }

    private void insert(int secondsAgo, boolean active) {
        var age = secondsAgo == 0 ? 0 : Duration.ofHours(1).toSeconds() + secondsAgo;
        var number = created++;
        var id = new UUID(((clock.millis() - age * 1000) << 16) + 0x7000 + number, Long.MIN_VALUE + number);
        sql.update(SqlText.of(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, active, created, last_modified,"
                        + " version, document, search_document) VALUES (?, ?, ?, ?, ?, 1, 1, 1, '{}', '{}')",
                ResourceIds.bytes(id),
                ResourceIds.bytes(organization),
                id.toString(),
                id.toString(),
                active));
    }

    private List<UUID> ids(String state) {
        return sql.query(
                SqlText.of(
                        "SELECT id FROM scim_user WHERE organization_id = ? AND " + STATES.get(state) + " ORDER BY id",
                        (Object) ResourceIds.bytes(organization)),
                row -> ResourceIds.fromBytes(row.getBytes(1)));
    }

    private Search search(String filter) {
        var users = stores.of("User").orElseThrow().table();
        var mode = Tolerances.of(ConformanceMode.STRICT);
        var condition = filter.isEmpty()
                ? Condition.ALL
                : new FilterResolver(users.type(), mode).resolve(FilterParser.parse(filter, mode));
        var search = new Search(
                organization, "https://scim.example", List.of(new Search.OfType(users, condition, null)), false, false);
        assertThat(Landmarks.serve(search)).isTrue();
        return search;
    }
}
