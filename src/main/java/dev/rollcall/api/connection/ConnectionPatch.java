package dev.rollcall.api.connection;

import dev.rollcall.api.body.MergePatch;
import dev.rollcall.api.body.PlainName;
import dev.rollcall.connection.ConnectionChange;
import dev.rollcall.connection.ConnectionMode;
import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.ToleranceSetting;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"state": "paused", "tolerances": {"url": "refused", "country": "default"}}
        """)
record ConnectionPatch(
        @PlainName(of = "a connection") @Nullable String name,
        @Nullable IdentityProvider identityProvider,
        @Nullable ConnectionState state,
        @Nullable ConnectionMode mode,

        @Size(max = 100) @Schema(description = "By keyword; those that are not named stay") @Nullable
        Map<String, @Nullable ToleranceSetting> tolerances)
        implements MergePatch {

    ConnectionChange change() {
        var changes = new HashMap<String, ToleranceSetting>();
        if (tolerances != null) {
            tolerances.forEach(
                    (keyword, setting) -> changes.put(keyword, setting == null ? ToleranceSetting.DEFAULT : setting));
        }
        return new ConnectionChange(name, identityProvider, state, mode, changes);
    }
}
