package dev.rollcall.startup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Refuses to start where a {@link StartCheck} finds anything. All problems are named at once.
@ApplicationScoped
class StartChecks {
    private static final int BEFORE_EVERYTHING = 1;

    private final List<StartCheck> checks;

    StartChecks(@All List<StartCheck> checks) {
        this.checks = checks;
    }

    private record Findings(String title, List<String> problems, String advice) {
        private static Findings of(StartCheck check) {
            return new Findings(check.title(), check.problems(), check.advice());
        }

        private Findings and(Findings others) {
            return new Findings(
                    title,
                    Stream.concat(problems.stream(), others.problems.stream()).toList(),
                    advice);
        }

        private String text() {
            return title + ":\n- " + String.join("\n- ", problems) + (advice.isEmpty() ? "" : "\n" + advice);
        }
    }

    void refuse(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start) {
        var lists = checks.stream()
                .map(Findings::of)
                .filter(findings -> !findings.problems.isEmpty())
                // Beans come in no order of their own.
                .sorted(Comparator.comparing(findings -> findings.problems.getFirst()))
                .collect(Collectors.toMap(Findings::title, Function.identity(), Findings::and, TreeMap::new));
        if (!lists.isEmpty()) {
            throw new IllegalStateException(
                    lists.values().stream().map(Findings::text).collect(Collectors.joining("\n")));
        }
    }
}
