package dev.rollcall.security.operator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class OperatorTokenRepository implements PanacheRepositoryBase<OperatorTokenEntity, UUID> {

    List<OperatorTokenEntity> all() {
        return list("order by id");
    }
}
