package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An org admin says on the page what groups give, and sees who may do what, and what the last sync did.
@ExtendWith(Console.Shared.class)
class AccessIT {
    private final Console console;

    AccessIT(Console console) {
        this.console = console;
    }

    @Test
    void aGroupIsMappedAfterItsPreviewAndThePersonSaysWhy() {
        var organization = console.organization("Mapped");
        var provider = Provider.of(console, organization, "PingOne");
        var jane = provider.person("jane@example.com");
        provider.group("Sales", List.of(jane, provider.person("omar@example.com")));
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            addRoleAndTeam(open);
            open.go("groups");
            assertThat(open.page().getByText("not mapped", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            open.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Map Sales"))
                    .click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Role", new Locator.GetByLabelOptions().setExact(true))
                    .selectOption("Editor");
            dialog.getByLabel("Team").selectOption("Marketing");
            assertThat(dialog.getByText("For 2 people something changes:")).isVisible();
            open.shoot("map-preview");
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Map").setExact(true))
                    .click();
            assertThat(open.page().locator(".chip", new Page.LocatorOptions().setHasText("Editor in Marketing")))
                    .isVisible();

            open.go("people");
            open.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("jane@example.com"))
                    .click();

            assertThat(open.page().getByText("by group Sales")).isVisible();
            open.shoot("person");
            giveByHand(open);
        }
    }

    private static void addRoleAndTeam(OpenPage open) {
        open.go("access");
        open.button("Add a role").click();
        var dialog = open.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Editor");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).isHidden();
        open.button("Add a team").click();
        dialog.getByLabel("Name").fill("Marketing");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).isHidden();
    }

    private static void giveByHand(OpenPage open) {
        open.button("Give a role").click();
        var dialog = open.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Role", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("Editor");
        dialog.getByLabel("Team").selectOption("Marketing");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give a role"))
                .click();
        assertThat(dialog).isHidden();
        assertThat(open.page().getByText("by hand, by barbara@example.com")).isVisible();
    }

    @Test
    void whatTheSyncDidIsOnThePageWithinTwoSecondsAndAgreesWithTheClient() {
        var organization = console.organization("Synced");
        var provider = Provider.of(console, organization, "PingOne");
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            open.go("activity");
            assertThat(open.page().getByText("No calls")).isVisible();
            open.shoot("activity-nothing");

            var jane = provider.person("jane@example.com");
            provider.person("omar@example.com");
            provider.disable(jane);
            provider.refused();

            assertThat(open.page().locator("tbody .state-refused")).isVisible();
            assertThat(open.page().locator("rollcall-list tbody tr")).hasCount(4);
            var users = open.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Users"));
            assertThat(users).containsText("created2");
            assertThat(users).containsText("disabled1");
            assertThat(users).containsText("refused1");
            open.page().getByText("As PingOne counts").click();
            assertThat(open.page().locator(".pingone")).containsText("Unsynced");
            open.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open /scim/v2/Users"))
                    .click();
            assertThat(open.page().getByText("What was sent")).isVisible();
            assertThat(open.text()).contains("'userName' is required");
            open.shoot("refused-call");
        }
    }

    @Test
    void aPersonIsInvitedOnThePage() {
        try (var open = OpenPage.of(console, console.organization("Invited"))) {
            open.settle();
            open.go("people");
            open.button("Invite somebody").click();
            var dialog = open.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Account e-mail").fill("new@example.com");

            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Invite somebody"))
                    .click();

            assertThat(open.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("new@example.com")))
                    .isVisible();
            assertThat(open.page().locator(".state-invited")).isVisible();
        }
    }
}
