package dev.rollcall.scim.conformance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/// All scenarios against the packaged service: the jar or, with `-Dnative`, the executable.
@QuarkusIntegrationTest
class ScenariosIT extends ScenariosTest {}
