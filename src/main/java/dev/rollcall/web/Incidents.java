package dev.rollcall.web;

import java.util.UUID;
import org.jboss.logging.Logger;

/// Failures that nobody foresaw. The client gets an incident number to quote, the log gets the reason.
public final class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);

    private Incidents() {}

    /// Logs the failure.
    ///
    /// @return its number
    public static UUID logged(Throwable failure) {
        var incident = UUID.randomUUID();
        LOG.errorf(failure, "Incident %s", incident);
        return incident;
    }

    /// What the client reads of a failure.
    public static String sentence(UUID incident) {
        return "The service failed. Tell its operator the incident number " + incident + ".";
    }
}
