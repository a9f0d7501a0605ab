package dev.rollcall.scim.conformance;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// All scenarios against the service in this process.
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {
    private final Database database = Database.ofTheTests();

    @TestHTTPResource("/scim/v2")
    @SuppressWarnings("NullAway.Init") // set by Quarkus, also where nothing can be injected into a constructor
    URI base;

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioSuite.of(new TestedService(base, database), true);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }
}
