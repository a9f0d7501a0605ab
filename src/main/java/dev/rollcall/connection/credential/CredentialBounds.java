package dev.rollcall.connection.credential;

import dev.rollcall.startup.LimitBounds;
import jakarta.enterprise.context.ApplicationScoped;

/// The times of credentials, which administrators rely on.
@ApplicationScoped
class CredentialBounds extends LimitBounds {

    CredentialBounds(CredentialsConfig config) {
        if (config.warning().isNegative()) {
            problem("rollcall.credentials.warning is " + config.warning() + ": it is zero or longer");
        }
        if (config.overlap().isNegative() || config.overlap().compareTo(Rotation.LONGEST_OVERLAP) > 0) {
            problem("rollcall.credentials.overlap is " + config.overlap() + ": it is from zero to "
                    + Rotation.LONGEST_OVERLAP.toDays() + " days");
        }
    }
}
