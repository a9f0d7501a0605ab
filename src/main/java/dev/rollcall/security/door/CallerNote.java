package dev.rollcall.security.door;

import dev.rollcall.security.Caller;
import dev.rollcall.security.Proof;
import dev.rollcall.web.RequestNote;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;

/// Names the token or the session in the line that is logged for a request: by its id.
@ApplicationScoped
class CallerNote implements RequestNote {

    @Override
    public Optional<String> of(ContainerRequestContext request) {
        return request.getProperty(ApiDoorFilter.PROVED) instanceof Proof.Proved proved
                ? Optional.of(
                        switch (proved.caller()) {
                            case Caller.Operator operator -> " operator " + operator.id();
                            case Caller.Person person -> " session " + person.id();
                        })
                : Optional.empty();
    }
}
