package dev.rollcall.firstrun;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.domain.DomainState;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.scim.tolerance.ConformanceMode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstRunTest {
    private static final String ENDPOINT = "http://localhost:8080/scim/v2";

    private final FirstRun firstRun;
    private final ExampleOrganization example;
    private final FirstRunFile file;
    private final Organizations organizations;
    private final Domains domains;
    private final Connections connections;
    private final DataSource dataSource;

    FirstRunTest(
            FirstRun firstRun,
            ExampleOrganization example,
            FirstRunFile file,
            Organizations organizations,
            Domains domains,
            Connections connections,
            DataSource dataSource) {
        this.firstRun = firstRun;
        this.example = example;
        this.file = file;
        this.organizations = organizations;
        this.domains = domains;
        this.connections = connections;
        this.dataSource = dataSource;
    }

    /// Every test here begins with the very first start.
    @BeforeEach
    void nothingIsThere() throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (var table :
                    List.of("scim_user", "credential", "connection", "domain", "set_up_link", "organization")) {
                statement.execute("DELETE FROM " + table);
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        }
        Files.deleteIfExists(file.path());
        file.deleteDraft();
    }

    @Test
    void makesAnOrganizationWithAConnectionAndATokenThatWorks() throws IOException {
        var values = firstRun.run(ENDPOINT).orElseThrow();

        var organization = organizations.list().getFirst();
        var connection = connections.list(organization.id()).getFirst();
        assertThat(organization.name()).isEqualTo("Example");
        assertThat(organization.plan()).isEqualTo(Plan.ENTERPRISE);
        assertThat(domains.list(organization.id())).singleElement().satisfies(domain -> {
            assertThat(domain.name()).isEqualTo("example.com");
            assertThat(domain.state()).isEqualTo(DomainState.CLAIMED);
        });
        assertThat(connection.name()).isEqualTo("PingOne");
        assertThat(connection.identityProvider()).isEqualTo(IdentityProvider.PINGONE);
        assertThat(connection.state()).isEqualTo(ConnectionState.ON);
        assertThat(connection.mode()).isEqualTo(ConformanceMode.COMPATIBLE);
        assertThat(status(values.setUp().token())).isEqualTo(404);
        assertThat(given().header("Authorization", "Bearer " + values.operatorToken())
                        .get("/api/v1/organizations/" + organization.id())
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("X-Rollcall-Request", "1")
                        .contentType("application/json")
                        .body(Map.of("link", values.setUpLink().replaceFirst(".*#link=", "")))
                        .post("/api/v1/sessions")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void writesTheFileForItsOwnerOnly() throws IOException {
        var values = firstRun.run(ENDPOINT).orElseThrow();

        var written = JsonPath.from(file.path().toFile());
        assertThat(written.getMap(""))
                .containsOnlyKeys(
                        "endpoint",
                        "uniqueIdentifier",
                        "token",
                        "organization",
                        "expires",
                        "operatorToken",
                        "setUpLink")
                .containsEntry("endpoint", ENDPOINT)
                .containsEntry("uniqueIdentifier", "userName")
                .containsEntry("organization", "Example")
                .containsEntry("token", values.setUp().token());
        assertThat(Instant.parse(written.getString("expires")))
                .isEqualTo(values.setUp().expires());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void showsHowToTryIt() {
        var values = firstRun.run(ENDPOINT).orElseThrow();

        var text = Welcome.text(values, file.path());

        assertThat(text.lines().filter(line -> line.startsWith("curl "))).hasSize(5);
        assertThat(text)
                .contains(
                        ENDPOINT,
                        values.setUp().token(),
                        values.operatorToken(),
                        values.setUpLink(),
                        "userName",
                        file.path().toString());
    }

    @Test
    void happensOnce() {
        firstRun.run(ENDPOINT);

        assertThat(firstRun.run(ENDPOINT)).isEmpty();
        assertThat(organizations.list()).hasSize(1);
    }

    @Test
    void leavesADatabaseInUseAlone() {
        organizations.add("Acme", Plan.TEAM);

        assertThat(firstRun.run(ENDPOINT)).isEmpty();
        assertThat(organizations.list()).hasSize(1);
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void happensOnceHoweverManyReplicasStart() throws Exception {
        var made = new ArrayList<Optional<FirstRunValues>>();
        try (var replicas = Executors.newFixedThreadPool(6)) {
            Callable<Optional<FirstRunValues>> start = () -> firstRun.run(ENDPOINT);
            for (var result : replicas.invokeAll(List.of(start, start, start, start, start, start))) {
                made.add(result.get());
            }
        }

        assertThat(organizations.list()).hasSize(1);
        assertThat(made.stream()
                        .flatMap(Optional::stream)
                        .map(values -> values.setUp().token())
                        .distinct())
                .hasSize(1);
        assertThat(file.path()).exists();
    }

    @Test
    void recoversWhatAnEarlierStartCouldNotSay() {
        // The process ends here, between the commit and the file.
        var before = example.make(ENDPOINT);

        var recovered = firstRun.run(ENDPOINT);

        assertThat(recovered.map(values -> values.setUp().token()))
                .contains(before.setUp().token());
        assertThat(file.path()).exists();
        assertThat(firstRun.run(ENDPOINT)).isEmpty();
    }

    @Test
    void forgetsADraftThatWasNeverCommitted() {
        file.writeDraft(new FirstRunValues(
                new SetUpValues(ENDPOINT, "never.issued.token", "Example", Instant.EPOCH),
                "never.issued.token",
                "http://localhost/console#link=never-made"));
        organizations.add("Acme", Plan.TEAM);

        assertThat(firstRun.run(ENDPOINT)).isEmpty();
        assertThat(file.readDraft()).isEmpty();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void startsOverADraftThatWasNeverCommitted() {
        file.writeDraft(new FirstRunValues(
                new SetUpValues(ENDPOINT, "never.issued.token", "Example", Instant.EPOCH),
                "never.issued.token",
                "http://localhost/console#link=never-made"));

        var values = firstRun.run(ENDPOINT).orElseThrow();

        assertThat(JsonPath.from(file.path().toFile()).getString("token"))
                .isEqualTo(values.setUp().token());
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/scim/v2/Nothing")
                .statusCode();
    }
}
