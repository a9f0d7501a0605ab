package dev.rollcall.scim.user;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.persistence.ResourceIds;
import dev.rollcall.scim.persistence.Sql;
import dev.rollcall.scim.persistence.SqlText;
import dev.rollcall.scim.user.rules.UserRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps a person from being there twice, under a name that nobody could tell from the first: RFC 8265 refuses such
/// names, and a connection may forgive that. Only they are looked up.
@ApplicationScoped
class Namesakes {
    private static final String OTHERS =
            "SELECT id FROM scim_user WHERE organization_id = ? AND user_name_key = ? AND id <> ?";

    private final Sql sql;

    Namesakes(Sql sql) {
        this.sql = sql;
    }

    /// Refuses a new name of this user that a reader would take for the name of another one.
    ///
    /// @throws ScimException `uniqueness`
    void refuse(UserEntity user, UserName name) {
        if (name.text().equals(user.userName) || UserRules.isPrepared(name.text())) {
            return;
        }
        var key = name.plainKey();
        if (!key.equals(name.key()) && isOfAnother(user, key)) {
            throw ScimException.uniqueness("userName");
        }
    }

    private boolean isOfAnother(UserEntity user, String key) {
        var query =
                new SqlText(OTHERS, List.of(ResourceIds.bytes(user.organizationId), key, ResourceIds.bytes(user.id)));
        return !sql.query(query, row -> row.getBytes(1)).isEmpty();
    }
}
