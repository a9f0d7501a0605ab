package dev.rollcall.scim.conformance.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.connection.Connections;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every deviation that a body can have, in every way in which it can be sent: read and noted by a compatible
/// connection, refused by a strict one, and by a compatible one that refuses it alone.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToleranceTableTest {
    private final TestTokens tokens;
    private final Connections connections;
    private final Sql sql;
    private final HttpCalls http = new HttpCalls();
    private final Map<Tolerance, Tokens> ofTolerances = new EnumMap<>(Tolerance.class);
    private int attempts;

    @TestHTTPResource("/scim/v2")
    @SuppressWarnings("NullAway.Init") // set by Quarkus, also where nothing can be injected into a constructor
    URI base;

    ToleranceTableTest(TestTokens tokens, Connections connections, Sql sql) {
        this.tokens = tokens;
        this.connections = connections;
        this.sql = sql;
    }

    /// An organization each, so that none meets the limits of requests.
    private record Tokens(TestToken compatible, TestToken strict, TestToken alone) {}

    @AfterAll
    void close() {
        http.close();
    }

    static Stream<Arguments> cases() {
        return Row.table().flatMap(row -> row.ways().stream().map(way -> arguments(way, row)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void isReadAndNotedWhereItIsForgivenAndRefusedElsewhere(Way way, Row row) {
        var tokens = ofTolerances.computeIfAbsent(row.tolerance(), this::issued);

        var id = attempt(tokens.compatible(), row, way).isMet(row.forgiven());

        assertThat(noted(tokens.compatible(), id)).contains(row.tolerance().keyword());
        attempt(tokens.strict(), row, way).isMet(row.strict());
        attempt(tokens.alone(), row, way).isMet(row.alone());
    }

    private Attempt attempt(TestToken token, Row row, Way way) {
        attempts++;
        return new Attempt(new ScimCalls(http, base, token.bearer()), row, way, attempts);
    }

    private Tokens issued(Tolerance tolerance) {
        var alone = tokens.anOrganization().issue();
        connections.changeTolerances(
                alone.organizationId(), alone.connectionId(), Set.of(), Set.of(tolerance), Set.of());
        return new Tokens(
                tokens.anOrganization().issue(),
                tokens.anOrganization().inMode(ConformanceMode.STRICT).issue(),
                alone);
    }

    private List<String> noted(TestToken token, String id) {
        var detail = sql.query(
                        SqlText.of(
                                "SELECT COALESCE(detail, '') FROM provisioning_event"
                                        + " WHERE organization_id = ? AND resource_id = ? ORDER BY id",
                                ResourceIds.bytes(token.organizationId()),
                                ResourceIds.bytes(UUID.fromString(id))),
                        row -> row.getString(1))
                .getLast();
        return List.of(detail.substring(detail.lastIndexOf(' ') + 1).split(","));
    }
}
