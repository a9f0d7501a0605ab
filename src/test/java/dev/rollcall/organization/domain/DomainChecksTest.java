package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transactions;
import dev.rollcall.testing.LoopbackNameServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

@QuarkusTest
class DomainChecksTest {
    private static final int AT_ONCE = 6;

    private final DomainChecks checks;
    private final Domains domains;
    private final ClaimedDomains tests;
    private final Transactions transactions;
    private final Sql sql;
    private final String resolver;
    private final String name = ClaimedDomains.name();
    private UUID organization;
    private LoopbackNameServer server;

    DomainChecksTest(
            DomainChecks checks,
            Domains domains,
            ClaimedDomains tests,
            Transactions transactions,
            Sql sql,
            @ConfigProperty(name = "rollcall.domains.resolvers") String resolver) {
        this.checks = checks;
        this.domains = domains;
        this.tests = tests;
        this.transactions = transactions;
        this.sql = sql;
        this.resolver = resolver;
    }

    @BeforeEach
    void start() {
        organization = tests.organization();
        server = LoopbackNameServer.at(resolver);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRecordProvesTheDomain() {
        var waiting = claimed(organization);
        prove(waiting);

        var proved = check(waiting);

        assertThat(proved.state()).isEqualTo(DomainState.CLAIMED);
        assertThat(proved.proved()).isEqualTo(proved.checked()).isNotNull();
        assertThat(proved.finding()).isEqualTo(waiting.txtRecord().name() + " has the record.");
        assertThat(proved.version()).isGreaterThan(waiting.version());
        assertThat(domains.find(organization, waiting.id())).contains(proved);
        assertThat(tests.audited(organization)).containsExactly("domain.claimed", "domain.proved");
    }

    @Test
    void withoutItTheDomainWaitsAndSaysWhatIsThere() {
        var waiting = claimed(organization);
        var record = waiting.txtRecord();

        assertThat(check(waiting).finding())
                .contains("There is nothing in DNS at " + record.name())
                .contains(record.value());
        server.empty(record.name());
        assertThat(check(waiting).finding()).contains("has no TXT record").contains(record.value());
        server.txt(record.name(), "rollcall-domain-verification=another");
        assertThat(check(waiting).finding()).contains("another value").contains(record.value());
        server.fail(record.name(), Rcode.SERVFAIL);
        assertThat(check(waiting).finding()).contains("answered with a failure");
        server.ignore(record.name());
        assertThat(check(waiting).finding()).contains("in time");

        assertThat(domains.find(organization, waiting.id()).orElseThrow().state())
                .isEqualTo(DomainState.WAITING);
        assertThat(tests.audited(organization)).containsExactly("domain.claimed");
    }

    @Test
    void theFirstProofWinsHoweverManyComeAtOnce() throws Exception {
        var waiting = new ArrayList<Domain>();
        for (var i = 0; i < AT_ONCE; i++) {
            waiting.add(claimed(tests.organization()));
        }
        waiting.forEach(this::prove);

        var outcomes = atOnce(waiting.stream()
                .<Callable<Optional<Kind>>>map(domain -> () -> outcome(domain))
                .toList());

        assertThat(outcomes).containsOnlyOnce(Optional.empty());
        assertThat(outcomes).filteredOn(Optional.of(Kind.TAKEN)::equals).hasSize(AT_ONCE - 1);
        assertThat(waiting.stream()
                        .map(domain -> domains.find(domain.organizationId(), domain.id())
                                .orElseThrow())
                        .filter(domain -> domain.state() == DomainState.CLAIMED))
                .hasSize(1);
    }

    private Optional<Kind> outcome(Domain domain) {
        try {
            check(domain);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.kind());
        }
    }

    @Test
    void vouchersAtOnceAreNoDifferent() throws Exception {
        var outcomes = atOnce(Stream.generate(tests::organization)
                .limit(AT_ONCE)
                .<Callable<Boolean>>map(mine -> () -> {
                    try {
                        return domains.vouch(mine, name).state() == DomainState.CLAIMED;
                    } catch (RefusedException refused) {
                        assertThat(refused.kind()).isEqualTo(Kind.TAKEN);
                        return false;
                    }
                })
                .toList());

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void claimsOfOneOrganizationAtOnceMakeOneDomain() throws Exception {
        var outcomes = atOnce(Stream.<Callable<Boolean>>generate(() -> () -> {
                    try {
                        return domains.claim(organization, name).version() == 1;
                    } catch (RefusedException refused) {
                        assertThat(refused.kind()).isEqualTo(Kind.TAKEN);
                        return false;
                    }
                })
                .limit(AT_ONCE)
                .toList());

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(domains.list(organization)).hasSize(1);
    }

    @Test
    void anotherOrganizationsProofIsTheEndOfOurs() {
        var ours = claimed(organization);
        domains.vouch(tests.organization(), name);
        prove(ours);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check(ours))
                .withMessageContaining("Another organization has claimed " + name)
                .extracting(RefusedException::kind)
                .isEqualTo(Kind.TAKEN);
        assertThat(tests.audited(organization)).containsExactly("domain.claimed");
    }

    @Test
    void nobodyWaitsForNameServersInATransaction() {
        var waiting = claimed(organization);

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> transactions.write(() -> check(waiting)));
        assertThat(server.questions(waiting.txtRecord().name())).isZero();
    }

    @Test
    void whileNameServersAreAskedTheDomainCanBeReleased() {
        var waiting = claimed(organization);
        prove(waiting);
        server.meanwhile(waiting.txtRecord().name(), () -> domains.release(organization, waiting.id(), Condition.NONE));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check(waiting))
                .extracting(RefusedException::kind)
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void whatAnOperatorHasVouchedForIsNotLookedUp() {
        var vouched = domains.vouch(organization, name);

        assertThat(check(vouched)).isEqualTo(vouched);
        assertThat(server.questions(vouched.txtRecord().name())).isZero();
    }

    @Test
    void isCheckedInTheVersionThatWasSeenOnly() {
        var waiting = claimed(organization);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> checks.check(organization, waiting.id(), Condition.version(waiting.version() + 1)))
                .extracting(RefusedException::kind)
                .isEqualTo(Kind.CHANGED);
    }

    @Test
    void nothingOfAnotherOrganizationIsChecked() {
        var theirs = claimed(tests.organization());

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> checks.check(organization, theirs.id(), Condition.NONE))
                .extracting(RefusedException::kind)
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void connectionsThatBreakWhileNameServersAreAskedAreReplaced() {
        var waiting = claimed(organization);
        prove(waiting);
        server.meanwhile(waiting.txtRecord().name(), this::breakEveryConnection);

        var proved = check(waiting);

        assertThat(proved.state()).isEqualTo(DomainState.CLAIMED);
        assertThat(tests.audited(organization)).containsExactly("domain.claimed", "domain.proved");
    }

    private void breakEveryConnection() {
        sql.query(
                        SqlText.of("SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                                + " AND id <> CONNECTION_ID() AND command = 'Sleep'"),
                        row -> row.getLong(1))
                .forEach(id -> sql.update(SqlText.of("KILL HARD " + id)));
    }

    private Domain claimed(UUID owner) {
        return domains.claim(owner, name);
    }

    private void prove(Domain domain) {
        server.txt(domain.txtRecord().name(), domain.txtRecord().value());
    }

    private Domain check(Domain domain) {
        return checks.check(domain.organizationId(), domain.id(), Condition.NONE);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (var workers = Executors.newFixedThreadPool(calls.size())) {
            var outcomes = new ArrayList<T>();
            for (Future<T> call : workers.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        }
    }
}
