package dev.rollcall.scim.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.tolerance.ConformanceMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

    private static Scenario read(String members, String step) {
        var json = """
                {"id": "XX-01", "title": "t", "source": "s", %s "steps": [%s]}""".formatted(members, step);
        return ScenarioReader.read("file.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAStepWithItsDefaults() {
        var scenario = read("", """
                {"send": "GET /Users", "expect": {"status": 200}}""");

        assertThat(scenario.modes()).containsExactly(ConformanceMode.COMPATIBLE);
        var exchange = (Step.Exchange) scenario.steps().getFirst();
        assertThat(exchange.request().method()).isEqualTo("GET");
        assertThat(exchange.request().target()).isEqualTo("/Users");
        assertThat(exchange.request().token()).isEqualTo(TokenKind.GOOD);
        assertThat(exchange.expectation().statuses()).containsExactly(200);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "modes": "strict",  | {"send": "GET /", "expect": {"status": 200}}                                    | unknown members [modes]
            "identityProvider": "entra", | {"send": "GET /", "expect": {"status": 200}}                           | no identity provider 'entra'
            "mode": "lenient",  | {"send": "GET /", "expect": {"status": 200}}                                    | 'mode' is
                                | {"send": "GET /", "expect": {"status": 200, "scimtype": "x"}}                   | unknown members [scimtype]
                                | {"send": "GET /", "expects": {"status": 200}}                                   | 'expect' is missing
                                | {"send": "GET /", "expect": {"body": {}}}                                       | 'status' is missing
                                | {"send": "GET /", "expect": {"status": 200}, "captures": {}}                    | unknown members [captures]
                                | {"send": "GET /", "expect": {"status": 200}, "token": "bad"}                    | no token 'bad'
                                | {"send": "GET /", "expect": {"status": 200}, "body": {}, "text": ""}            | one of 'body'
                                | {"send": "GET", "expect": {"status": 200}}                                      | a method and a path
                                | {"events": ["created"]}                                                         | 'of' is missing
                                | {"steps": []}                                                                   | one of 'send'
                                | {"times": 2, "steps": []}                                                       | 'steps' is missing
            """)
    void refusesWhatItDoesNotUnderstand(@Nullable String members, String step, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(members == null ? "" : members, step))
                .withMessageContaining("file.json")
                .withMessageContaining(why);
    }
}
