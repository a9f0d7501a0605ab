package dev.rollcall.command;

import dev.rollcall.command.Listing.Column;
import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.LastUse;
import dev.rollcall.connection.credential.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How commands list credentials.
@ApplicationScoped
class CredentialRows {
    private final List<Column<Credential>> columns;

    CredentialRows(Credentials credentials) {
        this.columns = List.of(
                new Column<>("id", Credential::id),
                new Column<>("name", Credential::name),
                new Column<>("status", credentials::state),
                new Column<>("scope", credential -> Scope.format(credential.scopes())),
                new Column<>("madeBy", Credential::madeBy),
                new Column<>("created", Credential::created),
                new Column<>("expires", Credential::expires),
                new Column<>("revoked", Credential::revoked),
                new Column<>("lastUsed", Credential::lastUsed),
                new Column<>("lastUsedFrom", ofLastUse(last -> last.use().address())),
                new Column<>("lastUsedBy", ofLastUse(last -> last.use().product())),
                new Column<>("user", Credential::userId));
    }

    Listing of(List<Credential> all) {
        return Listing.of(all, columns);
    }

    private static Function<Credential, @Nullable Object> ofLastUse(Function<LastUse, @Nullable Object> value) {
        return credential -> {
            var last = credential.lastUse();
            return last == null ? null : value.apply(last);
        };
    }
}
