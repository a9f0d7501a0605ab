package dev.rollcall.organization.domain;

import dev.rollcall.startup.LimitBounds;
import jakarta.enterprise.context.ApplicationScoped;

/// The limits of domains.
@ApplicationScoped
class DomainBounds extends LimitBounds {
    DomainBounds(DomainsConfig config) {
        check("rollcall.domains.per-organization", config.perOrganization(), 1, 1_000);
        check("rollcall.domains.timeout", config.timeout());
        check("rollcall.domains.recheck-after", config.recheckAfter());
        check("rollcall.domains.lost-after", config.lostAfter());
        config.resolvers()
                .ifPresent(resolvers -> resolvers.stream()
                        .filter(resolver -> NameServer.parse(resolver).isEmpty())
                        .forEach(resolver -> problem("rollcall.domains.resolvers has '" + resolver
                                + "': it is the address of a name server, with or without a port, as in 192.0.2.1:53 or"
                                + " [2001:db8::1]:53")));
    }
}
