package dev.rollcall.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.Locale;

/// How somebody looks at the page.
enum Look {
    LIGHT(1_280, ColorScheme.LIGHT, ForcedColors.NONE),
    DARK(1_280, ColorScheme.DARK, ForcedColors.NONE),
    /// With the colours of a system that allows no others.
    FORCED(1_280, ColorScheme.DARK, ForcedColors.ACTIVE),
    PHONE(320, ColorScheme.LIGHT, ForcedColors.NONE);

    private static final int HIGH = 900;

    /// Colours that are on their way from one to another are nobody's.
    private static final String SETTLED = """
            () => new Promise(done => requestAnimationFrame(() => done(Promise.allSettled(
              document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)))))""";

    private final int wide;
    private final ColorScheme scheme;
    private final ForcedColors forced;

    Look(int wide, ColorScheme scheme, ForcedColors forced) {
        this.wide = wide;
        this.scheme = scheme;
        this.forced = forced;
    }

    /// Has the browser show the page so.
    void takeOn(Page page) {
        page.setViewportSize(wide, HIGH);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
        page.waitForFunction(
                "theme => document.documentElement.dataset.bsTheme === theme",
                scheme == ColorScheme.DARK ? "dark" : "light");
        page.evaluate(SETTLED);
    }

    /// As names of pictures have it.
    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
