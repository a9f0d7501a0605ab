package dev.rollcall.scim.discovery;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Loads the definitions when the service starts, so that a mistake in them stops the start and not the first
/// request.
@ApplicationScoped
class DefinitionsAtStart {
    private static final int BEFORE_REQUESTS = 10;

    private final Definitions definitions;

    DefinitionsAtStart(Definitions definitions) {
        this.definitions = definitions;
    }

    void load(@Observes @Priority(BEFORE_REQUESTS) StartupEvent start) {
        definitions.registry();
    }
}
