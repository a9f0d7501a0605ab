package dev.rollcall.fairness;

import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The service does not start with shares that make no sense.
@ApplicationScoped
class FairnessCheck implements StartCheck {
    private static final String PREFIX = "rollcall.fairness.";
    private static final int MOST = 10_000;
    private static final int MOST_PERCENT = 90;

    private final FairnessConfig config;

    FairnessCheck(FairnessConfig config) {
        this.config = config;
    }

    @Override
    public String title() {
        return "Shares of organizations that make no sense";
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        checkPlaces(problems, "requests", config.requests());
        checkPlaces(problems, "large-requests", config.largeRequests());
        checkPlaces(problems, "scans", config.scans());
        check(problems, "reserve-percent", config.reservePercent(), 0, MOST_PERCENT);
        check(problems, "most-waiting", config.mostWaiting(), 0, MOST);
        checkNotNegative(problems, "longest-wait", config.longestWait());
        checkNotNegative(problems, "refusal-pause", config.refusalPause());
        checkSeconds(problems, "scan-time", config.scanTime());
        checkSeconds(problems, "search-time", config.searchTime());
        return problems;
    }

    private static void checkPlaces(List<String> problems, String setting, OptionalInt places) {
        places.ifPresent(value -> check(problems, setting, value, 1, MOST));
    }

    private static void check(List<String> problems, String setting, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(PREFIX + setting + " is " + value + ": it is from " + least + " to " + most);
        }
    }

    private static void checkNotNegative(List<String> problems, String setting, Duration value) {
        if (value.isNegative()) {
            problems.add(PREFIX + setting + " is " + value + ": it is not negative");
        }
    }

    private static void checkSeconds(List<String> problems, String setting, Duration value) {
        if (value.isNegative() || value.toNanosPart() > 0) {
            problems.add(PREFIX + setting + " is " + value + ": it is whole seconds, 0 for no limit");
        }
    }
}
