package dev.rollcall.scim.user;

import dev.rollcall.scim.persistence.ResourceEntity;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of `scim_user`.
@Entity
@Table(name = "scim_user")
class UserEntity extends ResourceEntity {
    @Column(name = "user_name", nullable = false)
    String userName;

    /// {@link #userName} folded for comparison: the attribute is not case-exact and unique in the organization.
    @Column(name = "user_name_key", nullable = false, length = 512)
    String userNameKey;

    /// Null where the client unassigned the attribute.
    @Column(name = "active")
    @Nullable
    Boolean active;

    /// See {@link PasswordHash}. The password itself is nowhere.
    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Override
    public void write(ResourceType type, ScimValue.Complex attributes) {
        var name = UserName.of(attributes);
        userName = name.text();
        userNameKey = name.key();
        active = attributes.find("active") instanceof ScimValue.Bool(var isActive) ? isActive : null;
        super.write(type, attributes);
    }

    @Override
    protected Map<String, @Nullable Object> columns() {
        var columns = super.columns();
        columns.put("user_name", userName);
        columns.put("user_name_key", userNameKey);
        columns.put("active", active);
        columns.put("password_hash", passwordHash);
        return columns;
    }

    @Override
    protected void read(ResultSet row) throws SQLException {
        super.read(row);
        userName = row.getString("user_name");
        userNameKey = row.getString("user_name_key");
        var isActive = row.getBoolean("active");
        active = row.wasNull() ? null : isActive;
        passwordHash = row.getString("password_hash");
    }
}
