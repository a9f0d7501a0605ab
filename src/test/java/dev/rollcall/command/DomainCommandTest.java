package dev.rollcall.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.LoopbackNameServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `rollcall domain`, `organization sso` and `organization policy`.
@QuarkusTest
class DomainCommandTest {
    private final Commands commands;
    private final String resolver;
    private final String organization = "Acme " + UUID.randomUUID();
    private final String name = "d" + UUID.randomUUID() + ".example";

    DomainCommandTest(Commands commands, @ConfigProperty(name = "rollcall.domains.resolvers") String resolver) {
        this.commands = commands;
        this.resolver = resolver;
    }

    @BeforeEach
    void addOrganization() {
        done("organization", "add", organization);
    }

    @Test
    void claimsChecksListsAndReleases() {
        var claimed = done("domain", "claim", organization, name, "--json");
        assertThat(claimed.getString("[0].state")).isEqualTo("WAITING");
        try (var server = LoopbackNameServer.at(resolver)) {
            server.txt(claimed.getString("[0].txtName"), claimed.getString("[0].txtValue"));
            assertThat(done("domain", "check", organization, name, "--json").getString("[0].state"))
                    .isEqualTo("CLAIMED");
        }
        assertThat(done("domain", "list", organization, "--json").getList("name"))
                .containsExactly(name);
        assertThat(CommandRun.of(commands, "domain", "release", organization, name)
                        .exitCode())
                .isZero();
        assertThat(done("domain", "list", organization, "--json").getList("name"))
                .isEmpty();
    }

    @Test
    void vouches() {
        assertThat(done("domain", "claim", organization, name, "--vouched", "--json")
                        .getMap("[0]"))
                .containsEntry("state", "CLAIMED")
                .containsEntry("proof", "OPERATOR");
    }

    @Test
    void refusesWithASentence() {
        var suffix = CommandRun.of(commands, "domain", "claim", organization, "co.uk");
        var unknown = CommandRun.of(commands, "domain", "check", organization, name);

        assertThat(suffix.exitCode()).isEqualTo(1);
        assertThat(suffix.err()).startsWith("rollcall: co.uk is a public suffix");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("has no domain '" + name + "'");
    }

    @Test
    void notesSingleSignOn() {
        assertThat(done("organization", "sso", organization, "--name", "PingOne", "--json")
                        .getMap("[0]"))
                .containsEntry("name", "PingOne")
                .containsEntry("state", "ON");
        assertThat(done("organization", "sso", organization, "--state", "off", "--json")
                        .getMap("[0]"))
                .containsEntry("name", "PingOne")
                .containsEntry("state", "OFF");
        assertThat(done("organization", "sso", organization, "--remove", "--json")
                        .getList(""))
                .isEmpty();
    }

    @Test
    void showsAndChangesPolicies() {
        assertThat(done("organization", "policy", organization, "--json").getMap("[0]"))
                .isEqualTo(Map.of(
                        "provisioningWithoutSso", "false",
                        "domainPolicy", "OFF",
                        "reprovisioning", "BY_MODE",
                        "deletedMemberDays", "0",
                        "protectLastAdmin", "true",
                        "rolesFromGroupsOnly", "false",
                        "activityDays", "90",
                        "refusedBodyDays", "7"));
        assertThat(done(
                                "organization",
                                "policy",
                                organization,
                                "--provisioning-without-sso",
                                "true",
                                "--domain-policy",
                                "flag",
                                "--json")
                        .getMap("[0]"))
                .containsEntry("provisioningWithoutSso", "true")
                .containsEntry("domainPolicy", "FLAG")
                .containsEntry("reprovisioning", "BY_MODE");
    }

    @Test
    void changesWhatBecomesOfMembers() {
        assertThat(policy("--reprovisioning", "new_identity", "--deleted-member-days", "30", "--seat-limit", "50")
                        .getMap("[0]"))
                .containsEntry("reprovisioning", "NEW_IDENTITY")
                .containsEntry("deletedMemberDays", "30")
                .containsEntry("seatLimit", "50");
        assertThat(policy(
                                "--seat-limit",
                                "none",
                                "--protect-last-admin",
                                "false",
                                "--roles-from-groups-only",
                                "true",
                                "--activity-days",
                                "365",
                                "--refused-body-days",
                                "0")
                        .getMap("[0]"))
                .doesNotContainKey("seatLimit")
                .containsEntry("deletedMemberDays", "30")
                .containsEntry("protectLastAdmin", "false")
                .containsEntry("rolesFromGroupsOnly", "true")
                .containsEntry("activityDays", "365")
                .containsEntry("refusedBodyDays", "0");
    }

    @ParameterizedTest
    @CsvSource({
        "--seat-limit, 0",
        "--seat-limit, 10000001",
        "--seat-limit, many",
        "--deleted-member-days, 366",
        "--activity-days, 0",
        "--refused-body-days, -1"
    })
    void refusesPoliciesOutOfBounds(String option, String value) {
        var run = CommandRun.of(commands, "organization", "policy", organization, option, value);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).startsWith("rollcall: " + option + " is a number");
    }

    private JsonPath policy(String... options) {
        return done(
                Stream.of(Stream.of("organization", "policy", organization), Stream.of(options), Stream.of("--json"))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
    }

    private JsonPath done(String... arguments) {
        var run = CommandRun.of(commands, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonPath.from(run.out());
    }
}
