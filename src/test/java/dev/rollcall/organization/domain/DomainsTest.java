package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.sql.UnavailableException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DomainsTest {
    private final Domains domains;
    private final ClaimedDomains tests;
    private final DomainsConfig config;
    private final Transactions transactions;
    private final Sql sql;
    private final String name = ClaimedDomains.name();
    private UUID organization;

    DomainsTest(Domains domains, ClaimedDomains tests, DomainsConfig config, Transactions transactions, Sql sql) {
        this.domains = domains;
        this.tests = tests;
        this.config = config;
        this.transactions = transactions;
        this.sql = sql;
    }

    @BeforeEach
    void addOrganization() {
        organization = tests.organization();
    }

    @Test
    void aClaimWaitsForItsRecord() {
        var claimed = domains.claim(organization, name.toUpperCase(Locale.ROOT) + ".");

        assertThat(claimed.name()).isEqualTo(name);
        assertThat(claimed.state()).isEqualTo(DomainState.WAITING);
        assertThat(claimed.proof()).isEqualTo(Proof.DNS);
        assertThat(claimed.txtRecord().name()).isEqualTo("_rollcall-challenge." + name);
        assertThat(claimed.txtRecord().value()).matches("rollcall-domain-verification=[A-Za-z0-9_-]{27}");
        assertThat(claimed.finding()).isNull();
        assertThat(domains.list(organization)).containsExactly(claimed);
        assertThat(domains.find(organization, claimed.id())).contains(claimed);
        assertThat(domains.named(organization, name)).contains(claimed);
        assertThat(domains.hasClaimed(organization)).isFalse();
        assertThat(tests.audited(organization)).containsExactly("domain.claimed");
    }

    @Test
    void severalMayWaitForTheSameNameEachWithAValueOfItsOwn() {
        var first = domains.claim(organization, name);
        var second = domains.claim(tests.organization(), name);

        assertThat(first.txtRecord().name()).isEqualTo(second.txtRecord().name());
        assertThat(first.txtRecord().value()).isNotEqualTo(second.txtRecord().value());
    }

    @Test
    void anOperatorsWordIsProofEnough() {
        var vouched = domains.vouch(organization, name);

        assertThat(vouched.state()).isEqualTo(DomainState.CLAIMED);
        assertThat(vouched.proof()).isEqualTo(Proof.OPERATOR);
        assertThat(vouched.proved()).isNotNull();
        assertThat(domains.hasClaimed(organization)).isTrue();
        assertThat(tests.audited(organization)).containsExactly("domain.claimed");
    }

    @Test
    void anOperatorMayVouchForWhatWaits() {
        var waiting = domains.claim(organization, name);

        var vouched = domains.vouch(organization, name);

        assertThat(vouched.id()).isEqualTo(waiting.id());
        assertThat(vouched.state()).isEqualTo(DomainState.CLAIMED);
        assertThat(vouched.version()).isGreaterThan(waiting.version());
        assertThat(tests.audited(organization)).containsExactly("domain.claimed", "domain.claimed");
    }

    @Test
    void whatAnotherOrganizationHasIsRefusedWithoutNamingIt() {
        domains.vouch(organization, name);
        var other = tests.organization();

        refused(Kind.TAKEN, "Another organization has claimed " + name, () -> domains.claim(other, name));
        refused(Kind.TAKEN, "Another organization has claimed " + name, () -> domains.vouch(other, name));
        assertThat(domains.list(other)).isEmpty();
        assertThat(tests.audited(other)).isEmpty();
    }

    @Test
    void whatTheOrganizationHasItselfIsRefusedToo() {
        domains.claim(organization, name);
        refused(Kind.TAKEN, "waits for the proof of " + name, () -> domains.claim(organization, name));

        domains.vouch(organization, name);
        refused(Kind.TAKEN, "has claimed " + name + " already", () -> domains.claim(organization, name));
        refused(Kind.TAKEN, "has claimed " + name + " already", () -> domains.vouch(organization, name));
    }

    @Test
    void aNameBelowAClaimedOneMayBeAnothers() {
        domains.vouch(organization, name);

        assertThat(domains.vouch(tests.organization(), "sub." + name).state()).isEqualTo(DomainState.CLAIMED);
    }

    @Test
    void releasedItIsFreeForOthers() {
        var vouched = domains.vouch(organization, name);

        domains.release(organization, vouched.id(), Condition.version(vouched.version()));

        assertThat(domains.list(organization)).isEmpty();
        assertThat(domains.vouch(tests.organization(), name).state()).isEqualTo(DomainState.CLAIMED);
        assertThat(tests.audited(organization)).containsExactly("domain.claimed", "domain.released");
    }

    @Test
    void isReleasedInTheVersionThatWasSeenOnly() {
        var seen = domains.claim(organization, name);
        domains.vouch(organization, name);

        refused(
                Kind.CHANGED,
                "Somebody else has changed this",
                () -> domains.release(organization, seen.id(), Condition.version(seen.version())));
        assertThat(domains.list(organization)).hasSize(1);
    }

    @Test
    void nothingOfAnotherOrganizationIsSeenOrReleased() {
        var theirs = domains.vouch(tests.organization(), name);

        assertThat(domains.find(organization, theirs.id())).isEmpty();
        assertThat(domains.named(organization, name)).isEmpty();
        refused(Kind.NOT_FOUND, "has no domain", () -> domains.release(organization, theirs.id(), Condition.NONE));
    }

    @Test
    void nobodyClaimsForAnOrganizationThatIsNotThere() {
        refused(Kind.NOT_FOUND, "There is no organization", () -> domains.claim(UUID.randomUUID(), name));
        refused(Kind.NOT_FOUND, "There is no organization", () -> domains.vouch(UUID.randomUUID(), name));
    }

    @Test
    void anOrganizationHasOnlySoMany() {
        for (var i = 0; i < config.perOrganization(); i++) {
            domains.claim(organization, "n" + i + "." + name);
        }

        refused(Kind.LIMIT, "has 100 domains, which is the most", () -> domains.claim(organization, name));
        refused(Kind.LIMIT, "has 100 domains, which is the most", () -> domains.vouch(organization, name));
    }

    @Test
    void aNameThatLeavesNoRoomForItsRecordIsRefused() {
        var label = "a".repeat(60) + ".";

        refused(
                Kind.INVALID,
                "would have a name of 271 characters",
                () -> domains.claim(organization, label.repeat(4) + "example"));
    }

    @Test
    void whereTheDatabaseGoesAwayInTheMiddleNothingIsDone() {
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> transactions.write(() -> {
                    domains.claim(organization, name);
                    return killConnection();
                }));

        assertThat(domains.list(organization)).isEmpty();
        assertThat(tests.audited(organization)).isEmpty();
        assertThat(domains.claim(organization, name).state()).isEqualTo(DomainState.WAITING);
    }

    private int killConnection() {
        var id = sql.query(SqlText.of("SELECT CONNECTION_ID()"), row -> row.getLong(1))
                .getFirst();
        CompletableFuture.runAsync(() -> sql.update(SqlText.of("KILL HARD " + id)))
                .join();
        return sql.query(SqlText.of("SELECT 1"), row -> row.getInt(1)).getFirst();
    }

    private static void refused(Kind kind, String sentence, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .withMessageContaining(sentence)
                .extracting(RefusedException::kind)
                .isEqualTo(kind);
    }
}
