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
    private static final List<String> PLACES = List.of("set-up", "credentials", "groups", "access", "people", "activity", "audit");
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>'\"&{{7*7}}\u202e${x}";
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
        var organization = console.organization(HOSTILE.replace("\u202e", ""));
        var connection = body(
                        console.operator()
                                .post(
                                        organization + "/connections",
                                        Map.of("name", HOSTILE.replace("\u202e", ""), "identityProvider", "other")),
                        201)
                .getString("id");
        body(
                console.operator()
                        .post(
                                organization + "/connections/" + connection + "/tokens",
                                Map.of("name", HOSTILE.replace("\u202e", ""))),
                201);
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            for (var place : PLACES) {
                open.go(place);
                assertThat(open.page().locator("main img").all()).isEmpty();
            }
            assertThat(open.text()).contains("<img src=x onerror=alert(1)>");
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
        var connection = body(
                        console.operator()
                                .post(
                                        organization + "/connections",
                                        Map.of("name", "PingOne", "identityProvider", "pingone")),
                        201)
                .getString("id");
        body(
                console.operator()
                        .post(organization + "/connections/" + connection + "/tokens", Map.of("name", "Production")),
                201);
        body(console.operator().post(organization + "/domains", Map.of("name", "waiting.example")), 201);
        return organization;
    }
}
