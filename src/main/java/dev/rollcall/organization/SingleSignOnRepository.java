package dev.rollcall.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SingleSignOnRepository implements PanacheRepositoryBase<SingleSignOnEntity, UUID> {

    boolean isOn(UUID organizationId) {
        return count("organizationId = ?1 and state = ?2", organizationId, SingleSignOn.State.ON) > 0;
    }
}
