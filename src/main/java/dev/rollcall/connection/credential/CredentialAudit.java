package dev.rollcall.connection.credential;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the audit keeps of credentials: everything but hashes, of which a credential as others see it has none.
@ApplicationScoped
class CredentialAudit {
    private final Audit audit;

    CredentialAudit(Audit audit) {
        this.audit = audit;
    }

    void made(Credential credential) {
        note(
                credential,
                credential.kind() == CredentialKind.BEARER_TOKEN ? "issued" : "added",
                Map.of(),
                fields(credential));
    }

    void changed(Credential before, String action, Credential after) {
        note(after, action, fields(before), fields(after));
    }

    private void note(
            Credential credential,
            String action,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        audit.note(new Change(
                credential.organizationId(),
                credential.kind().action(action),
                credential.id().toString(),
                credential.name(),
                before,
                after));
    }

    private static Map<String, @Nullable Object> fields(Credential credential) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", credential.name());
        fields.put("connectionId", credential.connectionId().toString());
        fields.put("scope", Scope.format(credential.scopes()));
        fields.put("expires", credential.expires().toString());
        fields.put("revoked", text(credential.revoked()));
        fields.put("userId", text(credential.userId()));
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
