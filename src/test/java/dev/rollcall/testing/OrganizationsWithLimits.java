package dev.rollcall.testing;

import java.util.Map;
import java.util.UUID;

/// Organizations that may send more or fewer requests than others: their limits are settings, so their
/// identifiers are known before the service starts. Whoever needs them makes them.
public final class OrganizationsWithLimits {
    /// One request a second, five at once.
    public static final UUID LOW = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    /// More than any client sends.
    public static final UUID HIGH = UUID.fromString("0199c0de-0000-7000-8000-000000000002");

    private OrganizationsWithLimits() {}

    static Map<String, String> settings() {
        return Map.of(
                setting(LOW, "requests-per-second"), "1",
                setting(LOW, "burst"), "5",
                setting(HIGH, "requests-per-second"), "100000");
    }

    private static String setting(UUID organization, String name) {
        return "rollcall.rate-limits.organizations.\"" + organization + "\"." + name;
    }
}
