package dev.rollcall.operations;

import dev.rollcall.startup.StartCheck;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// In production the service does not start with unsafe settings, unless the operator accepted
/// them by name; some are only worth a warning, until they are accepted.
@ApplicationScoped
@IfBuildProfile("prod")
class ProductionReadiness implements StartCheck {
    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);

    private final Config config;
    private final ReadinessConfig readiness;

    ProductionReadiness(Config config, ReadinessConfig readiness) {
        this.config = config;
        this.readiness = readiness;
    }

    @Override
    public String title() {
        return "Unsafe settings for production";
    }

    @Override
    public List<String> problems() {
        var accepted = readiness.accept().orElse(Set.of());
        var refused = new ArrayList<String>();
        for (var setting : UnsafeSetting.values()) {
            setting.finding(config).ifPresent(finding -> {
                var isAccepted = accepted.contains(setting.checkName());
                if (setting.stopsTheStart() && !isAccepted) {
                    refused.add(setting.checkName() + ": " + finding);
                } else if (setting.stopsTheStart()) {
                    LOG.warnf("Accepted as %s: %s", setting.checkName(), finding);
                } else if (!isAccepted) {
                    LOG.warnf("%s: %s", setting.checkName(), finding);
                }
            });
        }
        return refused;
    }

    @Override
    public String advice() {
        return "To start all the same, list the names in rollcall.readiness.accept.";
    }
}
