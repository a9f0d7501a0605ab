package dev.rollcall.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OrganizationRepository implements PanacheRepositoryBase<OrganizationEntity, UUID> {

    List<OrganizationEntity> all() {
        return list("order by name");
    }

    Optional<OrganizationEntity> named(String name) {
        return find("name", name).firstResultOptional();
    }
}
