package dev.rollcall.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.LoopbackNameServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

@QuarkusTest
class TxtRecordsTest {
    private final TxtRecords records;
    private final String resolver;
    private final ProofRecord wanted = ProofRecord.of(UUID.randomUUID() + ".example", ProofRecord.newChallenge());
    private LoopbackNameServer server;

    TxtRecordsTest(TxtRecords records, @ConfigProperty(name = "rollcall.domains.resolvers") String resolver) {
        this.records = records;
        this.resolver = resolver;
    }

    @BeforeEach
    void start() {
        server = LoopbackNameServer.at(resolver);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsTheRecordAmongOthers() {
        server.txt(wanted.name(), "v=spf1 -all");
        server.txt(wanted.name(), wanted.value());

        assertThat(records.find(wanted)).isEqualTo(Finding.FOUND);
    }

    @Test
    void findsAValueInSeveralStrings() {
        server.txt(
                wanted.name(), wanted.value().substring(0, 10), wanted.value().substring(10));

        assertThat(records.find(wanted)).isEqualTo(Finding.FOUND);
    }

    @Test
    void followsRedirections() {
        server.cname(wanted.name(), "first." + wanted.name());
        server.cname("first." + wanted.name(), "second." + wanted.name());
        server.txt("second." + wanted.name(), wanted.value());

        assertThat(records.find(wanted)).isEqualTo(Finding.FOUND);
    }

    @Test
    void doesNotFollowThemInACircle() {
        server.cname(wanted.name(), "other." + wanted.name());
        server.cname("other." + wanted.name(), wanted.name());

        assertThat(records.find(wanted)).isEqualTo(Finding.SERVER_FAILURE);
    }

    @Test
    void tellsOtherValuesFromNone() {
        server.txt(wanted.name(), wanted.value() + "x");

        assertThat(records.find(wanted)).isEqualTo(Finding.OTHER_VALUE);
    }

    @Test
    void tellsANameWithoutRecordFromNoName() {
        assertThat(records.find(wanted)).isEqualTo(Finding.NO_SUCH_NAME);

        server.empty(wanted.name());

        assertThat(records.find(wanted)).isEqualTo(Finding.NO_RECORD);
    }

    @Test
    void seesANewRecordAtOnce() {
        assertThat(records.find(wanted)).isEqualTo(Finding.NO_SUCH_NAME);

        server.txt(wanted.name(), wanted.value());

        assertThat(records.find(wanted)).isEqualTo(Finding.FOUND);
    }

    @Test
    void tellsAFailureFromAnAnswer() {
        server.fail(wanted.name(), Rcode.SERVFAIL);
        assertThat(records.find(wanted)).isEqualTo(Finding.SERVER_FAILURE);

        server.fail(wanted.name(), Rcode.REFUSED);
        assertThat(records.find(wanted)).isEqualTo(Finding.SERVER_FAILURE);
    }

    @Test
    void waitsNoLongerThanItIsToldTo() {
        server.ignore(wanted.name());
        var begun = System.nanoTime();

        assertThat(records.find(wanted)).isEqualTo(Finding.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void askedANameServerThatIsNotThereItSaysThatNobodyAnswers() {
        server.close();

        assertThat(records.find(wanted)).isEqualTo(Finding.NO_ANSWER);
    }
}
