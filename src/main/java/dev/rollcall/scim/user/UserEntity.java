package dev.rollcall.scim.user;

import dev.rollcall.scim.persistence.ResourceEntity;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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
}
