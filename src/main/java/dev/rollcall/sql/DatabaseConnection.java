package dev.rollcall.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Connection;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.client.impl.MultiPrimaryClient;
import org.mariadb.jdbc.client.impl.MultiPrimaryReplicaClient;
import org.mariadb.jdbc.client.impl.StandardClient;
import org.mariadb.jdbc.client.util.ClosableLock;
import org.mariadb.jdbc.export.HaMode;
import org.mariadb.jdbc.message.client.QueryPacket;
import org.mariadb.jdbc.util.constants.ServerStatus;

/// A connection whose transactions begin with their first statement, by `START TRANSACTION`, instead of by switching
/// `autocommit` off before and on again behind them: two round trips less for each, and none for a transaction that
/// asks the database nothing.
final class DatabaseConnection extends Connection {
    /// What begins a transaction that has not begun, in the same text as its first statement.
    static final String BEGIN = "START TRANSACTION";

    private boolean withinTransaction;
    private boolean begun;
    private boolean leftAlone;

    private DatabaseConnection(Configuration configuration, ClosableLock lock, Client client) {
        super(configuration, lock, client);
    }

    static DatabaseConnection to(Configuration configuration) throws SQLException {
        var lock = new ClosableLock();
        return new DatabaseConnection(configuration, lock, client(configuration, lock));
    }

    private static Client client(Configuration configuration, ClosableLock lock) throws SQLException {
        if (configuration.haMode() != HaMode.NONE) {
            return configuration.havePrimaryHostOnly()
                    ? new MultiPrimaryClient(configuration, lock)
                    : new MultiPrimaryReplicaClient(configuration, lock);
        }
        var failure = new SQLException("The JDBC URL names no host", "08001");
        for (HostAddress host : configuration.addresses()) {
            try {
                return new StandardClient(configuration, host, lock, false);
            } catch (SQLException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /// The connection behind one of the pool, or null where it is of another driver.
    static @Nullable DatabaseConnection behind(java.sql.Connection connection) throws SQLException {
        return connection.isWrapperFor(DatabaseConnection.class) ? connection.unwrap(DatabaseConnection.class) : null;
    }

    /// True where the next statement has to begin the transaction. Whoever asks does so, by {@link #BEGIN}.
    boolean begins() {
        var begins = withinTransaction && !(begun && isOpen());
        begun |= begins;
        return begins;
    }

    // A statement that defines data ends the transaction. The driver says of a failed statement that one is open.
    private boolean isOpen() {
        return (super.getClient().getContext().getServerStatus() & ServerStatus.IN_TRANSACTION) != 0;
    }

    /// Whether what follows begins no transaction, because it locks and writes nothing or begins it by itself.
    void leaveAlone(boolean isLeftAlone) {
        leftAlone = isLeftAlone;
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return !withinTransaction && super.getAutoCommit();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        if (autoCommit == getAutoCommit()) {
            return;
        }
        if (autoCommit) {
            // What is open is committed by this, as JDBC says.
            commit();
            withinTransaction = false;
            super.setAutoCommit(true);
        } else {
            withinTransaction = true;
            begun = false;
        }
    }

    @Override
    public void commit() throws SQLException {
        super.commit();
        begun = false;
    }

    @Override
    public void rollback() throws SQLException {
        super.rollback();
        begun = false;
    }

    /// Who sends: each statement of the driver asks for it before it goes.
    @Override
    public Client getClient() {
        var client = super.getClient();
        if (!leftAlone && begins()) {
            begin(client);
        }
        return client;
    }

    private static void begin(Client client) {
        try {
            client.execute(new QueryPacket(BEGIN), true);
        } catch (SQLException e) {
            throw DatabaseConnection.<RuntimeException>unchecked(e);
        }
    }

    // Whoever asks for the client says that it throws SQLException; only the driver's method does not.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E unchecked(SQLException e) throws E {
        throw (E) e;
    }
}
