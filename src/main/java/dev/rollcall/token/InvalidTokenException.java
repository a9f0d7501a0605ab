package dev.rollcall.token;

/// A token that is not ours or no longer valid. The message is the reason for the log, never for the client.
public class InvalidTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param reason for the log, without anything of the token
    public InvalidTokenException(String reason) {
        super(reason, null, false, false);
    }
}
