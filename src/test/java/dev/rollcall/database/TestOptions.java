package dev.rollcall.database;

/// How a database of the tests runs: quick, and on an installed `mariadbd` where `ROLLCALL_TEST_DATABASE=system`
/// asks for it.
public final class TestOptions {
    private static final int BUFFER_POOL_MEBIBYTES = 64;

    private TestOptions() {}

    /// Empty at every start.
    public static DatabaseOptions emptied() {
        return quick(true);
    }

    /// With what earlier runs left.
    static DatabaseOptions kept() {
        return quick(false);
    }

    private static DatabaseOptions quick(boolean emptied) {
        return new DatabaseOptions(true, emptied, BUFFER_POOL_MEBIBYTES, preferSystemBinaries());
    }

    /// Whether an installed `mariadbd` is to be taken before the bundled one.
    public static boolean preferSystemBinaries() {
        return "system".equals(System.getenv("ROLLCALL_TEST_DATABASE"));
    }
}
