package dev.rollcall.security.operator;

import dev.rollcall.startup.StartCheck;
import dev.rollcall.token.TokenConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Each door has an audience of its own: that is what keeps a token of one from opening another.
@ApplicationScoped
class OperatorAudienceCheck implements StartCheck {
    private final OperatorConfig operators;
    private final TokenConfig tokens;

    OperatorAudienceCheck(OperatorConfig operators, TokenConfig tokens) {
        this.operators = operators;
        this.tokens = tokens;
    }

    @Override
    public String title() {
        return "Audiences that make no sense";
    }

    @Override
    public List<String> problems() {
        return operators.audience().equals(tokens.audience())
                ? List.of("rollcall.operators.audience and rollcall.tokens.audience are both " + tokens.audience()
                        + ": a token of a connection would open the management API")
                : List.of();
    }
}
