package dev.rollcall.scim.replay;

import dev.rollcall.activity.Call;
import dev.rollcall.activity.Result;
import dev.rollcall.activity.Subject;
import dev.rollcall.activity.log.ActivityLog;
import dev.rollcall.activity.log.LoggedCall;
import dev.rollcall.connection.credential.ConnectionStatus;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.organization.Prerequisite;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.refusal.RefusedException.Kind;
import dev.rollcall.scim.bulk.SingleOperations;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.PathNormalisation;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.refused.KeptBody;
import dev.rollcall.scim.resource.Write;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.web.RequestLog;
import dev.rollcall.web.SafeMethods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Makes calls that can be done of what is recorded of refused ones, and says of others why they cannot.
@ApplicationScoped
class StoredCalls {
    private static final String AGAIN = " Have the identity provider send it again.";
    private static final String SEARCH = "/.search";
    private static final String BULK = "/Bulk";
    private static final String DELETE = "DELETE";

    private final ActivityLog log;
    private final Credentials credentials;
    private final SingleOperations operations;

    StoredCalls(ActivityLog log, Credentials credentials, SingleOperations operations) {
        this.log = log;
        this.credentials = credentials;
        this.operations = operations;
    }

    /// The call, to be done now.
    ///
    /// @throws RefusedException if the organization has no such call, or it cannot be done
    StoredCall required(UUID organizationId, UUID id) {
        var call = log.find(organizationId, id)
                .orElseThrow(() -> RefusedException.notFound("The organization has no call " + id + "."));
        return required(organizationId, call, log.sent(organizationId, id));
    }

    /// @param sent what is kept of its body, as JSON
    /// @throws RefusedException if it cannot be done
    StoredCall required(UUID organizationId, LoggedCall call, Optional<String> sent) {
        if (call.result() != Result.REFUSED) {
            throw impossible("The call was done, and what is done is not done again. Only refused calls are replayed.");
        }
        var method = call.method();
        var path = call.path();
        var connectionId = call.connectionId();
        if (method == null || path == null || connectionId == null) {
            throw impossible("It is not recorded what the call was." + AGAIN);
        }
        if (SafeMethods.contain(method) || path.endsWith(SEARCH)) {
            throw impossible("The call only read, and there is nothing to replay.");
        }
        var write = write(method, path, sent);
        var status = credentials
                .connectionStatus(organizationId, connectionId)
                .orElseThrow(() -> impossible("The connection of the call is not there any more."));
        requireServed(status);
        return new StoredCall(
                call.id(),
                new Call(
                        organizationId,
                        connectionId,
                        null,
                        method,
                        path,
                        RequestLog.currentId(),
                        "Rollcall: replay by an administrator of call " + call.id(),
                        System.nanoTime()),
                new Subject(call.resourceType(), call.resourceId(), call.name(), null),
                write,
                status);
    }

    private Write write(String method, String path, Optional<String> sent) {
        var normal = PathNormalisation.normal(path);
        if (!normal.startsWith(ScimPaths.BASE + "/")) {
            throw impossible("The call went to " + ScimException.printable(path) + ", where nothing is written."
                    + " Correct the endpoint in the identity provider.");
        }
        var below = normal.substring(ScimPaths.BASE.length());
        if (below.equals(BULK)) {
            throw impossible("Of a bulk request that was refused as a whole no body is kept." + AGAIN);
        }
        try {
            return operations.write(method, below, method.equals(DELETE) ? ScimValue.Complex.EMPTY : body(sent));
        } catch (ScimException refusal) {
            throw impossible("The call cannot be done from what is kept of it: " + refusal.detail() + "." + AGAIN);
        }
    }

    private static ScimValue.Complex body(Optional<String> sent) {
        var kept = sent.flatMap(KeptBody::read)
                .orElseThrow(() -> impossible("The body of the call is not kept, or not any more: it could not be read,"
                        + " is larger than 64 KiB, or older than the policy 'refusedBodyDays' says." + AGAIN));
        kept.redacted().ifPresent(where -> {
            throw impossible("'" + ScimException.printable(where)
                    + "' is [redacted] in the body that is kept, since it may be a secret." + AGAIN);
        });
        return kept.body();
    }

    private static void requireServed(ConnectionStatus status) {
        status.admittance().missing(status.plan()).ifPresent(missing -> {
            throw RefusedException.of(kind(missing), missing.sentence());
        });
        switch (status.state()) {
            case ON -> {}
            case PAUSED -> throw impossible("The connection of the call is paused. Resume it first.");
            case OFF -> throw impossible("The connection of the call is off. Turn it on first.");
        }
    }

    private static Kind kind(Prerequisite missing) {
        return switch (missing) {
            case PLAN -> Kind.PLAN;
            case SINGLE_SIGN_ON -> Kind.SINGLE_SIGN_ON;
            case DOMAIN -> Kind.DOMAIN;
        };
    }

    private static RefusedException impossible(String sentence) {
        return RefusedException.of(Kind.STATE, sentence);
    }
}
