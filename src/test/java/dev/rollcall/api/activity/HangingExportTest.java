package dev.rollcall.api.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Readers that ask for all of it and take nothing.
@QuarkusTest
class HangingExportTest {
    private static final int AT_ONCE = 4;
    private static final int LOOKS = 600;

    private final TestTokens tokens;
    private final Callers callers;
    private final AgroalDataSource database;
    private final Sql sql;

    HangingExportTest(TestTokens tokens, Callers callers, AgroalDataSource database, Sql sql) {
        this.tokens = tokens;
        this.callers = callers;
        this.database = database;
        this.sql = sql;
    }

    private UUID organizationWithManyCalls() {
        var organization = tokens.anOrganization().issue().organizationId();
        sql.update(SqlText.of(
                "INSERT INTO provisioning_event (id, organization_id, kind, occurred, detail)"
                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), ?, 'updated', 1, REPEAT('x', 2000) FROM seq_1_to_20000",
                (Object) ResourceIds.bytes(organization)));
        return organization;
    }

    @Test
    void readersThatHangHoldNothingOfTheDatabaseAndAreOnlySoMany() throws IOException {
        var organization = organizationWithManyCalls();
        var path = "/api/v1/organizations/" + organization + "/activity";
        var hanging = new ArrayList<Socket>();
        try {
            for (var i = 0; i < AT_ONCE; i++) {
                hanging.add(hang(path + "/export", callers.session(organization, true)));
            }
            var status = 0;
            for (var look = 0; look < LOOKS && status != 503; look++) {
                status = callers.admin(organization)
                        .accept("text/csv")
                        .get(path + "/export?search=nobody")
                        .statusCode();
            }
            assertThat(status).isEqualTo(503);
            assertThat(active()).isZero();
            assertThat(callers.admin(organization).get(path).statusCode()).isEqualTo(200);
        } finally {
            for (var socket : List.copyOf(hanging)) {
                socket.close();
            }
        }
        var status = 503;
        for (var look = 0; look < LOOKS && status != 200; look++) {
            status = callers.admin(organization)
                    .accept("text/csv")
                    .get(path + "/export?search=nobody")
                    .statusCode();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(status).isEqualTo(200);
    }

    /// Once what is done at the moment is done.
    private long active() {
        var active = database.getMetrics().activeCount();
        for (var look = 0; look < LOOKS && active > 0; look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            active = database.getMetrics().activeCount();
        }
        return active;
    }

    private static Socket hang(String path, String session) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: rollcall-session=" + session
                                + "\r\nX-Rollcall-Request: 1\r\nAccept: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
