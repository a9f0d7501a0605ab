package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What takes something away says from how many people before it does so, and can be undone where anything can.
@ExtendWith(Console.Shared.class)
class UndoIT {
    private final Console console;

    UndoIT(Console console) {
        this.console = console;
    }

    @Test
    void aGroupThatGivesNothingAnyMoreGivesItAgain() {
        var organization = console.organization("Unmapped");
        var provider = furnished(organization);
        try (var open = settled(organization)) {
            open.go("groups");
            open.button("Take Editor away from Sales").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("For 2 people something changes:");
            open.shoot("unmap-confirm");
            accept(dialog, "Take away");
            assertThat(open.page().getByText("not mapped", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            open.shoot("undo-light");

            undo(open);

            assertThat(open.page().locator(".chip", new Page.LocatorOptions().setHasText("Editor in Marketing")))
                    .isVisible();
            assertThat(roles(organization, provider.jane())).containsExactly("Editor");
        }
    }

    @Test
    void aRoleThatWasTakenIsGivenAgainByTheKeyboard() {
        var organization = console.organization("Taken");
        var provider = furnished(organization);
        var path = organization + "/members/" + provider.jane();
        body(
                console.operator().post(path + "/grants", Map.of("roleId", provider.role(), "teamId", provider.team())),
                201);
        try (var open = settled(organization)) {
            open.go("people/" + provider.jane());
            open.button("Take away Editor").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("jane@example.com keeps this by something else: Editor in Marketing");
            accept(dialog, "Take away");
            assertThat(open.page().getByText("Given by hand")).isHidden();
            assertThat(dialog).isHidden();
            assertThat(open.page().locator(".undo-acts")).isVisible();

            open.page().keyboard().press("Control+z");

            assertThat(open.page().getByText("Given by hand")).isVisible();
            assertThat(open.page().locator(".undo-acts")).isHidden();
        }
    }

    @Test
    void aConnectionThatIsPausedGoesOn() {
        var organization = console.organization("Paused");
        furnished(organization);
        try (var open = settled(organization)) {
            open.go("credentials");
            open.button("Pause PingOne").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("For 2 people nothing follows the identity provider any more");
            open.shoot("pause-confirm");
            accept(dialog, "Pause");
            assertThat(open.page().locator(".state-connection-paused")).isVisible();
            assertThat(state(organization)).isEqualTo("paused");

            undo(open);

            assertThat(open.page().locator(".state-connection-on")).isVisible();
            assertThat(state(organization)).isEqualTo("on");
        }
    }

    @Test
    void aTokenThatIsRevokedSaysThatNothingBringsItBack() {
        var organization = console.organization("Revoked");
        furnished(organization);
        try (var open = settled(organization)) {
            open.go("credentials");
            open.button("Revoke").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("2 people and all groups stay as they are");
            assertThat(dialog).containsText("it cannot be brought back");
            accept(dialog, "Revoke");

            assertThat(open.page().locator(".state-revoked")).isVisible();
            assertThat(open.page().locator(".undo-acts")).isHidden();
        }
    }

    @Test
    void aDefaultSaysWhoLosesItAndComesBack() {
        var organization = console.organization("Default");
        var provider = furnished(organization);
        var omar = provider.provider().person("omar-too@example.com");
        var choice = Map.of("roleId", provider.role(), "teamId", provider.team());
        body(console.operator().put(organization + "/default", choice), 200);
        try (var open = settled(organization)) {
            open.go("access");
            open.button("Remove The organization").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("1 person loses what it gives.");
            open.shoot("default-confirm");
            accept(dialog, "Remove");
            assertThat(open.page().getByText("Default removed: The organization"))
                    .isVisible();
            assertThat(roles(organization, omar)).isEmpty();

            undo(open);

            assertThat(open.page().getByText("It is as it was before")).isVisible();
            assertThat(roles(organization, omar)).containsExactly("Editor");
        }
    }

    @Test
    void aRoleThatSomebodyHasSaysSoBeforeItIsRemoved() {
        var organization = console.organization("Used");
        furnished(organization);
        try (var open = settled(organization)) {
            open.go("access");
            open.button("Remove Editor").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("2 people have it: it cannot be removed before that ends.");
            accept(dialog, "Remove");
            assertThat(dialog).containsText("The role is in use by 1 group mapping");
        }
    }

    @Test
    void aPolicyIsPutBackAndWhatIsGoneForGoodIsAskedFor() {
        var organization = console.organization("Policy");
        furnished(organization);
        try (var open = settled(organization)) {
            open.go("access");
            open.page()
                    .getByLabel("People with addresses outside of the claimed domains")
                    .selectOption("enforce");
            assertThat(open.page().locator(".undo")).containsText("Saved: People with addresses outside");
            undo(open);
            assertThat(open.page().getByLabel("People with addresses outside of the claimed domains"))
                    .hasValue("off");
            assertThat(policies(organization).getString("domainPolicy")).isEqualTo("off");

            var days = open.page().getByLabel("Days for which the activity is kept");
            days.fill("30");
            days.press("Tab");
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("As of now no call is removed by it.");
            assertThat(dialog).containsText("This cannot be undone.");
            assertThat(policies(organization).getInteger("activityDays")).isEqualTo(90);
            open.shoot("policy-confirm");
            accept(dialog, "Save");
            assertThat(dialog).isHidden();
            assertThat(days).hasValue("30");
        }
    }

    @Test
    void somebodyWhomNoProviderHasIsDisabledAndEnabledAndRemoved() {
        var organization = console.organization("Disabled");
        furnished(organization);
        var guest = body(
                        console.operator()
                                .post(
                                        organization + "/members",
                                        Map.of("email", "guest@example.com", "name", "A guest")),
                        201)
                .getString("id");
        try (var open = settled(organization)) {
            open.go("people/" + guest);
            open.button("Disable").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("1 person, A guest, can no longer sign in");
            accept(dialog, "Disable");
            assertThat(open.page().locator("h2 .state-inactive")).isVisible();

            undo(open);

            assertThat(open.page().locator("h2 .state-active")).isVisible();
            open.shoot("person-guest");
            open.button("Remove").click();
            assertThat(dialog).containsText("This cannot be undone.");
            accept(dialog, "Remove");
            assertThat(open.page().getByText("A guest is removed")).isVisible();
            assertThat(console.operator()
                            .get(organization + "/members/" + guest)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoIsSignedOutIsOut() {
        var organization = console.organization("Out");
        furnished(organization);
        try (var other = settled(organization);
                var open = settled(organization)) {
            open.go("access");
            var signOut = open.page().locator("rollcall-sessions button");
            assertThat(signOut).hasCount(1);
            signOut.click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("1 person, Barbara, is signed out");
            accept(dialog, "Sign out");
            assertThat(signOut).hasCount(0);

            assertThat(other.page().getByText("Your session has ended")).isVisible();
        }
    }

    @Test
    void theOfferStaysWhileSomebodyIsAtItAndGoesWhenNobodyIs() {
        var organization = console.organization("Stays");
        furnished(organization);
        try (var open = OpenPage.at(console, console.link(organization), ColorScheme.DARK)) {
            open.page().clock().install();
            open.settle();
            open.go("groups");
            open.button("Take Editor away from Sales").click();
            accept(open.page().getByRole(AriaRole.DIALOG), "Take away");
            var region = open.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Undo"));
            assertThat(region).isVisible();
            open.shoot("undo-dark");
            region.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                    .focus();

            open.page().clock().runFor(120_000);
            assertThat(region).isVisible();

            open.page().locator("main").focus();
            open.page().clock().runFor(60_000);
            assertThat(region).isHidden();
        }
    }

    @Test
    void whatTakesLongCanBeLeftAndSaysWhenItIsDone() {
        var organization = console.organization("Long");
        furnished(organization);
        try (var open = settled(organization)) {
            open.go("groups");
            open.page()
                    .evaluate(
                            "() => { const sent = fetch; const free = new Promise((go) => { window.go = go; });"
                                    + " window.fetch = (at, how) => (how?.method === 'DELETE' ? free : Promise.resolve()).then(() => sent(at, how)); }");
            open.button("Take Editor away from Sales").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            accept(dialog, "Take away");
            open.button("Leave it running").click();
            assertThat(dialog).isHidden();

            open.page().evaluate("() => window.go()");

            assertThat(open.page().locator(".undo")).containsText("Sales gives Editor no more");
        }
    }

    private record Furnished(Provider provider, String jane, String role, String team) {}

    /// Two people in a group that makes them editors of a team.
    private Furnished furnished(String organization) {
        var provider = Provider.of(console, organization, "PingOne");
        var jane = provider.person("jane@example.com");
        var group = provider.group("Sales", List.of(jane, provider.person("omar@example.com")));
        provider.role("Editor", "team");
        provider.team("Marketing");
        var role = first(organization + "/roles");
        var team = first(organization + "/teams");
        body(
                console.operator()
                        .post(organization + "/mappings", Map.of("groupId", group, "roleId", role, "teamId", team)),
                201);
        return new Furnished(provider, jane, role, team);
    }

    private String first(String list) {
        return body(console.operator().get(list), 200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private JsonObject policies(String organization) {
        return body(console.operator().get(organization + "/policies"), 200);
    }

    private String state(String organization) {
        return body(console.operator().get(organization + "/connections"), 200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("state");
    }

    private List<String> roles(String organization, String person) {
        return body(console.operator().get(organization + "/members/" + person), 200)
                .getJsonObject("member")
                .getJsonArray("grants")
                .stream()
                .map(grant -> ((JsonObject) grant).getJsonObject("role").getString("name"))
                .toList();
    }

    private OpenPage settled(String organization) {
        var open = OpenPage.of(console, organization);
        open.settle();
        return open;
    }

    private static void accept(Locator dialog, String action) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(action).setExact(true))
                .click();
    }

    private static void undo(OpenPage open) {
        open.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Undo"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();
    }
}
