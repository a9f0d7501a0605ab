package dev.rollcall.scim.security;

import dev.rollcall.activity.Call;
import dev.rollcall.web.Origin;
import dev.rollcall.web.RequestLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The request that is being served, as what it does is recorded; also of one that was refused, where its token is one
/// of the service's own.
public final class CurrentCall {
    private static final String KEY = CurrentCall.class.getName();
    // A token that stands in the path by mistake.
    private static final Pattern TOKEN = Pattern.compile("ey[-A-Za-z0-9_]{8,}[-A-Za-z0-9_.]*");

    private CurrentCall() {}

    /// The call; empty where nobody knows whose it is.
    public static Optional<Call> of(ContainerRequestContext request) {
        return request.getProperty(KEY) instanceof Call call ? Optional.of(call) : Optional.empty();
    }

    /// Says whose call a request is.
    static Call set(ContainerRequestContext request, UUID organizationId, UUID connectionId, UUID credentialId) {
        var call = new Call(
                organizationId,
                connectionId,
                credentialId,
                request.getMethod(),
                withoutToken(RequestLog.path(request)),
                RequestLog.id(request),
                Origin.of(request).product(),
                RequestLog.begun(request));
        request.setProperty(KEY, call);
        return call;
    }

    /// The path, with what may be a token left out.
    static String withoutToken(String path) {
        return TOKEN.matcher(path).replaceAll("…");
    }
}
