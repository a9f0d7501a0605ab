package dev.rollcall.activity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionSweepTest {
    private final RetentionSweep sweep;
    private final TestTokens tokens;
    private final OrganizationPolicies policies;
    private final Sql sql;
    private final Clock clock;
    private UUID organization = UUID.randomUUID();
    private int days;
    private int bodyDays;

    RetentionSweepTest(RetentionSweep sweep, TestTokens tokens, OrganizationPolicies policies, Sql sql, Clock clock) {
        this.sweep = sweep;
        this.tokens = tokens;
        this.policies = policies;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void addOrganization() {
        organization = tokens.anOrganization().issue().organizationId();
        var retention = policies.find(organization).orElseThrow().retention();
        days = retention.activityDays();
        bodyDays = retention.refusedBodyDays();
    }

    private void calls(Duration age, int count, boolean haveBodies) {
        var first = Times.first(clock.millis() - age.toMillis());
        var rows = new ArrayList<List<Object>>();
        var bodies = new ArrayList<List<Object>>();
        var most = ResourceIds.fromBytes(first).getMostSignificantBits();
        for (var i = 0; i < count; i++) {
            var id = ResourceIds.bytes(new UUID(most, UUID.randomUUID().getLeastSignificantBits()));
            rows.add(List.of(id, ResourceIds.bytes(organization), clock.millis() - age.toMillis()));
            bodies.add(List.of(id, ResourceIds.bytes(organization)));
        }
        sql.batch(
                "INSERT INTO provisioning_event (id, organization_id, kind, occurred) VALUES (?, ?, 'refused', ?)",
                rows);
        if (haveBodies) {
            sql.batch("INSERT INTO refused_body (id, organization_id, body) VALUES (?, ?, '{}')", bodies);
        }
    }

    private long count(String table) {
        return sql.query(
                        SqlText.of("SELECT COUNT(*) FROM " + table + " WHERE organization_id = ?", (Object)
                                ResourceIds.bytes(organization)),
                        row -> row.getLong(1))
                .getFirst();
    }

    @Test
    void whatIsTooOldGoesSliceBySliceAndTheRestStays() {
        calls(Duration.ofDays(days).plusHours(1), 2_300, false);
        calls(Duration.ofDays(days).minusHours(1), 7, false);

        sweep.run(clock.instant());

        assertThat(count("provisioning_event")).isEqualTo(7);
    }

    @Test
    void bodiesGoBeforeTheirCalls() {
        calls(Duration.ofDays(bodyDays).plusHours(1), 3, true);
        calls(Duration.ofDays(bodyDays).minusHours(1), 2, true);

        sweep.run(clock.instant());

        assertThat(count("provisioning_event")).isEqualTo(5);
        assertThat(count("refused_body")).isEqualTo(2);
    }

    @Test
    void whatIsNotSummedUpStays() {
        calls(Duration.ZERO, 3, false);

        sweep.run(clock.instant().plus(Duration.ofDays(days + 1L)));

        assertThat(count("provisioning_event")).isEqualTo(3);
    }
}
