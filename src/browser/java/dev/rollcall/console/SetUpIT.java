package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An org admin connects an identity provider on the page.
@ExtendWith(Console.Shared.class)
class SetUpIT {
    private static final int TWO_SECONDS = 2_000;

    // The look at the service, and the note of the use, which comes a moment after it.
    private static final int SOON = TWO_SECONDS + 1_000;

    private final Console console;

    SetUpIT(Console console) {
        this.console = console;
    }

    @Test
    void theFirstCallOfPingOneIsOnThePageWithinTwoSeconds() {
        var organization = console.organization("First call");
        try (var open = OpenPage.of(console, organization)) {
            open.page().getByLabel("Identity provider").selectOption("pingone");
            open.shoot("set-up-nothing");
            open.button("Connect").click();
            assertThat(open.page().getByText("Waiting for the first call")).isVisible();
            open.button("Make a bearer token").click();
            var token = open.field("Bearer token").inputValue();
            open.shoot("set-up-token");
            assertThat(open.field("Unique identifier")).hasValue("userName");
            assertThat(open.field("Endpoint")).hasValue(console.origin() + "/scim/v2");

            body(console.nobody().bearer(token).with("User-Agent", "PingOne").get("/scim/v2/Users?count=1"), 200);

            assertThat(open.page().getByText("Connected, last call"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON));
            open.shoot("set-up-connected");
            open.go("credentials");
            assertThat(open.page()
                            .getByText("PingOne 127.0.0.1")
                            .or(open.page().getByText("PingOne 0:0"))
                            .first())
                    .isVisible();
            open.go("audit");
            assertThat(open.text()).contains("Connection added: PingOne", "Token made:", "barbara@example.com");
            assertThat(open.text()).doesNotContain(token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingone", "okta", "entra", "jumpcloud", "onelogin", "google", "other"})
    void eachIdentityProviderHasItsSteps(String provider) {
        var organization = console.organization("Steps");
        body(
                console.operator()
                        .post(organization + "/connections", Map.of("name", "One", "identityProvider", provider)),
                201);
        try (var open = OpenPage.of(console, organization)) {
            var steps = open.page().locator(".steps li");
            assertThat(steps.first()).isVisible();

            assertThat(steps.allInnerTexts()).isNotEmpty().noneMatch(step -> step.startsWith("steps."));
            open.shoot("set-up-" + provider);
        }
    }

    @Test
    void aValueIsCopiedWithOneClickAndThePageSaysSo() {
        try (var open = OpenPage.of(console, console.organization("Copy"))) {
            open.button("Connect").click();

            open.button("Copy Endpoint").click();

            assertThat(open.page()
                            .getByRole(AriaRole.STATUS)
                            .filter(new Locator.FilterOptions().setHasText("Endpoint copied")))
                    .isVisible();
            assertThat(open.page().evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo(console.origin() + "/scim/v2");
        }
    }
}
