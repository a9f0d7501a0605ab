package dev.rollcall.scim.protocol;

import java.io.IOException;

/// An answer that broke off in the middle. Nobody can be told, and its reason is in the log already.
final class BrokenTransfer extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenTransfer(Exception cause) {
        super(cause);
    }
}
