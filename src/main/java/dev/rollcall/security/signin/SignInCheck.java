package dev.rollcall.security.signin;

import dev.rollcall.startup.SecureUrl;
import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The settings of sign-in make sense only together, and only over TLS.
@ApplicationScoped
class SignInCheck implements StartCheck {
    private static final String PREFIX = "rollcall.sign-in.";
    // Two slashes would be another host.
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~/-]*");

    private final SignInConfig config;

    SignInCheck(SignInConfig config) {
        this.config = config;
    }

    @Override
    public String title() {
        return "Settings of sign-in that make no sense";
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        var all = config.issuer().isPresent()
                && config.clientId().isPresent()
                && config.clientSecret().isPresent();
        var any = config.issuer().isPresent()
                || config.clientId().isPresent()
                || config.clientSecret().isPresent();
        if (config.enabled() && !all) {
            problems.add(PREFIX + "enabled needs " + PREFIX + "issuer, " + PREFIX + "client-id and " + PREFIX
                    + "client-secret");
        }
        if (!config.enabled() && any) {
            problems.add(PREFIX + "enabled is false, but there are settings of an identity provider: set it, or remove"
                    + " them");
        }
        config.issuer()
                .filter(url -> !SecureUrl.isOne(url))
                .ifPresent(url -> problems.add(
                        PREFIX + "issuer is " + url + ": it is an https URL, http at this very machine only"));
        if (!OWN_PATH.matcher(config.after()).matches()) {
            problems.add(PREFIX + "after is " + config.after() + ": it is a path of this service, such as /console");
        }
        return problems;
    }
}
