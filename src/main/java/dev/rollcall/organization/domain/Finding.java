package dev.rollcall.organization.domain;

/// What a look-up of a domain's record has found.
public enum Finding {
    /// The record.
    FOUND("%1$s has the record."),
    /// The domain's name servers know no such name (NXDOMAIN).
    NO_SUCH_NAME("There is nothing in DNS at %1$s. Add a TXT record with this name and the value %2$s, and check again:"
            + " a new record can take a while to be seen everywhere."),
    /// There is the name, and no TXT record.
    NO_RECORD("%1$s has no TXT record. Add one with the value %2$s, and check again: a new record can take a while to"
            + " be seen everywhere."),
    /// There are TXT records with other values.
    OTHER_VALUE("%1$s has a TXT record with another value. It must be %2$s; other values may stand beside it."),
    /// The name servers answer with a failure (SERVFAIL and others).
    SERVER_FAILURE("The name servers answered with a failure when they were asked for %1$s. Have whoever runs DNS for"
            + " this domain look at it, and check again."),
    /// Nobody has answered in time.
    NO_ANSWER("No name server has answered in time when it was asked for %1$s. Check again in a few minutes.");

    private final String sentence;

    Finding(String sentence) {
        this.sentence = sentence;
    }

    /// For whoever set the record.
    String sentence(ProofRecord looked) {
        return sentence.formatted(looked.name(), looked.value());
    }

    /// Whether it says that the record is not there. What could not be asked says nothing.
    boolean isMissing() {
        return switch (this) {
            case NO_SUCH_NAME, NO_RECORD, OTHER_VALUE -> true;
            case FOUND, SERVER_FAILURE, NO_ANSWER -> false;
        };
    }
}
