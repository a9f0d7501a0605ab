package dev.rollcall.scim.index;

import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The service does not start with names of attributes that cannot be indexed.
@ApplicationScoped
class IndexedAttributesCheck implements StartCheck {
    private final WantedAttributes wanted;

    IndexedAttributesCheck(WantedAttributes wanted) {
        this.wanted = wanted;
    }

    @Override
    public String title() {
        return "Attributes that cannot be indexed";
    }

    @Override
    public List<String> problems() {
        return wanted.problems();
    }
}
