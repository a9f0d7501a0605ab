package dev.rollcall.scim.configured;

import dev.rollcall.scim.persistence.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/// A row of `scim_resource`.
@Entity
@Table(name = "scim_resource")
class ConfiguredEntity extends ResourceEntity {
    /// The name of the resource type.
    @Column(name = "resource_type", nullable = false, updatable = false, length = 64)
    String resourceType;
}
