package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One call's page says what happened, what to change in which product, and whether it would be done now.
@ExtendWith(Console.Shared.class)
class CallIT {
    private static final Pattern ONE = Pattern.compile("/activity/[0-9a-f-]{36}$");
    private static final Pattern DRY_RUN = Pattern.compile("/activity/[0-9a-f-]{36}/dry-run$");
    private static final Pattern REPLAY = Pattern.compile("/activity/[0-9a-f-]{36}/replay$");
    private static final JsonObject TRIED = new JsonObject()
            .put("call", new JsonObject().put("method", "POST").put("path", "/scim/v2/Users"))
            .put("result", "created")
            .put("status", 201)
            .put("resourceType", "User")
            .put("name", "anna@example.com")
            .put(
                    "differences",
                    new JsonArray()
                            .add(new JsonObject().put("attribute", "userName").put("after", "anna@example.com"))
                            .add(new JsonObject()
                                    .put("attribute", "displayName")
                                    .put("before", "Anna")
                                    .put("after", "Anna Karenina <b>of a name that goes on and on</b>"))
                            .add(new JsonObject()
                                    .put("attribute", "emails[type eq \"work\"].value")
                                    .put("before", "anna@example.org")))
            .put("membersAdded", 0)
            .put("membersRemoved", 0)
            .put("tolerances", new JsonArray().add("url"));

    private final Console console;

