package dev.rollcall.organization;

import java.util.Optional;

/// What an organization needs before an identity provider may provision it, in the order in which it is to be got.
public enum Prerequisite {
    PLAN("The organization's plan does not include SCIM provisioning. It needs the plan ENTERPRISE; ask whoever manages"
            + " the subscription."),
    SINGLE_SIGN_ON("Single sign-on comes before SCIM provisioning, and the organization has none that is on. Set it up"
            + " in the product first."),
    DOMAIN("A claimed domain comes before SCIM provisioning, and the organization has none. Claim its e-mail domain"
            + " first, under Access in the service.");

    private final String sentence;

    Prerequisite(String sentence) {
        this.sentence = sentence;
    }

    /// What is missing, and where to get it.
    public String sentence() {
        return sentence;
    }

    /// The first that is missing.
    ///
    /// @param provisioningWithoutSso whether the plan is enough
    public static Optional<Prerequisite> missing(
            Plan plan, boolean provisioningWithoutSso, boolean hasSingleSignOn, boolean hasDomain) {
        if (!plan.includesScim()) {
            return Optional.of(PLAN);
        }
        if (provisioningWithoutSso) {
            return Optional.empty();
        }
        if (!hasSingleSignOn) {
            return Optional.of(SINGLE_SIGN_ON);
        }
        return hasDomain ? Optional.empty() : Optional.of(DOMAIN);
    }
}
