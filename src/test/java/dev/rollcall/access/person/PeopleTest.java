package dev.rollcall.access.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.access.seat.Seats;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleTest {
    private final TestTokens tokens;
    private final People people;
    private final ProtectedMembers members;
    private final OrganizationPolicies policies;
    private final Seats seats;
    private UUID organization = UUID.randomUUID();

    PeopleTest(TestTokens tokens, People people, ProtectedMembers members, OrganizationPolicies policies, Seats seats) {
        this.tokens = tokens;
        this.people = people;
        this.members = members;
        this.policies = policies;
        this.seats = seats;
    }

    @BeforeEach
    void addAnOrganization() {
        organization = tokens.anOrganization().issue().organizationId();
        policies.change(
                organization,
                new PolicyChange(null, null, null, null, OptionalInt.of(5), null, null, null, null),
                Condition.NONE);
    }

    @Test
    void aGuardKeepsAMemberAndTheSeat() {
        var member = people.note(organization, "babs@example.com", "Babs").id();
        members.protect(member);

        assertThatThrownBy(() -> people.change(organization, member, new PersonChange(false, null), Condition.NONE))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Somebody has to stay.");
        assertThatThrownBy(() -> people.delete(organization, member, Condition.NONE))
                .isInstanceOf(RefusedException.class);

        assertThat(seats.taken(organization)).hasValue(1);
        var same = people.change(organization, member, new PersonChange(true, null), Condition.NONE);
        assertThat(same.state()).isEqualTo(MemberState.ACTIVE);
        assertThat(same.version()).isOne();
    }

    @Test
    void disablingTwiceLeavesOneSeat() {
        var member = people.note(organization, "babs@example.com", "Babs").id();
        people.note(organization, "mandy@example.com", null);

        people.change(organization, member, new PersonChange(false, null), Condition.NONE);
        people.change(organization, member, new PersonChange(false, "Barbara"), Condition.NONE);
        assertThat(seats.taken(organization)).hasValue(1);
        people.delete(organization, member, Condition.NONE);

        assertThat(seats.taken(organization)).hasValue(1);
    }
}
