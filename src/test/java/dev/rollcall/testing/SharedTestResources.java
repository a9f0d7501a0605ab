package dev.rollcall.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/// Gives every `@QuarkusTest` and `@QuarkusIntegrationTest` the database; a test class needs no annotation for
/// it.
@WithTestResource(value = MariaDbTestResource.class, scope = TestResourceScope.GLOBAL)
final class SharedTestResources {

    private SharedTestResources() {}
}
