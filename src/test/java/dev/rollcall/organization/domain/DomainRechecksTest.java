package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.refusal.Condition;
import dev.rollcall.testing.LoopbackNameServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

@QuarkusTest
class DomainRechecksTest {
    private static final Duration A_DAY = Duration.ofHours(25);

    private final DomainRechecks rechecks;
    private final DomainChecks checks;
    private final Domains domains;
    private final ClaimedDomains tests;
    private final String resolver;
    private Instant now = Instant.now();
    private UUID organization;
    private LoopbackNameServer server;
    private Domain domain;
    private String record;

    DomainRechecksTest(
            DomainRechecks rechecks,
            DomainChecks checks,
            Domains domains,
            ClaimedDomains tests,
            @ConfigProperty(name = "rollcall.domains.resolvers") String resolver) {
        this.rechecks = rechecks;
        this.checks = checks;
        this.domains = domains;
        this.tests = tests;
        this.resolver = resolver;
    }

    @BeforeEach
    void proveADomain() {
        organization = tests.organization();
        server = LoopbackNameServer.at(resolver);
        var waiting = domains.claim(organization, ClaimedDomains.name());
        record = waiting.txtRecord().name();
        server.txt(record, waiting.txtRecord().value());
        domain = checks.check(organization, waiting.id(), Condition.NONE);
    }

    @AfterEach
    void stop() {
        domains.find(organization, domain.id())
                .ifPresent(left -> domains.release(organization, left.id(), Condition.NONE));
        server.close();
    }

    @Test
    void looksAgainAfterADayAndNotBefore() {
        var before = server.questions(record);

        rechecks.run(now.plus(Duration.ofHours(23)));
        assertThat(server.questions(record)).isEqualTo(before);

        after(A_DAY);
        assertThat(server.questions(record)).isEqualTo(before + 1);
        assertThat(current().state()).isEqualTo(DomainState.CLAIMED);
        assertThat(current().checked()).isAfter(domain.checked());

        rechecks.run(now);
        assertThat(server.questions(record)).isEqualTo(before + 1);
    }

    @Test
    void oneOfTwoReplicasLooks() {
        var before = server.questions(record);
        var tomorrow = now.plus(A_DAY);

        var other = CompletableFuture.runAsync(() -> rechecks.run(tomorrow));
        rechecks.run(tomorrow);
        other.join();

        assertThat(server.questions(record)).isEqualTo(before + 1);
    }

    @Test
    void aRecordThatIsMissingForSevenDaysCostsTheDomain() {
        server.forget(record);

        after(A_DAY);
        assertThat(current().state()).isEqualTo(DomainState.CLAIMED);
        assertThat(current().failingSince()).isNotNull();
        assertThat(current().finding()).contains("There is nothing in DNS");

        for (var day = 0; day < 6; day++) {
            after(A_DAY);
        }
        assertThat(current().state()).isEqualTo(DomainState.CLAIMED);

        after(A_DAY);
        assertThat(current().state()).isEqualTo(DomainState.WAITING);
        assertThat(current().proved()).isNull();
        assertThat(tests.audited(organization)).containsExactly("domain.claimed", "domain.proved", "domain.lost");
    }

    @Test
    void whatIsLostIsFreeAndCanBeProvedAgain() {
        server.forget(record);
        for (var day = 0; day < 9; day++) {
            after(A_DAY);
        }
        var other = tests.organization();
        var theirs = domains.vouch(other, domain.name());
        domains.release(other, theirs.id(), Condition.NONE);

        server.txt(record, domain.txtRecord().value());

        assertThat(checks.check(organization, domain.id(), Condition.NONE).state())
                .isEqualTo(DomainState.CLAIMED);
    }

    @Test
    void aRecordThatComesBackInTimeIsAsIfNothingHadBeen() {
        server.forget(record);
        for (var day = 0; day < 6; day++) {
            after(A_DAY);
        }
        server.txt(record, domain.txtRecord().value());
        after(A_DAY);
        assertThat(current().failingSince()).isNull();

        server.forget(record);
        after(A_DAY);
        after(A_DAY);

        assertThat(current().state()).isEqualTo(DomainState.CLAIMED);
    }

    @Test
    void nameServersThatSayNothingOrFailCostNothing() {
        server.fail(record, Rcode.SERVFAIL);
        for (var day = 0; day < 20; day++) {
            after(A_DAY);
        }
        server.ignore(record);
        after(A_DAY);

        assertThat(current().state()).isEqualTo(DomainState.CLAIMED);
        assertThat(current().failingSince()).isNull();
        assertThat(current().finding()).contains("in time");
    }

    @Test
    void whatAnOperatorHasVouchedForIsLeftAlone() {
        var vouched = domains.vouch(organization, "v." + domain.name());
        for (var day = 0; day < 9; day++) {
            after(A_DAY);
        }

        assertThat(domains.find(organization, vouched.id())).contains(vouched);
        assertThat(server.questions(vouched.txtRecord().name())).isZero();
        domains.release(organization, vouched.id(), Condition.NONE);
    }

    private void after(Duration time) {
        now = now.plus(time);
        rechecks.run(now);
    }

    private Domain current() {
        return domains.find(organization, domain.id()).orElseThrow();
    }
}
