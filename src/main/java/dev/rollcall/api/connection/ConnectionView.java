package dev.rollcall.api.connection;

import dev.rollcall.activity.health.ConnectionHealth.Last;
import dev.rollcall.connection.Connection;
import dev.rollcall.connection.ConnectionMode;
import dev.rollcall.connection.ConnectionSettings;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.ToleranceSetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Connection", description = "One identity provider attached to an organization")
record ConnectionView(
        UUID id,
        UUID organizationId,
        String name,
        IdentityProvider identityProvider,
        ConnectionState state,
        ConnectionMode mode,

        @Schema(description = "Those that are not left to product and mode, by keyword")
        Map<String, ToleranceSetting> tolerances,

        @Schema(description = "The keywords of all that its requests are forgiven")
        List<String> forgiven,

        Instant created,

        @Schema(description = "When a call last succeeded, up to some seconds ago") @Nullable
        Instant lastSuccess,

        @Schema(description = "When a call was last refused, up to some seconds ago") @Nullable
        Instant lastRefusal) {

    static ConnectionView of(Connection connection, Last last) {
        var settings = ConnectionSettings.of(connection);
        return new ConnectionView(
                connection.id(),
                connection.organizationId(),
                settings.name(),
                settings.identityProvider(),
                settings.state(),
                settings.mode(),
                settings.tolerances(),
                settings.forgiven(),
                connection.created(),
                last.success(),
                last.refusal());
    }
}
