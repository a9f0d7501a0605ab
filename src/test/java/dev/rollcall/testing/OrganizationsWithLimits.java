package dev.rollcall.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Organizations that may send more or fewer requests than others: their limits are settings, so their
/// identifiers are known before the service starts. Whoever needs them makes them.
public final class OrganizationsWithLimits {
    /// One request a second, five at once.
    public static final UUID LOW = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    /// More than any client sends.
    public static final UUID HIGH = UUID.fromString("0199c0de-0000-7000-8000-000000000002");

    /// For tests that send as fast as they can and want an organization each: as {@link #HIGH}.
    static final List<UUID> UNHINDERED = LongStream.rangeClosed(0x100, 0x10f)
            .mapToObj(number -> new UUID(HIGH.getMostSignificantBits(), HIGH.getLeastSignificantBits() + number))
            .toList();

    private OrganizationsWithLimits() {}

    static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put(setting(LOW, "requests-per-second"), "1");
        settings.put(setting(LOW, "burst"), "5");
        Stream.concat(Stream.of(HIGH), UNHINDERED.stream())
                .forEach(organization -> settings.put(setting(organization, "requests-per-second"), "100000"));
        return settings;
    }

    private static String setting(UUID organization, String name) {
        return "rollcall.rate-limits.organizations.\"" + organization + "\"." + name;
    }
}
