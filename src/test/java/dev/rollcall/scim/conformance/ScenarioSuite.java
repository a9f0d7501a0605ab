package dev.rollcall.scim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.conformance.scenario.Scenario;
import dev.rollcall.scim.conformance.scenario.ScenarioFiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// All scenarios as tests against one service.
final class ScenarioSuite {

    private ScenarioSuite() {}

    /// All scenarios; where everything can be checked, the last test fails if something was not.
    static Stream<DynamicTest> of(ScimService service, boolean everythingIsCheckable) {
        var notCheckable = new NotCheckable();
        var http = new HttpCalls();
        var scenarios = chosen(ScenarioFiles.all()).stream()
                .flatMap(scenario -> scenario.modes().stream()
                        .map(mode -> DynamicTest.dynamicTest(
                                scenario.id() + " " + scenario.title()
                                        + (scenario.modes().size() > 1 ? " (" + mode + ")" : ""),
                                () -> new ScenarioRun(scenario, mode, service, http, notCheckable).run())));
        var last = DynamicTest.dynamicTest("what could not be checked", () -> {
            http.close();
            System.out.println("Scenarios against " + service.base() + ": " + notCheckable);
            if (everythingIsCheckable) {
                assertThat(notCheckable.distinct()).isEmpty();
            }
        });
        return Stream.concat(scenarios, Stream.of(last));
    }

    // For work on one: -Drollcall.scenarios.only=PO-04,FI-02
    private static List<Scenario> chosen(List<Scenario> scenarios) {
        var only = System.getProperty("rollcall.scenarios.only");
        if (only == null) {
            return scenarios;
        }
        var ids = List.of(only.split(","));
        return scenarios.stream()
                .filter(scenario -> ids.contains(scenario.id()))
                .toList();
    }
}
