package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// What holds in every place of the page that has something in it.
@ExtendWith(Console.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesIT {
    private static final int HALF_OF_A_SCREEN = 640;
    private static final int WALL = 2_560;

    private final Console console;
    private Places places = new Places("", "", "");

    PlacesIT(Console console) {
        this.console = console;
    }

    @BeforeAll
    void furnish() {
        places = Places.furnished(console, "Acme");
    }

    @Test
    void everybodyCanUseItInLightDarkForcedColoursAndOnAPhone() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            places.pages().forEach((name, place) -> {
                open.go(place);
                open.inspect(name, List.of(Look.values()));
            });
        }
    }

    @Test
    void nothingIsCutOffAtTwiceTheSizeOrOnAWall() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            places.pages().forEach((name, place) -> {
                open.go(place);
                for (var width : List.of(HALF_OF_A_SCREEN, WALL)) {
                    open.width(width);
                    assertThat(open.isTooWide()).as(name + " at " + width).isFalse();
                    open.shoot(name + "-" + width);
                }
            });
        }
    }

    @Test
    void nothingMovesForWhomItMustNot() {
        try (var open = OpenPage.of(console, console.organization("Calm"))) {
            open.settle();
            open.button("Connect").click();
            assertThat(open.page().getByText("Waiting for the first call")).isVisible();
            assertThat(moving(open)).isPositive();

            open.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

            assertThat(moving(open)).isZero();
        }
    }

    private static int moving(OpenPage open) {
        return (Integer) open.page().evaluate("() => document.getAnimations().length");
    }

    @Test
    void namesFromRightToLeftLeaveTheTextAroundThemAlone() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("groups");
            var name = open.page().locator("bdi", new Page.LocatorOptions().setHasText("מכירות (Sales)"));
            assertThat(name).hasCSS("unicode-bidi", "isolate");

            open.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Map מכירות"))
                    .click();

            var title = open.page().getByRole(AriaRole.DIALOG).locator("h2");
            assertThat(title.innerText()).isEqualTo("Map \u2068מכירות (Sales)\u2069");
            open.shoot("right-to-left");
        }
    }

    @Test
    void thePlaceIsInTheTitleOfTheWindow() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("people");

            assertThat(open.page()).hasTitle("People – Access & provisioning");
        }
    }

    @Test
    void germanIsWholeAsWell() {
        try (var open = OpenPage.at(console, console.link(places.organization()), ColorScheme.LIGHT, "de-DE")) {
            open.settle();
            for (var place : Places.ALL) {
                open.go(place);
                assertThat(open.text()).contains("Abmelden").doesNotContain("Loading", "Show more", "Sign out");
                // The key of a text that is missing.
                assertThat(open.text()).doesNotContainPattern("\\b[a-z]+\\.[a-z]+[A-Z][a-zA-Z]+\\b");
                open.shoot(place + "-de");
            }
            assertThat(keys(open, "de")).isEqualTo(keys(open, "en"));
        }
    }

    private static Object keys(OpenPage open, String language) {
        return open.page()
                .evaluate(
                        "async language => Object.keys((await import(document.querySelector('script').src.replace('page.js', `texts/${language}.js`))).default).sort()",
                        language);
    }

    @Test
    void whateverWasChangedHasItsWordsInTheAudit() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("audit");

            assertThat(open.page().locator("tbody tr td:nth-child(3)").allInnerTexts())
                    .hasSizeGreaterThan(8)
                    .noneMatch(text -> text.matches("[a-z-]+[.][a-z-]+ .*"));
        }
    }

    @Test
    void whoFindsNothingIsToldThatNothingFits() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.go("people");
            open.page().getByRole(AriaRole.SEARCHBOX).fill("nobody-of-this-name");

            open.page()
                    .getByRole(AriaRole.SEARCH)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show"))
                    .click();

            assertThat(open.page().getByText("Nothing fits")).isVisible();
            open.inspect("people-nothing-fits", List.of(Look.LIGHT, Look.DARK));
        }
    }
}
