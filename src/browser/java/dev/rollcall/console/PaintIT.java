package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitUntilState.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// How the page comes: with little, at once, and without anything that moves when more is there.
@ExtendWith(Console.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaintIT {
    /// Of the window, by how far what is seen moves (Layout Instability).
    private static final double MOST_SHIFT = 0.01;

    private static final int MOST_BYTES = 110_000;
    private static final int MOST_REQUESTS = 52;

    private static final String ALL = "performance.getEntriesByType('resource')";
    private static final String FILES = ALL + ".filter(e => e.name.includes('/console/'))";

    private static final String WATCH = """
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(e => shifts.push({ value: e.value,
              what: e.sources.map(s => s.node?.className || s.node?.nodeName || '').join(' ') })))
              .observe({ type: 'layout-shift', buffered: true });""";

    private final Console console;
    private Places places = new Places("", "", "");

    PaintIT(Console console) {
        this.console = console;
    }

    @BeforeAll
    void furnish() {
        places = Places.furnished(console, "Paint");
    }

    @Test
    void nothingMovesWhileAPlaceComes() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();
            open.page().addInitScript(WATCH);
            places.pages().forEach((name, place) -> {
                for (var look : new Look[] {Look.LIGHT, Look.PHONE}) {
                    look.takeOn(open.page());
                    open.page().navigate(console.origin() + "/console#/" + place);
                    open.page().reload();
                    open.page().waitForSelector(".places");
                    open.settle();
                    // What is shifted is told with the frame after it.
                    open.page()
                            .evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))");
                    var shift = (Number) open.page().evaluate("() => shifts.reduce((all, one) => all + one.value, 0)");
                    assertThat(shift.doubleValue())
                            .as(name + " " + look + " " + open.page().evaluate("() => JSON.stringify(shifts)"))
                            .isLessThanOrEqualTo(MOST_SHIFT);
                }
            });
        }
    }

    @Test
    void whatIsNeededToPaintIsLittleAndOwn() {
        try (var open = OpenPage.of(console, places.organization())) {
            open.settle();

            assertThat(number(open, "performance.getEntriesByName('first-contentful-paint').length"))
                    .isEqualTo(1);
            assertThat(number(open, ALL + ".filter(e => !e.name.startsWith(location.origin)).length"))
                    .isZero();
            assertThat(number(open, FILES + ".length")).isPositive().isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(number(open, FILES + ".reduce((sum, e) => sum + e.encodedBodySize, 0)"))
                    .isPositive()
                    .isLessThan(MOST_BYTES);
        }
    }

    private static int number(OpenPage open, String expression) {
        return (Integer) open.page().evaluate("() => " + expression);
    }

    @Test
    void somethingIsPaintedBeforeAnyModuleIsThere() {
        try (var open = OpenPage.at(console, console.origin() + "/console")) {
            assertThat(open.page().locator("main h1")).isVisible();
            open.page().route("**/*.js", _ -> {});

            open.page().navigate(console.origin() + "/console?again", new Page.NavigateOptions().setWaitUntil(COMMIT));

            assertThat(open.page().locator("main .waiting")).isVisible();
            open.page().waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length === 1");
        }
    }

    @Test
    void noModuleIsLearntOfFromAnother() {
        var page = console.nobody().get("/console").text();
        try (var open = OpenPage.at(console, console.origin() + "/console")) {
            open.page().waitForSelector("main h1");

            var modules = (List<?>)
                    open.page()
                            .evaluate(
                                    "() => performance.getEntriesByType('resource').map(e => new URL(e.name).pathname).filter(name => name.endsWith('.js'))");

            assertThat(modules)
                    .isNotEmpty()
                    .allSatisfy(module ->
                            assertThat(page).contains(module.toString().substring(1)));
        }
    }
}
