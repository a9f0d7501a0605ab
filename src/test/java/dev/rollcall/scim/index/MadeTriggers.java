package dev.rollcall.scim.index;

import jakarta.enterprise.context.ApplicationScoped;

/// Makes the triggers of the index, as a service does whose configuration asks for an attribute.
@ApplicationScoped
public class MadeTriggers {
    private final IndexTriggers triggers;

    MadeTriggers(IndexTriggers triggers) {
        this.triggers = triggers;
    }

    public void make() {
        triggers.make();
    }
}
