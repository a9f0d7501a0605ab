package dev.rollcall.firstrun;

import dev.rollcall.organization.Organizations;
import dev.rollcall.token.LiveTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Makes an organization with a connection and a token where there is no organization, exactly once.
@ApplicationScoped
class FirstRun {
    private static final Logger LOG = Logger.getLogger(FirstRun.class);

    private final Organizations organizations;
    private final ExampleOrganization example;
    private final LiveTokens tokens;
    private final FirstRunFile file;

    FirstRun(Organizations organizations, ExampleOrganization example, LiveTokens tokens, FirstRunFile file) {
        this.organizations = organizations;
        this.example = example;
        this.tokens = tokens;
        this.file = file;
    }

    /// What was made, or was made by a start that ended before it could say so. It is in {@link FirstRunFile},
    /// too.
    Optional<FirstRunValues> run(String endpoint) {
        return organizations.isEmpty() ? make(endpoint) : recover();
    }

    private Optional<FirstRunValues> make(String endpoint) {
        FirstRunValues values;
        try {
            values = example.make(endpoint);
        } catch (RuntimeException e) {
            if (organizations.isEmpty()) {
                throw e;
            }
            LOG.info("Another replica makes the example organization");
            return Optional.empty();
        }
        file.publishDraft();
        return Optional.of(values);
    }

    private Optional<FirstRunValues> recover() {
        var draft =
                file.readDraft().filter(values -> tokens.contains(values.setUp().token()));
        if (draft.isPresent()) {
            file.publishDraft();
        } else {
            file.deleteDraft();
        }
        return draft;
    }
}
