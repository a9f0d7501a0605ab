package dev.rollcall.scim.group;

import dev.rollcall.scim.persistence.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `scim_group`. The members are rows of `group_member`.
@Entity
@Table(name = "scim_group")
class GroupEntity extends ResourceEntity {
    /// See {@link GroupName#hash}; null where the name was given by a connection that allows equal ones.
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "unique_name", length = 32)
    byte @Nullable [] uniqueName;

    @Override
    protected Map<String, @Nullable Object> columns() {
        var columns = super.columns();
        columns.put("unique_name", uniqueName);
        return columns;
    }

    @Override
    protected void read(ResultSet row) throws SQLException {
        super.read(row);
        uniqueName = row.getBytes("unique_name");
    }
}
