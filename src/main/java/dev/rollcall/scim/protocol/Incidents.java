package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Failures that nobody foresaw. The client gets an incident number to quote, the log gets the reason.
public final class Incidents {
    private static final Logger LOG = Logger.getLogger(Incidents.class);
    private static final int SERVER_ERROR = 500;

    private Incidents() {}

    /// Logs the failure.
    ///
    /// @return what to answer: 500
    public static ScimException refusal(Throwable failure) {
        var incident = UUID.randomUUID();
        LOG.errorf(failure, "Incident %s", incident);
        return ScimException.status(
                SERVER_ERROR, "The service failed. Tell its operator the incident number " + incident + ".");
    }
}
