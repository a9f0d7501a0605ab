package dev.rollcall.benchmark.ceiling;

/// A user as a body tells it, without a look at more than the two names.
///
/// @param id 16 bytes
record NewUser(byte[] id, String userName, String externalId, String body, long now) {
    /// Reads a body, and gives the user an identifier.
    static NewUser of(String body) {
        return new NewUser(
                Ids.next(),
                between(body, "\"userName\":\""),
                between(body, "\"externalId\":\""),
                body,
                System.currentTimeMillis());
    }

    /// The values of its row, in the order of the statement that inserts it.
    Object[] row(byte[] organization) {
        return new Object[] {
            id, organization, externalId, userName, now, now, 1, body, body, userName, userName, true
        };
    }

    private static String between(String text, String prefix) {
        var begin = text.indexOf(prefix) + prefix.length();
        return text.substring(begin, text.indexOf('"', begin));
    }
}
