package dev.rollcall.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OperatorCommandTest {
    private final Commands commands;
    private final Sql sql;

    OperatorCommandTest(Commands commands, Sql sql) {
        this.commands = commands;
        this.sql = sql;
    }

    @Test
    void leadsToATokenThatOpensTheManagementApi() {
        var issued = json("operator", "issue", "--name", "Back end", "--scope", "admin.read", "--json");

        assertThat(issued.getString("[0].scope")).isEqualTo("admin.read");
        assertThat(given().header("Authorization", "Bearer " + issued.getString("[0].token"))
                        .get("/api/v1/organizations")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsAndRevokesWithoutTheToken() {
        var id = json("operator", "issue", "--json").getString("[0].id");

        var revoked = json("operator", "revoke", id, "--json");

        assertThat(revoked.getString("[0].revoked")).isNotBlank();
        var listed = json("operator", "list", "--json").getMap("find { it.id == '" + id + "' }");
        assertThat(listed).containsKey("revoked").doesNotContainKey("token");
    }

    @Test
    void theAuditNamesTheAccountOfTheMachine() {
        var id = json("operator", "issue", "--json").getString("[0].id");

        assertThat(sql.query(
                        SqlText.of("SELECT author_kind, author_name FROM audit_entry WHERE subject_id = ?", id),
                        row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly("COMMAND " + System.getProperty("user.name"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            --scope        | scim.read | is not one of admin.read, admin.write, events.read
            --lifetime     | 3000d     | A token lives between one second and 731 days.
            --lifetime     | 0s        | A token lives between one second and 731 days.
            --name         | ' '       | The name of a token has 1 to 200 characters
            --organization | nobody    | There is no organization
            """)
    void refusesWhatDoesNotFit(String option, String value, String sentence) {
        var run = CommandRun.of(commands, "operator", "issue", option, value);

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void refusesToRevokeWhatIsNotThere() {
        assertThat(CommandRun.of(
                                commands,
                                "operator",
                                "revoke",
                                UUID.randomUUID().toString())
                        .err())
                .contains("There is no token");
    }

    private JsonPath json(String... arguments) {
        var run = CommandRun.of(commands, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonPath.from(run.out());
    }
}
