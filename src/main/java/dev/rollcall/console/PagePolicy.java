package dev.rollcall.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the browser may do with the page (Content Security Policy Level 3): load what this service has, ask this
/// service, and
/// be shown where the deployer allows it.
@ApplicationScoped
class PagePolicy {
    private final String header;

    PagePolicy(ConsoleConfig config) {
        var ancestors = String.join(" ", config.frameAncestors().orElse(List.of("'none'")));
        header = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors " + ancestors,
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
    }

    /// The value of `Content-Security-Policy`.
    String header() {
        return header;
    }
}
