package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The page in a browser of its own. Whatever the browser complains of while it is open fails the test that closes it.
final class OpenPage implements AutoCloseable {
    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    // What a test that takes the service away, or has it refuse, is about.
    private static final List<String> EXPECTED =
            List.of("the server responded with a status of 4", "net::ERR_INTERNET_DISCONNECTED");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean isTolerant;

    private OpenPage(BrowserContext context) {
        this.context = context;
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (!isTolerant
                    && message.type().equals("error")
                    && EXPECTED.stream().noneMatch(message.text()::contains)) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /// Opens an address.
    static OpenPage at(Console console, String url) {
        return at(console, url, ColorScheme.LIGHT);
    }

    /// Opens an address in light or dark.
    static OpenPage at(Console console, String url, ColorScheme scheme) {
        return at(console, url, scheme, "en-GB");
    }

    /// Opens an address for somebody who reads this language.
    static OpenPage at(Console console, String url, ColorScheme scheme, String locale) {
        var opened = new OpenPage(console.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, HIGH)
                        .setLocale(locale)
                        .setColorScheme(scheme)));
        opened.page.navigate(url);
        return opened;
    }

    /// Lets an admin of an organization in.
    static OpenPage of(Console console, String organization) {
        return at(console, console.link(organization));
    }

    /// The same, where the browser is expected to complain of what the test does.
    OpenPage toleratingFailures() {
        isTolerant = true;
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Goes to a place, and waits until it has come.
    void go(String place) {
        turnTo(place);
        settle();
    }

    /// Goes to a place, and waits for nothing of it.
    void turnTo(String place) {
        page.evaluate("place => { location.hash = '#/' + place; }", place);
        page.waitForFunction(
                "place => document.querySelector('.places a[aria-current]')?.getAttribute('href') === '#/' + place.split('/')[0]",
                place);
    }

    /// Waits until nothing is loading.
    void settle() {
        page.waitForFunction("() => !document.querySelector('main .waiting, [aria-busy=true]')");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator field(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    /// What is to be read on it.
    String text() {
        return page.locator("body").innerText();
    }

    /// That whoever cannot see it, or use a mouse, finds nothing missing, as far as axe can tell.
    void checkForEverybody(String what) {
        check(what, axe().withTags(TAGS));
    }

    // It has no frames that it would have to look into.
    private AxeBuilder axe() {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static void check(String what, AxeBuilder axe) {
        assertThat(axe.analyze().getViolations())
                .as(what)
                .extracting(
                        Rule::getId,
                        Rule::getHelp,
                        rule -> rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /// Keeps what it looks like in each look, and checks it in those.
    void inspect(String name, List<Look> looks) {
        for (var look : looks) {
            look.takeOn(page);
            shoot(name + "-" + look.keyword());
            assertThat(isTooWide()).as(name + " " + look).isFalse();
            if (look == Look.LIGHT) {
                checkForEverybody(name);
            } else if (look != Look.PHONE) {
                check(name + " " + look, axe().withRules(List.of("color-contrast")));
            }
        }
        Look.LIGHT.takeOn(page);
    }

    /// Keeps what it looks like.
    void shoot(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pages", name + ".png")));
    }

    /// Makes it as wide as a phone or a wall.
    void width(int pixels) {
        page.setViewportSize(pixels, HIGH);
    }

    /// Whether one has to scroll sideways.
    boolean isTooWide() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth");
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
