package dev.rollcall.security.foreign;

import dev.rollcall.startup.SecureUrl;
import dev.rollcall.startup.StartCheck;
import dev.rollcall.token.TokenConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The settings of the foreign issuer make sense only together, and only over TLS.
@ApplicationScoped
class ForeignOperatorsCheck implements StartCheck {
    private static final String PREFIX = "rollcall.operators.foreign.";
    private static final Duration LONGEST_LEEWAY = Duration.ofMinutes(5);

    private final ForeignOperatorsConfig config;
    private final TokenConfig tokens;

    ForeignOperatorsCheck(ForeignOperatorsConfig config, TokenConfig tokens) {
        this.config = config;
        this.tokens = tokens;
    }

    @Override
    public String title() {
        return "Settings of the issuer of operators' tokens that make no sense";
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (isBegun() && !isComplete(config)) {
            problems.add(PREFIX + "issuer, " + PREFIX + "jwks-url and " + PREFIX
                    + "audience belong together: set all three or none");
        }
        config.jwksUrl()
                .filter(url -> !SecureUrl.isOne(url))
                .ifPresent(url -> problems.add(PREFIX + "jwks-url is " + url
                        + ": keys come over https, over http from this very machine only"));
        config.issuer()
                .filter(tokens.issuer()::equals)
                .ifPresent(issuer -> problems.add(PREFIX + "issuer is " + issuer
                        + ", as rollcall.tokens.issuer: nobody could tell whose tokens they are"));
        if (config.leeway().isNegative() || config.leeway().compareTo(LONGEST_LEEWAY) >= 0) {
            problems.add(PREFIX + "leeway is " + config.leeway() + ": it is shorter than five minutes");
        }
        return problems;
    }

    /// Whether there is such an issuer.
    static boolean isComplete(ForeignOperatorsConfig config) {
        return config.issuer().isPresent()
                && config.jwksUrl().isPresent()
                && config.audience().isPresent();
    }

    private boolean isBegun() {
        return config.issuer().isPresent()
                || config.jwksUrl().isPresent()
                || config.audience().isPresent()
                || config.organizationClaim().isPresent();
    }
}
