package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rollcall.scim.conformance.ScenarioClient;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From the link that the first run prints, without a shell, to somebody with a role, and a summary that agrees with
/// what the identity provider has counted. The identity provider is what is known of PingOne: its scenarios, with the
/// values that the page gives.
@ExtendWith(Console.Shared.class)
class WholeFlowIT {
    private final Console console;

    WholeFlowIT(Console console) {
        this.console = console;
    }

    @Test
    void fromThePrintedLinkToAPersonWithARoleAndASummaryThatAgrees() {
        try (var open = OpenPage.at(console, console.printedLink())) {
            open.settle();
            open.button("Make a bearer token").click();
            assertThat(open.field("Bearer token")).isVisible();
            var identifier = copied(open, "Unique identifier");
            var endpoint = copied(open, "Endpoint");
            var token = copied(open, "Bearer token");
            assertThat(identifier).isEqualTo("userName");

            var pingOne = new ScenarioClient(URI.create(endpoint), token);
            // PO-25 to PO-27 are about thousands of calls, and about the limits of other organizations.
            pingOne.runAll("PO-(?!2[567]).*");

            assertThat(open.page().getByText("Connected, last call")).isVisible();
            open.shoot("flow-1-connected");
            aGroupGivesARole(open);
            somebodyHasIt(open);
            theSummaryAgrees(open, pingOne);
        }
    }

    private static String copied(OpenPage open, String value) {
        open.button("Copy " + value).click();
        assertThat(open.page().locator(".announcer")).hasText(value + " copied");
        return (String) open.page().evaluate("() => navigator.clipboard.readText()");
    }

    private static void aGroupGivesARole(OpenPage open) {
        open.go("access");
        add(open, "Add a role", "Reviewer");
        add(open, "Add a team", "Brand");
        open.go("groups");
        open.page().getByRole(AriaRole.SEARCHBOX).fill("Sales");
        open.page()
                .getByRole(AriaRole.SEARCH)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                .click();
        open.settle();
        open.page()
                .locator("tbody tr:has(td:nth-child(2):text-is('2')) button:has-text('Map')")
                .first()
                .click();
        var dialog = open.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Role", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("Reviewer");
        dialog.getByLabel("Team").selectOption("Brand");
        assertThat(dialog.getByText("For 2 people something changes:")).isVisible();
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Map").setExact(true))
                .click();
        assertThat(dialog).isHidden();
        open.shoot("flow-2-mapped");
    }

    private static void add(OpenPage open, String button, String name) {
        open.button(button).click();
        var dialog = open.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(name);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).isHidden();
    }

    private static void somebodyHasIt(OpenPage open) {
        open.go("people");
        open.page().getByLabel("Role").selectOption("Reviewer");
        open.button("Show").click();
        open.settle();
        assertThat(open.page().locator("tbody tr")).hasCount(2);
        open.page().locator("tbody a").first().click();
        assertThat(open.page().getByText("by group Sales")).isVisible();
        assertThat(open.page().getByText("Reviewer in Brand")).isVisible();
        open.shoot("flow-3-person");
    }

    private static void theSummaryAgrees(OpenPage open, ScenarioClient pingOne) {
        open.go("activity");
        open.page().getByText("As PingOne counts").click();
        assertThat(count(open, ".pingone", "Impacted")).isEqualTo(pingOne.done("User") + pingOne.refused("User"));
        assertThat(count(open, ".pingone", "Failed")).isEqualTo(pingOne.refused("User"));
        assertThat(count(open, ".pingone", "Success")
                        + count(open, ".pingone", "Unsynced")
                        + count(open, ".pingone", "Partial Synced"))
                .isEqualTo(pingOne.done("User"));
        var groups = "section[aria-labelledby=sum-groups]";
        assertThat(count(open, groups, "refused")).isEqualTo(pingOne.refused("Group"));
        assertThat(count(open, groups, "created")
                        + count(open, groups, "updated")
                        + count(open, groups, "unchanged")
                        + count(open, groups, "deleted"))
                .isEqualTo(pingOne.done("Group"));
        open.shoot("flow-4-summary");
    }

    private static long count(OpenPage open, String place, String name) {
        var text = open.page()
                .locator(
                        place + " dl div",
                        new Page.LocatorOptions()
                                .setHas(open.page().getByText(name, new Page.GetByTextOptions().setExact(true))))
                .locator("dd")
                .innerText();
        return Long.parseLong(text.replace(",", ""));
    }
}
