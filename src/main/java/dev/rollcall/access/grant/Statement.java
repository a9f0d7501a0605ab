package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// A statement of an organization that grows: `:o` in a piece stands for the organization.
final class Statement {
    /// An identifier as a value. Without its type a table of them could have no key.
    static final String ID = "CAST(? AS BINARY(16))";

    private final byte[] organization;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Statement(UUID organizationId) {
        organization = ResourceIds.bytes(organizationId);
    }

    /// Adds a piece, whose only values are the organization's.
    Statement add(String piece) {
        var from = 0;
        for (var at = piece.indexOf(":o"); at >= 0; at = piece.indexOf(":o", from)) {
            text.append(piece, from, at).append('?');
            values.add(organization);
            from = at + 2;
        }
        text.append(piece, from, piece.length());
        return this;
    }

    /// Adds a piece with its values.
    Statement add(SqlText piece) {
        text.append(piece.sql());
        values.addAll(piece.values());
        return this;
    }

    /// Adds identifiers, each in `form`, with commas between them.
    Statement ids(String form, Collection<UUID> ids) {
        var separator = "";
        for (var id : ids) {
            text.append(separator).append(form);
            values.add(ResourceIds.bytes(id));
            separator = ", ";
        }
        return this;
    }

    SqlText toText() {
        return new SqlText(text.toString(), values);
    }
}
