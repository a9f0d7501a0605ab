package dev.rollcall.operations;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// Refuses to start in production with unsafe settings, all of them named at once, unless the operator accepted
/// them by name.
@ApplicationScoped
@IfBuildProfile("prod")
class ProductionReadiness {
    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);
    private static final int BEFORE_EVERYTHING = 1;

    private final Config config;
    private final ReadinessConfig readiness;

    ProductionReadiness(Config config, ReadinessConfig readiness) {
        this.config = config;
        this.readiness = readiness;
    }

    void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start) {
        var accepted = readiness.accept().orElse(Set.of());
        var refused = new ArrayList<String>();
        for (var setting : UnsafeSetting.values()) {
            setting.finding(config).ifPresent(finding -> {
                if (accepted.contains(setting.checkName())) {
                    LOG.warnf("Accepted as %s: %s", setting.checkName(), finding);
                } else {
                    refused.add("- " + setting.checkName() + ": " + finding);
                }
            });
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Unsafe settings for production:\n" + String.join("\n", refused)
                    + "\nTo start all the same, list the names in rollcall.readiness.accept.");
        }
    }
}
