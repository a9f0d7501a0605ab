package dev.rollcall.connection;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/// Notes what becomes of connections: a change of the state by itself, all others together.
@ApplicationScoped
class ConnectionAudit {
    private final Audit audit;

    ConnectionAudit(Audit audit) {
        this.audit = audit;
    }

    void added(ConnectionEntity connection) {
        note("connection.added", connection, Map.of(), fields(connection.toConnection()));
    }

    void changed(ConnectionEntity connection, Connection before) {
        var now = connection.toConnection();
        if (before.state() != now.state()) {
            note(action(now.state()), connection, Map.of("state", before.state()), Map.of("state", now.state()));
        }
        var fieldsBefore = withoutState(before);
        var fieldsNow = withoutState(now);
        if (!fieldsBefore.equals(fieldsNow)) {
            note("connection.changed", connection, fieldsBefore, fieldsNow);
        }
    }

    private static String action(ConnectionState state) {
        return switch (state) {
            case ON -> "connection.turned-on";
            case PAUSED -> "connection.paused";
            case OFF -> "connection.turned-off";
        };
    }

    private void note(
            String action, ConnectionEntity connection, Map<String, Object> before, Map<String, Object> after) {
        audit.note(new Change(
                connection.organizationId, action, connection.id.toString(), connection.name, before, after));
    }

    private static Map<String, Object> withoutState(Connection connection) {
        var fields = fields(connection);
        fields.remove("state");
        return fields;
    }

    private static Map<String, Object> fields(Connection connection) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", connection.name());
        fields.put("identityProvider", connection.identityProvider());
        fields.put("state", connection.state());
        fields.put("mode", connection.mode());
        fields.put("tolerances", connection.overrides().text());
        return fields;
    }
}
