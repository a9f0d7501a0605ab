package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The way from the set-up link to a person with a role, by the keyboard alone.
@ExtendWith(Console.Shared.class)
class KeyboardIT {
    private static final int MOST_PRESSES = 60;
    private static final String NAME = """
            () => { const e = document.activeElement;
              return (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText).replace(/\\s+/g, ' ').trim(); }""";

    /// Whoever cannot point has to see where they are: a line around it that is not thin, and nothing over it.
    private static final String FOCUS = """
            () => { const e = document.activeElement; const style = getComputedStyle(e); const box = e.getBoundingClientRect();
              const over = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
              const line = style.outlineStyle !== 'solid' ? 'no line' : parseFloat(style.outlineWidth) < 2 ? 'a thin line' : 'a line';
              return line + (e === over || e.contains(over) ? '' : ' below something else'); }""";

    private final Console console;

    KeyboardIT(Console console) {
        this.console = console;
    }

    @Test
    void theKeyboardIsEnough() {
        var organization = console.organization("Keyboard");
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            press(open, "Tab");
            assertThat(open.page().locator(":focus")).hasText("Go to the content");
            press(open, "Enter");
            setUp(open);
            var token = copied(open, "Bearer token");
            assertThat(copied(open, "Unique identifier")).isEqualTo("userName");
            assertThat(copied(open, "Endpoint")).isEqualTo(console.origin() + "/scim/v2");

            var provider = Provider.with(console, organization, token);
            provider.group("Sales", List.of(provider.person("jane@example.com")));
            provider.role("Editor", "team");
            provider.team("Marketing");
            assertThat(open.page().getByText("Connected, last call")).isVisible();

            map(open);
            lookAtThePerson(open);
            lookAtTheActivity(open);
        }
    }

    private static void setUp(OpenPage open) {
        tabTo(open, "Identity provider");
        tabTo(open, "Connect");
        press(open, "Enter");
        assertThat(open.page().getByText("Waiting for the first call")).isVisible();
        tabTo(open, "Make a bearer token");
        press(open, "Enter");
        assertThat(open.field("Bearer token")).hasValue(Pattern.compile("ey.+"));
    }

    private static String copied(OpenPage open, String value) {
        tabTo(open, "Copy " + value);
        press(open, "Enter");
        assertThat(open.page().locator(".announcer")).hasText(value + " copied");
        return (String) open.page().evaluate("() => navigator.clipboard.readText()");
    }

    private static void map(OpenPage open) {
        place(open, "IdP groups");
        tabTo(open, "Map Sales");
        press(open, "Enter");
        tabTo(open, "Role");
        open.page().keyboard().type("Editor");
        tabTo(open, "Team (for roles of teams)");
        open.page().keyboard().type("Marketing");
        assertThat(open.page().getByText("For one person something changes:")).isVisible();
        tabTo(open, "Map");
        press(open, "Enter");
        assertThat(open.page().locator(".chip")).hasText(Pattern.compile("Editor\\s+in\\s+Marketing.*"));
        // Where one was before the question, or at the content: never nowhere.
        assertThat(open.page().locator("body:focus")).hasCount(0);
    }

    private static void lookAtThePerson(OpenPage open) {
        place(open, "People");
        tabTo(open, "jane@example.com");
        press(open, "Enter");
        assertThat(open.page().getByText("by group Sales")).isVisible();
        tabTo(open, "Give a role");
        press(open, "Enter");
        assertThat(open.page().locator("dialog[open]")).isVisible();
        press(open, "Escape");
        assertThat(open.page().locator("dialog[open]")).hasCount(0);
        assertSeen(open, "Give a role");
    }

    private static void lookAtTheActivity(OpenPage open) {
        place(open, "Activity");
        tabTo(open, "Name begins with");
        open.page().keyboard().type("jane");
        press(open, "Enter");
        assertThat(open.page().locator("rollcall-list tbody tr")).hasCount(1);
        tabTo(open, "Open jane@example.com");
        press(open, "Enter");
        assertThat(open.page().locator("main h2")).containsText("jane@example.com");
        tabTo(open, "← Activity");
    }

    private static void place(OpenPage open, String name) {
        tabTo(open, name);
        press(open, "Enter");
        assertThat(open.page().locator("main h1")).hasText(name);
        assertThat(open.page().locator("main")).isFocused();
        open.settle();
    }

    private static void press(OpenPage open, String key) {
        open.page().keyboard().press(key, new Keyboard.PressOptions());
    }

    /// Forwards to the end of the page, and from its beginning again.
    private static void tabTo(OpenPage open, String name) {
        for (var presses = 0; presses < MOST_PRESSES; presses++) {
            press(open, "Tab");
            if (name.equals(open.page().evaluate(NAME))) {
                assertSeen(open, name);
                return;
            }
        }
        throw new AssertionError("The keyboard does not come to " + name);
    }

    private static void assertSeen(OpenPage open, String name) {
        assertThat(open.page().evaluate(NAME)).isEqualTo(name);
        assertThat(open.page().evaluate(FOCUS)).as(name).isEqualTo("a line");
    }
}
