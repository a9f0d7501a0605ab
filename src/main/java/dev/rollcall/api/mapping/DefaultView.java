package dev.rollcall.api.mapping;

import dev.rollcall.access.mapping.DefaultGrant;
import dev.rollcall.api.catalogue.NamedView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Default", description = "What those members get whom no other grant gives a team")
record DefaultView(NamedView team, NamedView role) {

    static DefaultView of(DefaultGrant grant) {
        return new DefaultView(NamedView.of(grant.team()), NamedView.of(grant.role()));
    }
}
