package dev.rollcall.access.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.refusal.Condition;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SeatsTest {
    private final TestTokens tokens;
    private final OrganizationPolicies policies;
    private final Seats seats;
    private final Sql sql;
    private UUID organization = UUID.randomUUID();

    SeatsTest(TestTokens tokens, OrganizationPolicies policies, Seats seats, Sql sql) {
        this.tokens = tokens;
        this.policies = policies;
        this.seats = seats;
        this.sql = sql;
    }

    @BeforeEach
    void addAnOrganization() {
        organization = tokens.anOrganization().issue().organizationId();
    }

    private void limit(OptionalInt seatLimit) {
        policies.change(
                organization,
                new PolicyChange(null, null, null, null, seatLimit, null, null, null, null),
                Condition.NONE);
    }

    // As a replica does that does not know of the limit yet.
    private void addWithoutSeat() {
        sql.update(SqlText.of(
                "INSERT INTO person (id, organization_id, origin, state, email, made_by, created, changed, version)"
                        + " VALUES (?, ?, 'JIT', 'ACTIVE', '', '', 1, 1, 1)",
                ResourceIds.bytes(UUID.randomUUID()),
                ResourceIds.bytes(organization)));
    }

    @Test
    void seatsAreCountedOnceMoreWhenEveryReplicaKnowsOfTheLimit() {
        addWithoutSeat();
        limit(OptionalInt.of(5));
        assertThat(seats.taken(organization)).hasValue(1);
        addWithoutSeat();
        seats.recount(organization);
        assertThat(seats.taken(organization)).as("not yet due").hasValue(1);

        sql.update(SqlText.of(
                "UPDATE seat SET recount = 1 WHERE organization_id = ?", (Object) ResourceIds.bytes(organization)));
        assertThat(seats.due()).contains(organization);
        seats.recount(organization);

        assertThat(seats.taken(organization)).hasValue(2);
        assertThat(seats.due()).doesNotContain(organization);
    }

    @Test
    void withoutALimitNothingIsCounted() {
        addWithoutSeat();
        assertThat(seats.taken(organization)).isEmpty();
        seats.take(organization);
        assertThat(seats.taken(organization)).isEmpty();
        limit(OptionalInt.of(5));
        limit(OptionalInt.empty());

        assertThat(seats.taken(organization)).isEmpty();
        assertThat(seats.fullAt(organization)).isEmpty();
    }
}
