package dev.rollcall.web;

import java.io.IOException;

/// An answer that broke off in the middle. Nobody can be told, and its reason is in the log already.
public final class BrokenTransfer extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param cause in the log already
    public BrokenTransfer(Exception cause) {
        super(cause);
    }
}
