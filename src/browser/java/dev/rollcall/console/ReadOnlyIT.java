package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever may only look sees every place, and nothing on it that changes anything.
@ExtendWith(Console.Shared.class)
class ReadOnlyIT {
    private static final List<String> PLACES =
            List.of("set-up", "credentials", "groups", "access", "people", "activity", "audit");
    private static final List<String> HARMLESS = List.of("Sign out", "Copy", "Show", "Show more", "Dry run");

    private final Console console;

    ReadOnlyIT(Console console) {
        this.console = console;
    }

    @Test
    void everyPlaceIsThereAndNothingOnItChangesAnything() {
        var organization = console.organization("Looked at");
        var provider = Provider.of(console, organization, "PingOne");
        var jane = provider.person("jane@example.com");
        provider.group("Sales", List.of(jane));
        provider.refused();
        provider.role("Editor", "organization");
        provider.team("Marketing");
        body(console.operator().post(organization + "/domains", Map.of("name", "looked.example")), 201);
        body(console.operator().post(organization + "/invitations", Map.of("email", "invited@example.com")), 201);
        try (var open = OpenPage.at(console, console.readOnlyLink(organization))) {
            open.settle();
            for (var place : PLACES) {
                open.go(place);
                assertOnlyToLookAt(open, place);
                open.shoot("read-only-" + place);
            }
            open.go("people/" + jane);
            assertOnlyToLookAt(open, "person");
            open.go("activity");
            open.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open"))
                    .first()
                    .click();
            open.settle();
            assertOnlyToLookAt(open, "call");
        }
    }

    @Test
    void withoutAConnectionItSaysWhoCanMakeOne() {
        try (var open = OpenPage.at(console, console.readOnlyLink(console.organization("Nothing yet")))) {
            open.settle();
            assertThat(open.page().getByText("No identity provider is connected yet"))
                    .isVisible();
            assertThat(open.button("Connect")).isHidden();
        }
    }

    private static void assertOnlyToLookAt(OpenPage open, String place) {
        assertThat(open.page().getByText("You can look at everything here and change nothing."))
                .isVisible();
        var acts = open.page().locator("button:visible").allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> !HARMLESS.contains(text))
                .toList();
        assertThat(acts).as(place).isEmpty();
        assertThat(open.page()
                        .locator("input[type=checkbox], input[type=number]")
                        .all())
                .as(place)
                .isEmpty();
        var violations = new AxeBuilder(open.page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml()))
                .as(place)
                .isEmpty();
    }
}
