package dev.rollcall.scim.membership;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Says, within the transaction that makes it so, that what replicas remember of an organization's groups is not true
/// any more: what one is called, which of them are in which, that one is gone. The number is by chance, since one that
/// was
/// rolled back must not come again for something else; each connection has its own, so that writers do not wait.
@ApplicationScoped
public class GroupEpochs {
    // The nodes of a Galera cluster have other offsets, and with them other slots.
    private static final String NEW =
            "(@@auto_increment_offset - 1) MOD 64 * 64 + CONNECTION_ID() MOD 64, FLOOR(RAND() * 9007199254740992)";

    private static final String INSERT = "INSERT INTO group_epoch (organization_id, slot, epoch) ";
    private static final String OR_UPDATE = " ON DUPLICATE KEY UPDATE epoch = VALUES(epoch)";

    private final Sql sql;

    GroupEpochs(Sql sql) {
        this.sql = sql;
    }

    /// It is so.
    public void end(UUID organizationId) {
        sql.later(
                SqlText.of(INSERT + "VALUES (?, " + NEW + ")" + OR_UPDATE, (Object) ResourceIds.bytes(organizationId)));
    }

    /// It is so where a query finds something.
    void endIf(UUID organizationId, SqlText query) {
        sql.later(SqlText.of(INSERT + "SELECT ?, " + NEW + " FROM DUAL WHERE EXISTS (", (Object)
                        ResourceIds.bytes(organizationId))
                .followedBy(query)
                .followedBy(")" + OR_UPDATE));
    }
}
