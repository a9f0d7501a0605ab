package dev.rollcall.benchmark.micro;

import dev.rollcall.benchmark.data.Directory;
import dev.rollcall.scim.discovery.OwnDefinitions;
import dev.rollcall.scim.patch.Replacement;
import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.time.Instant;

/// The user that the benchmarks are about: a generated one of about one kilobyte.
final class Fixture {
    static final String BASE_URI = "https://scim.example/scim/v2";
    static final ConformanceMode MODE = ConformanceMode.COMPATIBLE;
    static final ResourceType USER =
            OwnDefinitions.registry().resourceType("User").orElseThrow();

    private static final Directory DIRECTORY = new Directory(1, "micro", 1_000);
    private static final int NUMBER = 77;

    private Fixture() {}

    /// What a client sends to create the user.
    static ScimValue.Complex body() {
        return DIRECTORY.user(NUMBER);
    }

    /// The user as it is held.
    static ScimResource user() {
        var incoming = new ResourceReader(USER, Tolerances.of(MODE)).read(body());
        return new ScimResource(
                USER,
                DIRECTORY.userId(NUMBER).toString(),
                new Replacement(USER, ServerDefaults.USER).created(incoming),
                new ScimResource.Meta(Instant.EPOCH, Instant.EPOCH, 1));
    }
}
