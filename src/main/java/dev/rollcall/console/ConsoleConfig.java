package dev.rollcall.console;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// How the page is shown.
@ConfigMapping(prefix = "rollcall.console")
interface ConsoleConfig {
    /// The origins of pages that may show the page within themselves, such as `https://app.example.com`; nobody's where
    /// there
    /// is none.
    Optional<List<String>> frameAncestors();
}
