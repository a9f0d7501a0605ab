package dev.rollcall.scim.replay;

import dev.rollcall.activity.Call;
import dev.rollcall.activity.Subject;
import dev.rollcall.connection.credential.ConnectionStatus;
import dev.rollcall.scim.resource.Write;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.security.AddressRule;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.UUID;

/// A refused call that can be done from what is kept of it.
///
/// @param id of what is recorded of it
/// @param call as it is to be recorded when it is done again
/// @param subject as far as it was known
/// @param status of its connection as it is now
record StoredCall(UUID id, Call call, Subject subject, Write write, ConnectionStatus status) {

    /// Whoever writes for the connection as it is set up now. For one attempt: it notes what was forgiven.
    Writer writer() {
        var admittance = status.admittance();
        return new Writer(
                call.organizationId(),
                Tolerances.of(status.tolerances()),
                call,
                AddressRule.of(admittance.domainPolicy(), admittance.domains()),
                status.members());
    }
}
