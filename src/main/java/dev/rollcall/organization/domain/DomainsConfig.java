package dev.rollcall.organization.domain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How domains are claimed and proved.
@ConfigMapping(prefix = "rollcall.domains")
public interface DomainsConfig {

    /// How many domains an organization may have, proved or not.
    @WithDefault("100")
    int perOrganization();

    /// The name servers that are asked, as addresses with or without a port; otherwise those of the machine.
    Optional<List<String>> resolvers();

    /// How long a look-up may take.
    @WithDefault("5S")
    Duration timeout();

    /// After how long the record of a claimed domain is looked up again.
    @WithDefault("1D")
    Duration recheckAfter();

    /// For how long the record may be missing before the domain is claimed no more.
    @WithDefault("7D")
    Duration lostAfter();
}
