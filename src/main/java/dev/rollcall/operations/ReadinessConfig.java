package dev.rollcall.operations;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/// Which of the checks on production settings do not stop the start.
@ConfigMapping(prefix = "rollcall.readiness")
public interface ReadinessConfig {
    /// The names of checks whose findings are only logged.
    Optional<Set<String>> accept();
}
