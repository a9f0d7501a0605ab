package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds in every place of the page.
@ExtendWith(Console.Shared.class)
class PlacesIT {
    private static final List<String> PLACES =
            List.of("set-up", "credentials", "groups", "access", "people", "activity", "audit");
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>'\"&{{7*7}}${x}";
    private static final int PHONE = 320;
    private static final int WALL = 2_560;

    private final Console console;

    PlacesIT(Console console) {
        this.console = console;
    }

    static Stream<Arguments> placesAndSchemes() {
        return PLACES.stream()
                .flatMap(place ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(place, scheme)));
    }

    @ParameterizedTest
    @MethodSource("placesAndSchemes")
    void everybodyCanUseIt(String place, ColorScheme scheme) {
        try (var open = OpenPage.at(console, console.link(furnished("Everybody")), scheme)) {
            open.settle();
            open.go(place);

            var violations =
                    new AxeBuilder(open.page()).withTags(TAGS).analyze().getViolations();

            open.shoot(place + "-" + scheme.name().toLowerCase(Locale.ROOT));
            assertThat(violations)
                    .extracting(
                            Rule::getId,
                            Rule::getHelp,
                            rule -> rule.getNodes().getFirst().getHtml())
                    .isEmpty();
        }
    }

    @Test
    void nothingIsCutOffFromAPhoneToAWall() {
        try (var open = OpenPage.of(console, furnished("Wide"))) {
            open.settle();
            for (var place : PLACES) {
                open.go(place);
                for (var width : List.of(PHONE, WALL)) {
                    open.width(width);
                    assertThat(open.isTooWide()).as(place + " at " + width).isFalse();
                    open.shoot(place + "-" + width);
                }
                open.width(1280);
            }
        }
    }

    @Test
    void whatProvidersAndPeopleCallThingsIsTextAndNeverMarkup() {
        var organization = console.organization(HOSTILE);
        var provider = Provider.of(console, organization, HOSTILE);
        var person = provider.person(HOSTILE + "@example.com");
        provider.group(HOSTILE, List.of(person));
        provider.refused();
        provider.role(HOSTILE, "team");
        provider.team(HOSTILE);
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            for (var place : Stream.concat(PLACES.stream(), Stream.of("people/" + person))
                    .toList()) {
                open.go(place);
                assertThat(open.page().locator("main img").all()).as(place).isEmpty();
            }
            assertThat(open.text()).contains(HOSTILE);
        }
    }

    @Test
    void aListOfThousandsGoesOnWhereItEnds() {
        var organization = console.organization("Many");
        var provider = Provider.of(console, organization, "PingOne");
        provider.people(120);
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            open.go("people");
            assertThat(open.page().locator("tbody tr")).hasCount(50);

            open.page().waitForCondition(() -> {
                open.page().mouse().wheel(0, 100_000);
                return open.page().locator("tbody tr").count() == 120;
            });

            assertThat(open.page().getByText("person-0@example.com").first()).isVisible();
        }
    }

    @Test
    void germanIsWholeAsWell() {
        var organization = furnished("Deutsch");
        try (var open = OpenPage.at(console, console.link(organization), ColorScheme.LIGHT, "de-DE")) {
            open.settle();
            for (var place : PLACES) {
                open.go(place);
                assertThat(open.text()).contains("Abmelden").doesNotContain("Loading", "Show more", "Sign out");
                // The key of a text that is missing.
                assertThat(open.text()).doesNotContainPattern("\\b[a-z]+\\.[a-z]+[A-Z][a-zA-Z]+\\b");
                open.shoot(place + "-de");
            }
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (var open = OpenPage.of(console, console.organization("Keyboard"))) {
            open.settle();
            var keyboard = open.page().keyboard();
            keyboard.press("Tab");
            assertThat(open.page().locator(":focus")).hasText("Go to the content");
            keyboard.press("Enter");
            tabTo(open, "Identity provider");
            tabTo(open, "Connect");
            keyboard.press("Enter");
            assertThat(open.page().getByText("Waiting for the first call")).isVisible();
            tabTo(open, "Make a bearer token");
            keyboard.press("Enter");
            assertThat(open.field("Bearer token")).hasValue(java.util.regex.Pattern.compile("ey.+"));
            tabTo(open, "Copy Bearer token");
            keyboard.press("Enter");
            assertThat((String) open.page().evaluate("() => navigator.clipboard.readText()"))
                    .startsWith("ey");
        }
    }

    private static void tabTo(OpenPage open, String name) {
        for (var presses = 0; presses < 40; presses++) {
            open.page().keyboard().press("Tab");
            var focused = (String)
                    open.page()
                            .evaluate(
                                    "() => { const e = document.activeElement; return e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText; }");
            if (name.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not come to " + name);
    }

    private String furnished(String name) {
        var organization = console.organization(name);
        var provider = Provider.of(console, organization, "PingOne");
        var people = List.of(provider.person("jane@example.com"), provider.person("omar@example.com"));
        provider.group("Sales", people);
        provider.group("Nobody", List.of());
        provider.refused();
        provider.role("Editor", "team");
        provider.team("Marketing");
        body(console.operator().post(organization + "/invitations", Map.of("email", "invited@example.com")), 201);
        body(console.operator().post(organization + "/domains", Map.of("name", "waiting.example")), 201);
        return organization;
    }
}
