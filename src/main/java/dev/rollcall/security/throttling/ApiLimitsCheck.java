package dev.rollcall.security.throttling;

import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// The service does not start with limits of the management API that make no sense.
@ApplicationScoped
class ApiLimitsCheck implements StartCheck {
    private static final String PREFIX = "rollcall.management.rate-limits.";
    private static final long MOST = 1_000_000;

    private final ApiLimitsConfig config;

    ApiLimitsCheck(ApiLimitsConfig config) {
        this.config = config;
    }

    @Override
    public String title() {
        return "Rate limits that make no sense";
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        check(problems, "requests-per-minute", config.requestsPerMinute());
        check(problems, "failures-per-minute", config.failuresPerMinute());
        return problems;
    }

    private static void check(List<String> problems, String setting, long value) {
        if (value < 1 || value > MOST) {
            problems.add(PREFIX + setting + " is " + value + ": it is from 1 to " + MOST);
        }
    }
}
