package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each place while it has nothing, is on its way, fails, cannot reach the service, and when the session ends.
@ExtendWith(Console.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesIT {
    private static final String API = "**/api/v1/**";
    // Some of them go by themselves.
    private static final String TRY_AGAIN =
            "() => document.querySelectorAll('main [role=alert] button').forEach(button => button.click())";

    private static final String LOST = "The service cannot be reached";
    private static final List<Look> LOOKS = List.of(Look.LIGHT, Look.DARK, Look.PHONE);

    private final Console console;
    private Places places = new Places("", "", "");

    StatesIT(Console console) {
        this.console = console;
    }

    @BeforeAll
    void furnish() {
        places = Places.furnished(console, "States");
    }

    @Test
    void whereThereIsNothingItSaysWhatComesHere() {
        try (var open = OpenPage.of(console, console.organization("Empty"))) {
            open.settle();
            for (var place : Places.ALL) {
                open.go(place);
                assertThat(open.page().locator("main h1")).hasCount(1);
                open.inspect(place + "-empty", LOOKS);
            }
        }
    }

    @Test
    void whatIsOnItsWayIsSaidToBe() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("audit");
            open.page().route(API, _ -> {});
            for (var place : Places.ALL) {
                open.turnTo(place.equals("audit") ? "people" : "audit");
                open.turnTo(place);
                assertThat(open.page().locator("main .waiting").first()).hasText("Loading …");
                open.inspect(place + "-loading", LOOKS);
            }
        }
    }

    @Test
    void whatFailsSaysSoAndIsTriedAgain() {
        try (var open = OpenPage.of(console, places.organization()).toleratingFailures()) {
            open.settle();
            open.go("audit");
            for (var place : Places.ALL) {
                open.go(place.equals("audit") ? "people" : "audit");
                open.page().route(API, route -> answer(route, 500, "internal", "Something went wrong here."));
                open.turnTo(place);
                assertThat(open.page().locator("main [role=alert]").first()).containsText("Something went wrong here.");
                assertThat(open.page().locator("main [role=alert]").first()).containsText("request-of-the-test");
                open.inspect(place + "-failed", LOOKS);
                open.page().unroute(API);

                open.page().waitForCondition(() -> {
                    open.page().evaluate(TRY_AGAIN);
                    return open.page().locator("main [role=alert]").count() == 0;
                });

                open.settle();
            }
        }
    }

    private static void answer(Route route, int status, String kind, String detail) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(
                        "{\"type\":\"urn:rollcall:problem:%s\",\"status\":%d,\"detail\":\"%s\",\"requestId\":\"request-of-the-test\"}"
                                .formatted(kind, status, detail)));
    }

    @Test
    void withoutTheServiceItSaysSoKeepsWhatItShowsAndGoesOnByItself() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            var lost = open.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(LOST));
            for (var place : Places.ALL) {
                open.go(place);
                var shown = open.page().locator("main").innerText();

                open.context().setOffline(true);

                assertThat(lost).isVisible();
                assertThat(open.page().locator("main").innerText()).isEqualTo(shown);
                open.inspect(place + "-offline", LOOKS);
                // To another place, of which there is nothing yet.
                var other = place.equals("audit") ? "people" : "audit";
                open.turnTo(other);
                assertThat(open.page().locator("main .waiting").first()).isVisible();
                open.context().setOffline(false);
                assertThat(lost).isHidden();
                open.settle();
                assertThat(open.page().locator("main tbody tr").first()).isVisible();
                assertThat(open.page().getByText("The service is back.")).isVisible();
            }
        }
    }

    @Test
    void aLinkThatIsOpenedWithoutTheServiceWorksWhenItIsBack() {
        try (var open = OpenPage.at(console, console.origin() + "/console").toleratingFailures()) {
            assertThat(open.page().getByText("Open this page from your product"))
                    .isVisible();
            var link = console.link(places.organization());
            open.page().route(API, Route::abort);
            open.page().navigate(link.replaceFirst("#.*", "?again"));
            open.page().navigate(link);
            assertThat(open.page().getByText(LOST)).isVisible();
            open.inspect("offline", LOOKS);

            open.page().unroute(API);

            assertThat(open.page().locator("main h1")).hasText("Set up");
        }
    }

    @Test
    void inWhateverPlaceTheSessionEndsThePageSaysSo() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            for (var place : Places.ALL) {
                open.go(place);
                open.page().route(API, route -> answer(route, 401, "unauthenticated", "There is no session."));

                open.page()
                        .evaluate(
                                "place => { location.hash = '#/' + place; }",
                                place.equals("audit") ? "people" : "audit");

                assertThat(open.page().locator("main h1")).hasText("Your session has ended");
                assertThat(open.page().locator("main")).isFocused();
                open.page().unroute(API);
                open.page().reload();
                open.settle();
            }
        }
    }

    @Test
    void aQuestionThatIsOpenWhenTheSessionEndsIsClosed() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("people");
            open.button("Invite somebody").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Account e-mail").fill("late@example.com");
            open.page().route(API, route -> answer(route, 401, "unauthenticated", "There is no session."));

            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite somebody"))
                    .click();

            assertThat(open.page().locator("main h1")).hasText("Your session has ended");
            assertThat(dialog).isHidden();
        }
    }

    @Test
    void whatIsRefusedIsSaidAtTheField() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("access");
            open.page()
                    .getByLabel("Domain", new Page.GetByLabelOptions().setExact(true))
                    .fill("com");
            open.button("Claim").click();
            refusedAt(
                    open, open.page().getByLabel("Domain", new Page.GetByLabelOptions().setExact(true)), "two labels");
            open.inspect("access-refused", LOOKS);

            open.button("Add a role").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Name").fill(" ");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
            refusedAt(open, dialog.getByLabel("Name"), "1 to 200 characters");
            open.inspect("dialog-refused", LOOKS);

            // What is wrong with all of it, and not with a field.
            dialog.getByLabel("Name").fill("Editor");
            assertThat(dialog.locator(".field-refused")).hasCount(0);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("already has a role 'Editor'");
        }
    }

    private static void refusedAt(OpenPage open, Locator field, String text) {
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).isFocused();
        assertThat(open.page().locator("#" + field.getAttribute("aria-describedby")))
                .containsText(text);
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsShownAndNotOverwritten() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("access");
            console.operator().patch(places.organization() + "/policies", Map.of("activityDays", 33));
            var groupsOnly = open.page().getByLabel("Roles come from groups only");

            groupsOnly.click();

            assertThat(open.page().locator("main [role=alert]").first()).isVisible();
            assertThat(open.page().getByLabel("Days for which the activity is kept"))
                    .hasValue("33");
            assertThat(groupsOnly).not().isChecked();
            groupsOnly.click();
            assertThat(open.page().locator("main [role=alert]")).hasCount(0);
            assertThat(groupsOnly).isChecked();
            groupsOnly.click();
        }
    }
}
