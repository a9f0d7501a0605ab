package dev.rollcall.fairness;

/// There is no place for what was begun, because its own party takes what it may. Nothing of it was done.
public final class CrowdedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Crowd crowd;

    CrowdedException(Crowd crowd) {
        super(crowd.sentence(), null, false, false);
        this.crowd = crowd;
    }

    /// Why.
    public Crowd crowd() {
        return crowd;
    }
}
