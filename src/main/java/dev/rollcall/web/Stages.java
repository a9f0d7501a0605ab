package dev.rollcall.web;

/// The stages that a request passes first to last, all but one before it is routed: the priorities of the filters.
public final class Stages {
    /// It gets its identifier, so that whatever becomes of it can be found in the log.
    public static final int LOG = 1;

    /// Its path gets the one spelling in which it is guarded and served.
    public static final int SPELLING = 500;

    /// Its path leads to the endpoint that serves it, where that is not the one of its spelling.
    public static final int LEADING = 501;

    /// It is known who sends it.
    public static final int AUTHENTICATION = 1_000;

    /// It is counted, for whom it is known to come from.
    public static final int THROTTLING = 1_100;

    /// It has its place among the requests that are served, or waits for one.
    public static final int FAIRNESS = 1_150;

    /// Its target is refused where nobody can tell what it means: only now, since a bad token comes first.
    public static final int TARGET = 1_200;

    /// Its endpoint is known, and whether its caller may do this there: the only stage behind the routing.
    public static final int ACCESS = 2_000;

    private Stages() {}
}
