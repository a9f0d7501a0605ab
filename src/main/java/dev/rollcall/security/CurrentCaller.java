package dev.rollcall.security;

import dev.rollcall.refusal.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller of the request that is being served. The door sets it, once.
@RequestScoped
public class CurrentCaller {
    private Proof.@Nullable Proved proof;

    /// For the door, and for nobody else.
    public void set(Proof.Proved proved) {
        proof = proved;
    }

    /// The caller; empty where the request came without proof.
    public Optional<Caller> proved() {
        return proof().map(Proof.Proved::caller);
    }

    /// The caller with the end of its token or session; empty where the request came without proof.
    public Optional<Proof.Proved> proof() {
        return Optional.ofNullable(proof);
    }

    /// The caller.
    ///
    /// @throws RefusedException where the request came without proof: only at the paths where that is allowed
    public Caller required() {
        return proved().orElseThrow(
                        () -> RefusedException.of(RefusedException.Kind.FORBIDDEN, "This needs a session or a token."));
    }

    /// Refuses people something that is within what they may otherwise do.
    ///
    /// @throws RefusedException with this sentence
    public void requireOperator(String sentence) {
        if (!(required() instanceof Caller.Operator)) {
            throw RefusedException.of(RefusedException.Kind.FORBIDDEN, sentence);
        }
    }
}
