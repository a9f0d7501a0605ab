package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// An organization of ten thousand people, two thousand groups and a million calls.
@ExtendWith(Console.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyIT {
    private static final int PEOPLE = 10_000;
    private static final int GROUPS = 2_000;
    private static final int CALLS = 1_000_000;

    // What is drawn of a list: a screen, what is near it, and not more with each page.
    private static final int MOST_ROWS = 600;
    private static final int MOST_ELEMENTS = 6_000;

    private final Console console;
    private String organization = "";

    ManyIT(Console console) {
        this.console = console;
    }

    @BeforeAll
    void fill() {
        organization = console.organization("Many");
        var provider = Provider.of(console, organization, "PingOne");
        var user = UUID.fromString(provider.person("person-00000@example.com"));
        var group = UUID.fromString(provider.group("Group 00000", List.of(user.toString())));
        provider.role("Editor", "team");
        try (var database = console.database()) {
            var rows = new ManyRows(database, UUID.fromString(organization.replaceFirst(".*/", "")));
            rows.people(user, PEOPLE - 1);
            rows.groups(group, GROUPS - 1);
            rows.calls(provider.connection(), CALLS);
        }
    }

    @Test
    void tenThousandPeopleAreScrolledToTheEndAndLittleOfThemIsDrawn() {
        scrollsToTheEnd("people", PEOPLE, "10,000 entries");
    }

    @Test
    void twoThousandGroupsAreScrolledToTheEnd() {
        scrollsToTheEnd("groups", GROUPS, "2,000 entries");
    }

    private void scrollsToTheEnd(String place, int count, String said) {
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            open.go(place);
            open.inspect(place + "-many", List.of(Look.LIGHT, Look.DARK));
            var rows = open.page().locator("tbody tr:not([aria-hidden])");
            var most = new int[1];

            open.page()
                    .waitForCondition(
                            () -> {
                                open.page().mouse().wheel(0, 20_000);
                                most[0] = Math.max(most[0], rows.count());
                                return open.page().getByText(said).count() > 0;
                            },
                            new Page.WaitForConditionOptions().setTimeout(120_000));
            open.settle();

            assertThat(most[0]).isLessThan(MOST_ROWS);
            assertThat((Integer) open.page().evaluate("() => document.querySelectorAll('*').length"))
                    .isLessThan(MOST_ELEMENTS);
            assertThat(open.page().locator("tr[aria-rowindex='" + (count + 1) + "']"))
                    .hasCount(1);
            // And back to the beginning.
            open.page().keyboard().press("Home");
            assertThat(open.page().locator("tr[aria-rowindex='2']")).isVisible();
            assertThat(open.page().locator("table")).hasAttribute("aria-rowcount", Integer.toString(count + 1));
        }
    }

    @Test
    void theKeyboardGoesOnWhereMoreBegins() {
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            open.go("people");
            var link = open.page().locator("tr[aria-rowindex='30'] a");
            link.focus();
            var name = link.innerText();

            // What has the focus stays, however far away it is.
            open.page().waitForCondition(() -> {
                open.page().mouse().wheel(0, 20_000);
                return open.page().locator("tbody").count() > 6;
            });
            assertThat(open.page().locator(":focus")).hasText(name);

            open.button("Show more").focus();
            open.page().keyboard().press("Enter");

            assertThat(open.page().locator("tr:focus")).hasCount(1);
            open.page().keyboard().press("Tab");
            assertThat(open.page().locator("tbody tr a:focus")).hasCount(1);
        }
    }

    @Test
    void filtersAnswerAndTheChartShows() {
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            open.go("people");
            find(open, "person-07");
            assertThat(open.page().locator("tbody tr").first()).containsText("person-07");

            open.go("groups");
            find(open, "Group 0199");
            assertThat(open.page().locator("tbody tr")).hasCount(10);

            open.go("activity");
            assertThat(open.page().locator(".chart rect").first()).isVisible();
            assertThat(open.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Users")))
                    .containsText("142,857");
            open.inspect("activity-many", List.of(Look.LIGHT, Look.DARK, Look.FORCED, Look.PHONE));
            open.page().getByLabel("Result").selectOption("refused");
            find(open, "called-99");
            assertThat(open.page().locator("tbody .state-refused").first()).isVisible();
            assertThat(open.page().locator("tbody .state:not(.state-refused)")).hasCount(0);
            open.page().getByLabel("Result").selectOption("");
            find(open, "called-nobody");
            assertThat(open.page().getByText("Nothing fits")).isVisible();
        }
    }

    private static void find(OpenPage open, String text) {
        open.page().getByRole(AriaRole.SEARCHBOX).fill(text);
        open.page()
                .getByRole(AriaRole.SEARCH)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                .click();
        open.settle();
    }
}
