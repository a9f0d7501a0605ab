package dev.rollcall.api.admittance;

import dev.rollcall.organization.SingleSignOn;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SingleSignOn", description = "The organization's single sign-on, as the product has noted it")
record SingleSignOnView(String name, SingleSignOn.State state, Instant created) {

    static SingleSignOnView of(SingleSignOn noted) {
        return new SingleSignOnView(noted.name(), noted.state(), noted.created());
    }
}
