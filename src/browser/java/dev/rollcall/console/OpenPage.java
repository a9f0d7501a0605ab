package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private OpenPage(BrowserContext context) {
        this.context = context;
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
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

    Page page() {
        return page;
    }

    /// Goes to a place, and waits until it has come.
    void go(String place) {
        page.evaluate("place => { location.hash = '#/' + place; }", place);
        page.waitForFunction(
                "place => document.querySelector('.places a[aria-current]')?.getAttribute('href') === '#/' + place.split('/')[0]",
                place);
        settle();
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