    CallIT(Console console) {
        this.console = console;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pingone   | In PingOne: the rule, Attribute Mapping: Username goes to userName
            okta      | Unique identifier field for users is userName
            entra     | userPrincipalName goes to userName
            jumpcloud | In JumpCloud: the person needs a Username
            onelogin  | map scimusername to the e-mail
            google    | map Primary email to userName
            other     | map the name with which people sign in to userName
            """)
    void itSaysWhatToChangeInTheWordsOfTheProduct(String product, String advice) {
        var organization = console.organization("Advice");
        Provider.of(console, organization, product, product).refused();
        try (var open = opened(organization, ColorScheme.LIGHT)) {
            var said = open.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What to change"));

            assertThat(said).containsText(advice);
            assertThat(said).containsText("It is about userName");
            open.shoot("call-advice-" + product);
        }
    }

    @Test
    void whatIsToBeMendedHereLeadsThere() {
        var organization = console.organization("Seats");
        var provider = Provider.of(console, organization, "PingOne");
        body(console.operator().patch(organization + "/policies", Map.of("seatLimit", 1)), 200);
        provider.person("jane@example.com");
        provider.refused("omar@example.com", 403);
        try (var open = opened(organization, ColorScheme.LIGHT)) {
            var said = open.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What to change"));

            assertThat(said).containsText("Disable or remove somebody");
            said.getByRole(AriaRole.LINK).click();
            assertThat(open.page().locator(".places a[aria-current]")).hasText("People");
        }
    }

    @Test
    void idsAreCopiedWithOneClick() {
        var organization = console.organization("Copied");
        Provider.of(console, organization, "PingOne").refused();
        try (var open = opened(organization, ColorScheme.LIGHT)) {
            open.button("Copy Request id").click();

            assertThat(open.page().getByText("Request id copied")).isVisible();
            var copied = (String) open.page().evaluate("() => navigator.clipboard.readText()");
            assertThat(open.page().locator("rollcall-copy-text code").allInnerTexts())
                    .contains(copied);
        }
    }

    @Test
    void aCallThatWouldBeDoneNowIsTriedAndReplayed() {
        var organization = console.organization("Tried");
        var provider = Provider.of(console, organization, "PingOne");
        body(console.operator().patch(organization + "/policies", Map.of("seatLimit", 1)), 200);
        provider.person("jane@example.com");
        provider.refused("anna@example.com", 403);
        try (var open = opened(organization, ColorScheme.LIGHT)) {
            open.button("Dry run").click();
            assertThat(open.page().getByText("It would be refused again, with 403"))
                    .isVisible();
            body(console.operator().patch(organization + "/policies", Map.of("seatLimit", 9)), 200);

            open.page().waitForCondition(() -> {
                open.button("Dry run").click();
                open.settle();
                return open.page()
                        .getByText("It would create anna@example.com.")
                        .isVisible();
            });
            assertThat(open.page().locator("table.rows")).containsText("userName");
            assertThat(memberNames(organization)).containsExactly("jane@example.com");
            open.button("Replay").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("This will create anna@example.com.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replay"))
                    .click();

            assertThat(open.page().locator(".tried")).containsText("anna@example.com is created.");
            open.shoot("call-replayed");
            assertThat(memberNames(organization)).containsExactlyInAnyOrder("jane@example.com", "anna@example.com");
        }
    }

    @Test
    void aCallOfWhichNothingIsKeptSaysWhyItCannotBeTriedAgain() {
        var organization = console.organization("Not kept");
        var provider = Provider.of(console, organization, "PingOne");
        body(console.operator().patch(organization + "/policies", Map.of("refusedBodyDays", 0)), 200);
        provider.refused();
        try (var open = opened(organization, ColorScheme.LIGHT)) {
            assertThat(open.page().getByText("This call cannot be tried again:"))
                    .isVisible();
            assertThat(open.button("Dry run")).isHidden();
            assertThat(open.button("Replay")).isHidden();
        }
    }

    private List<String> memberNames(String organization) {
        return body(console.operator().get(organization + "/members"), 200).getJsonArray("items").stream()
                .map(member -> ((JsonObject) member).getString("userName"))
                .toList();
    }

    @Test
    void aDryRunTellsWhatAReplayIsGoingToDoBeforeItIsConfirmed() {
        var organization = console.organization("Replayed");
        Provider.of(console, organization, "PingOne").refused();
        try (var open = settled(organization, ColorScheme.LIGHT)) {
            answering(open);
            open(open);

            open.button("Dry run").click();

            assertThat(open.page().getByText("It would create anna@example.com."))
                    .isVisible();
            assertThat(open.page().locator("table.rows")).containsText("displayName");
            open.shoot("call-dry-run-light");

            open.button("Replay").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("This will create anna@example.com.");
            open.shoot("call-replay-confirm");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Replay"))
                    .click();

            assertThat(dialog).isHidden();
            assertThat(open.page().locator(".tried")).containsText("anna@example.com is created.");
            assertThat(open.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the new call")))
                    .hasAttribute("href", "#/activity/019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e");
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1280", "LIGHT, 320", "DARK, 320"})
    void itLooksLikeThisInTheDarkAndOnAPhone(ColorScheme scheme, int width) {
        var organization = console.organization("Looks");
        Provider.of(console, organization, "PingOne").refused();
        try (var open = settled(organization, scheme)) {
            open.width(width);
            answering(open);
            open(open);
            open.button("Dry run").click();
            assertThat(open.page().getByText("It would create anna@example.com."))
                    .isVisible();

            open.shoot("call-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
            assertThat(open.isTooWide()).isFalse();
            assertThat(violations(open)).isEmpty();
        }
    }

    private static List<String> violations(OpenPage open) {
        return new AxeBuilder(open.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private OpenPage settled(String organization, ColorScheme scheme) {
        var open = OpenPage.at(console, console.link(organization), scheme);
        open.settle();
        return open;
    }

    private static void open(OpenPage open) {
        open.go("activity");
        open.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open"))
                .first()
                .click();
        assertThat(open.page().getByText("← Activity")).isVisible();
        open.settle();
    }

    private OpenPage opened(String organization, ColorScheme scheme) {
        var open = settled(organization, scheme);
        open(open);
        return open;
    }

    // As the service answers where the call could be done now.
    private static void answering(OpenPage open) {
        open.page().route(ONE, route -> {
            var answer = new JsonObject(route.fetch().text());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(answer.put("replay", new JsonObject().put("possible", true))
                            .encode()));
        });
        open.page().route(DRY_RUN, route -> fulfil(route, TRIED.copy()));
        open.page().route(REPLAY, route -> {
            assertThat(route.request().headers()).containsKey("idempotency-key");
            fulfil(route, TRIED.copy().put("activityId", "019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e"));
        });
    }

    private static void fulfil(Route route, JsonObject answer) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(answer.encode()));
    }
}
