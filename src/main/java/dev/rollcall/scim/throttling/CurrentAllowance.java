package dev.rollcall.scim.throttling;

import jakarta.enterprise.context.RequestScoped;

/// The allowance of the request that is being served.
@RequestScoped
class CurrentAllowance {
    private Allowance allowance = new Allowance();

    void set(Allowance ofTheRequest) {
        allowance = ofTheRequest;
    }

    void note(Verdict verdict) {
        allowance.note(verdict);
    }
}
